import type { BusFrame } from '../contract/caller-bus.js';

/** Keypad → host. The host echoes the command and reads nothing from it, but for the four-key pad's (hardware.md 4.b). */
const KEY = 0x01;
/** Of the four-key pad on the same bus, which has its own acknowledgement. */
const PAD_KEY = 0x11;
/** Host → keypad: three digits waiting, three digits of the ticket. */
const DISPLAY = 0x02;
/** Host → keypad, no data. */
const BEEP = 0x03;

/** The host rejects a LEN above 5: address, command and three bytes. */
const MOST_KEY_DATA = 3;
const PLACES = 3;
const BLANK = 0x0a;

/** A key and the bytes that came before it in the frame. */
export interface PressedKey {
  key: number;
  before: readonly number[];
}

/** What the display has room for. */
export interface KeypadFace {
  /** Visitors; more than 999 are shown as 999, null as blanks. */
  waiting: number | null;
  /** Of the ticket, such as A017; its last three digits are shown, null as blanks. */
  number: string | null;
}

export const keyFrame = (address: number, { key, before }: PressedKey): BusFrame => ({
  address,
  command: KEY,
  data: [...before, key],
});

/** Null for a frame that no keypad sends with a key. */
export function readKey({ command, data }: BusFrame): PressedKey | null {
  const key = data.at(-1);
  if (command === PAD_KEY || key === undefined || data.length > MOST_KEY_DATA) return null;
  return { key, before: data.slice(0, -1) };
}

/** Digit keys are sent as what they say. */
export const isDigit = (key: number): boolean => key <= 9;

export const displayFrame = (address: number, { waiting, number }: KeypadFace): BusFrame => ({
  address,
  command: DISPLAY,
  data: [
    ...places(waiting === null ? '' : String(clamped(waiting)).padStart(PLACES, '0')),
    ...places(number?.replaceAll(/[^0-9]/g, '') ?? ''),
  ],
});

/** Six characters as the display shows them, blanks as spaces; null for any other frame. */
export function readDisplay({ command, data }: BusFrame): string | null {
  if (command !== DISPLAY || data.length !== 2 * PLACES) return null;
  return data.map((byte) => (isDigit(byte) ? String(byte) : ' ')).join('');
}

export const beepFrame = (address: number): BusFrame => ({ address, command: BEEP, data: [] });

export const isBeep = ({ command, data }: BusFrame): boolean => command === BEEP && data.length === 0;

const clamped = (count: number): number => Math.min(Math.max(Math.trunc(count), 0), 999);

/** The last three digits, blanks before them. */
function places(digits: string): number[] {
  const shown = [...digits.slice(-PLACES)].map(Number);
  return [...new Array<number>(PLACES - shown.length).fill(BLANK), ...shown];
}
