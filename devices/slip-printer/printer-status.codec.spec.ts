import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers, doneWithoutPaper, readStatus } from './printer-status.codec.js';

describe('the four answers to DLE EOT', () => {
  it.each([
    ['ready', [0x12, 0x12, 0x12, 0x12]],
    ['ready, a drawer open', [0x16, 0x12, 0x12, 0x12]],
    ['paper-low', [0x12, 0x12, 0x12, 0x1e]],
    // The sample of a published driver: 1A, 32 and 7E to n = 1, 2, 4.
    ['paper-out', [0x1a, 0x32, 0x12, 0x7e]],
    ['paper-out', [0x12, 0x12, 0x12, 0x72]],
    ['cover-open', [0x1a, 0x16, 0x12, 0x12]],
    // Lifting the cover lifts the paper: closing it comes first.
    ['cover-open', [0x1a, 0x36, 0x12, 0x7e]],
    ['fault', [0x1a, 0x52, 0x1a, 0x12]],
    ['fault', [0x12, 0x12, 0x52, 0x12]],
    ['fault', [0x1a, 0x12, 0x12, 0x12]],
  ])('say %s', (state, bytes) => {
    expect(readStatus(bytes)).toBe(state.split(',')[0]);
  });
});

describe('one byte from the printer', () => {
  it.each([0x00, 0x03, 0x0c, 0x0f])('%i answers GS r 1', (byte) => {
    expect(answers(byte)).toBe('done');
  });

  it('0C and 0F say that the roll ended, 03 that it will', () => {
    expect([0x00, 0x03, 0x0c, 0x0f].map(doneWithoutPaper)).toEqual([false, false, true, true]);
  });

  it.each([0x11, 0x13, 0x90, 0xff])('%i is neither (XON, XOFF, noise)', (byte) => {
    expect(answers(byte)).toBeNull();
  });

  it('is never both a status and the answer that the slip is done', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), (byte) => {
        if ((byte & 0x93) === 0x12) expect(answers(byte)).toBe('status');
      }),
    );
  });
});
