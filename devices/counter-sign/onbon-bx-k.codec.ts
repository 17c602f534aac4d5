import { ByteReader } from './byte-reader.js';
import { low } from './onbon-frame.codec.js';

/** How an area plays its text (hardware.md 4.c). */
export const RUN_MODES = { loop: 0, holdLast: 1 } as const;
export const DISPLAY_MODES = { still: 1, quick: 2, left: 3, right: 4, up: 5, down: 6 } as const;
export const LINES = { single: 1, multiple: 2 } as const;
export const NEW_LINES = { manual: 1, automatic: 2 } as const;

/** A dynamic area: it lives in the card's memory and is gone with the power. Geometry as on the wire, whatever its unit. */
export interface BxArea {
  x: number;
  y: number;
  width: number;
  height: number;
  id: number;
  lineSpace: number;
  runMode: number;
  /** Seconds; what happens then, the run mode says. */
  timeout: number;
  align: number;
  lines: number;
  newLine: number;
  displayMode: number;
  exitMode: number;
  /** 0 is the fastest, 24 the slowest. */
  speed: number;
  /** Half seconds. */
  hold: number;
  /** GB2312, with escapes such as `\C2`. */
  text: readonly number[];
}

/** `refused` carries the card's error code, 1 to 16. */
export type BxMessage =
  | { kind: 'acknowledged' | 'clear' }
  | { kind: 'refused'; code: number }
  | { kind: 'power'; on: boolean }
  | { kind: 'areas'; removed: readonly number[]; areas: readonly BxArea[] }
  | { kind: 'unknown'; group: number; command: number };

/** Of the card's error codes the one that passes by itself. */
export const BUSY = 3;

const ANSWER_ME = 0x01;
const ON = 0x01;
const OFF = 0x02;
const DYNAMIC_AREA = 0x00;
const SILENT = 0x00;

/** The data of a frame. */
export function encodeMessage(message: Exclude<BxMessage, { kind: 'unknown' }>): number[] {
  switch (message.kind) {
    case 'acknowledged':
      return [0xa0, 0x00, 0, 0, 0];
    case 'refused':
      return [0xa0, 0x01, message.code, 0, 0];
    case 'power':
      return [0xa3, 0x00, ANSWER_ME, 0, 0, message.on ? ON : OFF];
    case 'clear':
      return [0xa3, 0x10, ANSWER_ME, 0, 0];
    case 'areas': {
      const { removed, areas } = message;
      const bodies = areas.map(encodeArea).flatMap((area) => [...low(area.length), ...area]);
      return [0xa3, 0x06, ANSWER_ME, 0, 0, removed.length, ...removed, areas.length, ...bodies];
    }
  }
}

function encodeArea(area: BxArea): number[] {
  const { x, y, width, height, id, lineSpace, runMode, timeout, text } = area;
  const length = [...low(text.length), 0, 0];
  const sound = [SILENT, 0];
  return [
    DYNAMIC_AREA,
    ...[x, y, width, height].flatMap(low),
    ...[id, lineSpace, runMode, ...low(timeout), ...sound],
    ...[area.align, area.lines, area.newLine, area.displayMode, area.exitMode, area.speed, area.hold],
    ...length,
    ...text,
  ];
}

/** What a frame's data says; `unknown` for what this family has no use for, areas that speak among it. */
export function decodeMessage(data: readonly number[]): BxMessage {
  const [group = 0, command = 0, error = 0] = data;
  const body = new ByteReader(data, 5);
  const unknown: BxMessage = { kind: 'unknown', group, command };
  if (data.length < 5) return unknown;
  switch ((group << 8) | command) {
    case 0xa000:
      return { kind: 'acknowledged' };
    case 0xa001:
      return { kind: 'refused', code: error };
    case 0xa300:
      return decodePower(body.byte()) ?? unknown;
    case 0xa306:
      return decodeAreas(body) ?? unknown;
    case 0xa310:
      return { kind: 'clear' };
    default:
      return unknown;
  }
}

const decodePower = (state: number): BxMessage | null =>
  state === ON || state === OFF ? { kind: 'power', on: state === ON } : null;

function decodeAreas(body: ByteReader): BxMessage | null {
  const removed = body.bytes(body.byte());
  const areas: BxArea[] = [];
  for (let left = body.byte(); left > 0; left -= 1) {
    const area = decodeArea(new ByteReader(body.bytes(body.word())));
    if (!area) return null;
    areas.push(area);
  }
  return body.isShort ? null : { kind: 'areas', removed, areas };
}

function decodeArea(body: ByteReader): BxArea | null {
  const type = body.byte();
  const geometry = { x: body.word(), y: body.word(), width: body.word(), height: body.word() };
  const play = { id: body.byte(), lineSpace: body.byte(), runMode: body.byte(), timeout: body.word() };
  const sound = body.byte();
  body.bytes(body.byte());
  const place = { align: body.byte(), lines: body.byte(), newLine: body.byte() };
  const motion = { displayMode: body.byte(), exitMode: body.byte(), speed: body.byte(), hold: body.byte() };
  const text = body.bytes(body.word() + body.word() * 0x10000);
  if (body.isShort || type !== DYNAMIC_AREA || sound !== SILENT) return null;
  return { ...geometry, ...play, ...place, ...motion, text };
}
