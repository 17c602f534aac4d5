import { BUS_FRAME, encodeFrame } from '#devices/contract/caller-bus';
import { FrameParser } from '#devices/contract/framing';
import { realTimers } from '#devices/contract/timers';
import { keyFrame } from '#devices/call-keypad/call-keypad.codec';
import { BxFrameReader } from '#devices/counter-sign/onbon-frame-reader';
import { encodeMessage } from '#devices/counter-sign/onbon-bx-k.codec';
import { encodeFrame as encodeBxFrame } from '#devices/counter-sign/onbon-frame.codec';
import { decodeReply, encodeReply, SAM_FRAME } from '#devices/id-card-reader/sam-v.codec';
import { encodeHidPos, HidPosDecoder } from '#devices/scanner/hid-pos.codec';
import { encodeLine, LineDecoder } from '#devices/scanner/line.codec';
import { HID_POS_LAYOUT } from '#devices/scanner/scanner-models';
import { AnswerReader } from '#devices/slip-printer/printer-answers';
import { printerModel } from '#devices/slip-printer/printer-models';

const FRAMES = 2_000;
const MEASURED_MS = 1_000;
const GAP_MS = 100;
/** A wire hands over pieces of any size. */
const PIECE_BYTES = [1, 7, 64, 13, 256, 3];

/** A codec with what it is fed: bytes of so many frames, and who takes them in. */
interface Feed {
  frames: readonly Uint8Array[];
  reader(onFrame: () => void): (piece: Uint8Array) => void;
}

const many = (frame: (place: number) => Uint8Array): Uint8Array[] =>
  Array.from({ length: FRAMES }, (_none, place) => frame(place));

const code = (place: number): Buffer => Buffer.from(`https://hall.example/b/${place}`);

const FEEDS = {
  caller_bus: {
    frames: many((place) => encodeFrame(keyFrame(place % 200, { key: 0x0c, before: [place % 10] }))),
    reader: (onFrame) => pushed(new FrameParser(BUS_FRAME, GAP_MS, realTimers, onFrame)),
  },
  onbon_bx_k: {
    frames: many(() =>
      encodeBxFrame({
        ...{ destination: 1, dynamicFirst: false, deviceType: 0xfe },
        data: encodeMessage({ kind: 'acknowledged' }),
      }),
    ),
    reader: (onFrame) => pushed(new BxFrameReader(GAP_MS, realTimers, onFrame)),
  },
  // One in ten is a card: text and photo, 1,295 bytes.
  sam_v: {
    frames: many((place) =>
      place % 10 === 0 ? encodeReply('ok', new Uint8Array(1284)) : encodeReply('found', new Uint8Array(4)),
    ),
    reader: (onFrame) =>
      pushed(
        new FrameParser(SAM_FRAME, GAP_MS, realTimers, (frame) => {
          if (decodeReply(frame).word !== 'unlisted') onFrame();
        }),
      ),
  },
  // DLE EOT answers, and every fifth a status the printer pushes.
  printer_answers: {
    frames: many((place) => Uint8Array.from(place % 5 === 0 ? [0x10, 0, 0, 0x0f] : [0x12])),
    reader: (onFrame) => {
      const answers = new AnswerReader(printerModel('escpos-push'));
      return (piece) => {
        for (const byte of piece) if (answers.push(byte)) onFrame();
      };
    },
  },
  scanner_lines: {
    frames: many((place) => encodeLine(code(place))),
    reader: (onFrame) => {
      const lines = new LineDecoder();
      return (piece) => lines.push(piece).forEach(onFrame);
    },
  },
} as const satisfies Record<string, Feed>;

export type FrameRates = Record<keyof typeof FEEDS | 'hid_pos', number>;

/** Frames a second that each codec takes out of one buffer in pieces; of HID, each report is a piece. */
export function frameRates(): FrameRates {
  const reports = many((place) => encodeHidPos(code(place), HID_POS_LAYOUT)[0] ?? new Uint8Array());
  const hid = (onFrame: () => void): ((report: Uint8Array) => void) => {
    const decoder = new HidPosDecoder(HID_POS_LAYOUT);
    return (report) => decoder.push(report).forEach(onFrame);
  };
  return {
    caller_bus: inPieces(FEEDS.caller_bus),
    onbon_bx_k: inPieces(FEEDS.onbon_bx_k),
    sam_v: inPieces(FEEDS.sam_v),
    printer_answers: inPieces(FEEDS.printer_answers),
    scanner_lines: inPieces(FEEDS.scanner_lines),
    hid_pos: rate(reports, hid),
  };
}

const inPieces = ({ frames, reader }: Feed): number => rate(cut(Buffer.concat(frames)), reader);

/** Throws when a frame was lost or one too many was found: a rate of wrong frames would be none. */
function rate(pieces: readonly Uint8Array[], reader: Feed['reader']): number {
  let [found, rounds] = [0, 0];
  const take = reader(() => (found += 1));
  for (const piece of pieces) take(piece);
  const from = performance.now();
  while (performance.now() - from < MEASURED_MS) {
    for (const piece of pieces) take(piece);
    rounds += 1;
  }
  const seconds = (performance.now() - from) / 1000;
  if (found !== (rounds + 1) * FRAMES)
    throw new Error(`${found} frames were found, ${(rounds + 1) * FRAMES} were sent`);
  return Math.round((rounds * FRAMES) / seconds);
}

function cut(bytes: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = PIECE_BYTES[pieces.length % PIECE_BYTES.length] ?? 1;
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

const pushed =
  (reader: { push(piece: Uint8Array): void }) =>
  (piece: Uint8Array): void =>
    reader.push(piece);
