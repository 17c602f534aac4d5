import { describe, expect, it } from 'vitest';
import {
  doneWithoutPaper,
  readPushed,
  readStatus,
  slipHangs,
  waitsForRecovery,
} from './printer-status.codec.js';

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
    expect(readStatus(bytes, true)).toBe(state.split(',')[0]);
  });
});

it('0C and 0F to GS r 1 say that the roll ended, 03 that it will', () => {
  expect([0x00, 0x03, 0x0c, 0x0f].map(doneWithoutPaper)).toEqual([false, false, true, true]);
});

describe('the four bytes of ASB', () => {
  it.each([
    ['ready', [0x10, 0, 0, 0]],
    ['ready', [0x14, 0, 0, 0]],
    ['paper-low', [0x10, 0, 0x03, 0]],
    ['paper-out', [0x18, 0, 0x0f, 0]],
    ['cover-open', [0x38, 0, 0x0c, 0]],
    ['fault', [0x18, 0x08, 0, 0]],
    ['fault', [0x18, 0x20, 0, 0]],
    ['fault', [0x18, 0, 0, 0]],
  ])('say %s', (state, bytes) => {
    expect(readPushed(bytes, true)).toBe(state);
  });
});

it('knows no end of the roll where there is no sensor for it', () => {
  expect(readStatus([0x12, 0x12, 0x12, 0x1e], false)).toBe('ready');
  expect(readPushed([0x10, 0, 0x03, 0], false)).toBe('ready');
});

describe('a printer that stands still after a jam', () => {
  it.each([
    ['waits to be told to go on', [0x3a, 0x12, 0x12, 0x12], true],
    ['first wants its cover closed', [0x3a, 0x16, 0x12, 0x12], false],
    ['first wants paper', [0x3a, 0x32, 0x12, 0x7e], false],
    ['cannot be helped from here', [0x3a, 0x52, 0x32, 0x12], false],
    ['is not one that stands still for another reason', [0x1a, 0x12, 0x12, 0x12], false],
  ])('%s', (_what, bytes, waits) => {
    expect(waitsForRecovery(bytes)).toBe(waits);
  });
});

describe('the presenter', () => {
  it.each([
    [[0x20, 0, 0, 0], true],
    [[0x24, 0, 0, 0], true],
    [[0x05, 0x02, 0, 0], false],
  ])('%j: a slip hangs there is %s', (bytes, hangs) => {
    expect(slipHangs(bytes)).toBe(hangs);
  });
});
