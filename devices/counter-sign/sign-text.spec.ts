import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '#libs/fleet/paper-text';
import { windows } from './sign-text.js';

describe('the pictures of a text', () => {
  it.each([
    ['one that fits is one picture', 'A017', 4, ['A017']],
    ['nothing is one blank picture', '', 4, ['']],
    ['a long one rests at both ends', 'A01号', 4, ['A01', 'A01', 'A01', '01号', '01号', '01号']],
    ['a Chinese character is never cut', '请到三', 5, ['请到', '请到', '请到', '到三', '到三', '到三']],
  ])('%s', (_, text, columns, pictures) => {
    expect(windows(text, columns)).toEqual(pictures);
  });

  it('show every character, in order, each picture within the bar', () => {
    const text = fc.string({ unit: fc.constantFrom('请', 'A', '0', '号'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (words, columns) => {
        const pictures = windows(words, columns);
        expect(pictures.every((picture) => columnsOf(picture) <= columns)).toBe(true);
        const moves = pictures.filter((picture, at) => at === 0 || picture !== pictures[at - 1]);
        expect(moves.every((picture) => words.includes(picture))).toBe(true);
        expect(words.startsWith(pictures[0] ?? '')).toBe(true);
        expect(words.endsWith(pictures.at(-1) ?? '')).toBe(true);
        const shown = new Set(pictures.join(''));
        expect([...words].every((character) => shown.has(character))).toBe(true);
      }),
    );
  });
});
