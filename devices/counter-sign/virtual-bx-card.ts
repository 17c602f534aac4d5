import { fromGb18030 } from '../contract/gb-text.js';
import { BxFrameReader } from './onbon-frame-reader.js';
import { encodeFrame, type BxFrame } from './onbon-frame.codec.js';
import {
  decodeMessage,
  DISPLAY_MODES,
  encodeMessage,
  type BxArea,
  type BxMessage,
} from './onbon-bx-k.codec.js';
import type { SignColour } from './sign-wish.js';
import type { BarHardware, BarProgram } from './virtual-bar.js';

const GAP_MS = 100;
const ANY_CARD = 0xfffe;
const NO_SUCH_COMMAND = 2;
const ESCAPED_COLOURS: ReadonlyMap<string, SignColour> = new Map([
  ['1', 'red'],
  ['2', 'green'],
  ['3', 'yellow'],
]);

/** A BX-K font card with that address. */
export const bxCard =
  (address = 1) =>
  (bar: BarHardware): BarProgram =>
    new BxFrameReader(GAP_MS, bar.timers, (frame) => {
      if (frame.destination !== address && frame.destination !== ANY_CARD) return;
      const message = decodeMessage(frame.data);
      if (message.kind === 'acknowledged' || message.kind === 'refused') return;
      const code = message.kind === 'unknown' ? NO_SUCH_COMMAND : bar.refusal;
      if (code === null) obeyBx(bar, message);
      bar.answer(answerTo(frame, code));
    });

const answerTo = (frame: BxFrame, code: number | null): Uint8Array =>
  encodeFrame({
    ...frame,
    data: encodeMessage(code === null ? { kind: 'acknowledged' } : { kind: 'refused', code }),
  });

function obeyBx(bar: BarHardware, message: BxMessage): void {
  if (message.kind === 'power') bar.obey(message.on ? 'on' : 'off', { on: message.on });
  if (message.kind === 'clear') bar.obey('clear', { text: '', colour: null, moves: false });
  if (message.kind !== 'areas') return;
  for (const area of message.areas) {
    const { text, colour } = readArea(area);
    bar.obey(text, { text, colour, moves: area.displayMode !== DISPLAY_MODES.still });
  }
}

function readArea(area: BxArea): { text: string; colour: SignColour | null } {
  const text = fromGb18030(Uint8Array.from(area.text)).trimEnd();
  const escape = /^\\C(\d)/.exec(text);
  return {
    text: escape ? text.slice(escape[0].length) : text,
    colour: ESCAPED_COLOURS.get(escape?.[1] ?? '') ?? null,
  };
}
