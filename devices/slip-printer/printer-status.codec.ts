import type { PrinterState } from '#libs/contracts/snapshots';
import type { PrinterModel } from './printer-models.js';

/** DLE EOT 1 to 4: answered at once, even by a printer that has stopped (hardware.md 4.d). */
export const ASK_STATUS = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 3, 0x10, 0x04, 4);
export const STATUS_BYTES = 4;

/** GS r 1 or GS I 1: waits its turn behind the slip, so its answer says that all before it was processed. */
export const ASK_DONE: Readonly<Record<PrinterModel['confirm'], Uint8Array>> = {
  'gs-r': Uint8Array.of(0x1d, 0x72, 1),
  'gs-i': Uint8Array.of(0x1d, 0x49, 1),
};

/** GS a: from now on the printer tells every change by itself. */
export const PUSH_STATUS = Uint8Array.of(0x1d, 0x61, 0xff);

/** DLE ENQ 2: a printer whose jam was cleared goes on, without what it still held. */
export const RECOVER = Uint8Array.of(0x10, 0x05, 2);

/** DLE EOT 20: a presenter's printer answers with `10 0F` and four bytes. */
export const ASK_PRESENTER = Uint8Array.of(0x10, 0x04, 0x14);

/** Whether an answer to GS r 1 says that the roll ended: Epson 0C, clones 0F; 03 alone is only near the end. */
export const doneWithoutPaper = (byte: number): boolean => (byte & 0x0c) === 0x0c;

/** Whether the second byte after `10 0F` … says that a slip hangs out: bit 5 of the first data byte. */
export const slipHangs = ([paper = 0]: readonly number[]): boolean => (paper & 0x20) !== 0;

interface StatusBit {
  answer: number;
  mask: number;
  state: Exclude<PrinterState, 'ready' | 'slip-left' | 'unreachable'>;
}

/** First match counts: an open cover also lifts the paper off its sensor, and closing it comes first for the person there. */
const STATUS_BITS: readonly StatusBit[] = [
  { answer: 1, mask: 0x04, state: 'cover-open' },
  { answer: 1, mask: 0x20, state: 'paper-out' },
  { answer: 3, mask: 0x60, state: 'paper-out' },
  { answer: 1, mask: 0x40, state: 'fault' },
  { answer: 2, mask: 0x04 | 0x08 | 0x20 | 0x40, state: 'fault' },
  { answer: 0, mask: 0x08, state: 'fault' },
  { answer: 3, mask: 0x0c, state: 'paper-low' },
];

/** The same order in the four bytes of ASB. */
const PUSHED_BITS: readonly StatusBit[] = [
  { answer: 0, mask: 0x20, state: 'cover-open' },
  { answer: 2, mask: 0x0c, state: 'paper-out' },
  { answer: 1, mask: 0x04 | 0x08 | 0x20 | 0x40, state: 'fault' },
  { answer: 0, mask: 0x08, state: 'fault' },
  { answer: 2, mask: 0x03, state: 'paper-low' },
];

function read(bits: readonly StatusBit[], bytes: readonly number[], nearEndSensor: boolean): PrinterState {
  const found = bits.find(({ answer, mask }) => ((bytes[answer] ?? 0) & mask) !== 0)?.state ?? 'ready';
  return found === 'paper-low' && !nearEndSensor ? 'ready' : found;
}

/** The four answers to ASK_STATUS, in order. A printer without the sensor says nothing of the roll's end. */
export const readStatus = (bytes: readonly number[], nearEndSensor: boolean): PrinterState =>
  read(STATUS_BITS, bytes, nearEndSensor);

/** The four bytes of ASB. */
export const readPushed = (bytes: readonly number[], nearEndSensor: boolean): PrinterState =>
  read(PUSHED_BITS, bytes, nearEndSensor);

/** It stands still until it is told to go on (DLE EOT 1, bit 5), and nothing else is in its way. */
export function waitsForRecovery(bytes: readonly number[]): boolean {
  const [offline = 0, cause = 0, error = 0] = bytes;
  return (offline & 0x20) !== 0 && (cause & (0x04 | 0x20)) === 0 && (error & 0x20) === 0;
}
