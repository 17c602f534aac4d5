import { describe, expect, it } from 'vitest';
import { CODE_LETTERS, isCode, isWhole, places, withKey } from './typed-code.js';

const typed = (...keys: string[]): string => keys.reduce(withKey, '');

describe('a booking code as it is typed', () => {
  it.each([
    [['K', '7', 'Q'], 'K7Q'],
    [['K', '7', 'Backspace', 'Q'], 'KQ'],
    [['Backspace', 'K'], 'K'],
    [['Shift', 'K', 'F5', 'ArrowLeft'], 'K'],
  ])('%o is %s', (keys, text) => {
    expect(typed(...keys)).toBe(text);
  });

  it('fills its places one after another', () => {
    expect(places('k7')).toEqual(['K', '7', '', '', '', '', '', '']);
  });

  it('is whole with its eighth letter; what a scanner types is whole, and no code', () => {
    expect([isWhole('K7QM2XW'), isWhole('K7QM2XWA')]).toEqual([false, true]);
    const address = 'https://hall.example/b/hall.id.mark';
    expect(typed(...address)).toBe(address);
    expect([isCode(address), isWhole(address), isCode('K7QM2XWA')]).toEqual([false, true, true]);
  });

  it('has 31 letters: with delete in two places and the number’s key in three they fill six rows of six', () => {
    expect(new Set(CODE_LETTERS).size + 2 + 3).toBe(36);
  });
});
