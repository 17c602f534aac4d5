import { toGb18030, type FittedText, type Repertoire } from '../contract/gb-text.js';
import { columnsOf } from '#libs/fleet/paper-text';
import { BxFrameReader } from './onbon-frame-reader.js';
import { encodeFrame } from './onbon-frame.codec.js';
import {
  BUSY,
  decodeMessage,
  DISPLAY_MODES,
  encodeMessage,
  LINES,
  NEW_LINES,
  RUN_MODES,
  type BxArea,
  type BxMessage,
} from './onbon-bx-k.codec.js';
import type { SignAnswer, SignPacket, SignProtocol } from './sign-protocol.js';
import { fitToSign } from './sign-text.js';
import type { SignColour, SignColours, SignWish } from './sign-wish.js';

/** A 5K/6K font card and the bar behind it. Lengths in pixels. */
export interface BxModel {
  /** FE: any. */
  deviceType: number;
  /** Of the card; FFFE reaches any. */
  address: number;
  /** What x and width are counted in on the wire: 8 pixels, pixels, or pixels marked as such by the highest bit. */
  unit: 'eight-pixels' | 'pixels' | 'marked-pixels';
  x: number;
  y: number;
  width: number;
  height: number;
  /** Of a half-width character in the card's font. */
  columnPixels: number;
  font: Repertoire;
  /** Null: a bar of one colour, nothing is said about it. */
  colours: SignColours | null;
  /** Of a moving text: 0 is the fastest, 24 the slowest. */
  speed: number;
  /** The dynamic area goes before the card's own programmes. */
  dynamicFirst: boolean;
}

const AREA = 0;
/** At 9600 baud an answer takes 35 ms; what is not whole by now never will be. */
const GAP_MS = 200;
/** With a beat of 15 s: every five minutes. A card that lost its power for a moment has forgotten its area. */
const RENEW_EVERY = 20;
const MARK = 0x8000;
/** Half seconds a page stands. */
const HOLD = 10;

/** `\C2` is from a sample of the vendor; the others continue the series and are to be tried on the card. */
const COLOUR_ESCAPES: Readonly<Record<SignColour, string>> = { red: '\\C1', green: '\\C2', yellow: '\\C3' };

/** Throws, in words for the log, when the model cannot be said on this wire. */
export function onbonBxK(model: BxModel): SignProtocol {
  const reason = faultOf(model);
  if (reason) throw new Error(reason);
  const packet = (slot: SignPacket['slot'], message: Parameters<typeof encodeMessage>[0]): SignPacket => ({
    slot,
    bytes: encodeFrame({
      destination: model.address,
      dynamicFirst: model.dynamicFirst,
      deviceType: model.deviceType,
      data: encodeMessage(message),
    }),
  });
  return {
    cannot: model.colours ? ['brightness'] : ['brightness', 'colour'],
    answers: 'always',
    stepMs: 0,
    renewEvery: RENEW_EVERY,
    printable: (text) => printable(text, model.font),
    steps: () => 1,
    packets: (wish) => {
      if (wish.kind === 'dark') return [packet('power', { kind: 'power', on: false })];
      return [packet('power', { kind: 'power', on: true }), packet('text', textOf(wish, model))];
    },
    listen: (timers, tell) =>
      new BxFrameReader(GAP_MS, timers, ({ data }) => {
        const answer = answerOf(decodeMessage(data));
        if (answer) tell(answer);
      }),
  };
}

/** A backslash would begin an escape of the card. */
const printable = (text: string, font: Repertoire): FittedText =>
  fitToSign(text.replaceAll('\\', '＼'), font);

function textOf(wish: Exclude<SignWish, { kind: 'dark' }>, model: BxModel) {
  // Clearing (A3 10) may reach further than this area; a blank in it does not.
  const text = printable(wish.text, model.font).text || ' ';
  const moves = columnsOf(text) * model.columnPixels > model.width;
  const colour = model.colours ? COLOUR_ESCAPES[model.colours[wish.kind]] : '';
  const area: BxArea = {
    x: horizontal(model.x, model.unit),
    y: model.y,
    width: horizontal(model.width, model.unit),
    height: model.height,
    id: AREA,
    lineSpace: 0,
    runMode: moves ? RUN_MODES.loop : RUN_MODES.holdLast,
    timeout: 0,
    align: 0,
    lines: LINES.single,
    newLine: NEW_LINES.manual,
    displayMode: moves ? DISPLAY_MODES.left : DISPLAY_MODES.still,
    exitMode: 0,
    speed: moves ? model.speed : 0,
    hold: moves ? 0 : HOLD,
    text: [...toGb18030(colour + text)],
  };
  return { kind: 'areas', removed: [], areas: [area] } as const;
}

function horizontal(pixels: number, unit: BxModel['unit']): number {
  if (unit === 'eight-pixels') return pixels / 8;
  return unit === 'pixels' ? pixels : pixels | MARK;
}

function answerOf(message: BxMessage): SignAnswer | null {
  if (message.kind === 'acknowledged') return { kind: 'taken' };
  if (message.kind !== 'refused') return null;
  return { kind: message.code === BUSY ? 'busy' : 'refused', code: message.code };
}

function faultOf({ x, y, width, height, unit, speed, columnPixels }: BxModel): string | null {
  const lengths = [x, y, width, height];
  if (!lengths.every((length) => Number.isInteger(length) && length >= 0 && length < MARK))
    return 'the place of the text is not in whole pixels';
  if (width === 0 || height === 0) return 'the bar has no size';
  if (unit === 'eight-pixels' && (x % 8 || width % 8))
    return 'this card counts x and width in steps of 8 pixels';
  if (!(columnPixels > 0)) return 'the width of a character is not known';
  return Number.isInteger(speed) && speed >= 0 && speed <= 24 ? null : 'the speed is not from 0 to 24';
}
