import type { PrinterState } from '#libs/contracts/snapshots';

/** DLE EOT 1 to 4: answered at once, even by a printer that has stopped (hardware.md 4.d). */
export const ASK_STATUS = Uint8Array.of(0x10, 0x04, 1, 0x10, 0x04, 2, 0x10, 0x04, 3, 0x10, 0x04, 4);
export const STATUS_BYTES = 4;

/** GS r 1: waits its turn behind the slip, so its answer says that all before it was processed. */
export const ASK_DONE = Uint8Array.of(0x1d, 0x72, 1);

/** What one byte from the printer answers; null for noise. */
export function answers(byte: number): 'status' | 'done' | null {
  if ((byte & 0x93) === 0x12) return 'status';
  return (byte & 0x90) === 0 ? 'done' : null;
}

/** Whether an answer to GS r 1 says that the roll ended: Epson 0C, clones 0F; 03 alone is only near the end. */
export const doneWithoutPaper = (byte: number): boolean => (byte & 0x0c) === 0x0c;

interface StatusBit {
  answer: 0 | 1 | 2 | 3;
  mask: number;
  state: Exclude<PrinterState, 'ready' | 'unreachable'>;
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

/** The four answers to ASK_STATUS, in order. */
export function readStatus(bytes: readonly number[]): PrinterState {
  const found = STATUS_BITS.find((bit) => ((bytes[bit.answer] ?? 0) & bit.mask) !== 0);
  return found?.state ?? 'ready';
}
