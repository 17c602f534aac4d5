import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FEWEST, withheld } from './withheld.js';

const counted = (...counts: number[]) => counts.map((count, place) => ({ level: 5 - place, count }));
const shown = (...counts: number[]) => withheld(counted(...counts)).map(({ count }) => count ?? '-');

it.each([
  [
    [20, 6, 5, 0, 0],
    [20, 6, 5, 0, 0],
  ],
  [
    [0, 0, 0, 0, 0],
    ['-', '-', '-', '-', '-'],
  ],
  [
    [4, 0, 0, 0, 0],
    ['-', '-', '-', '-', '-'],
  ],
  [
    [1, 1, 1, 1, 1],
    ['-', '-', '-', '-', '-'],
  ],
  [
    [20, 0, 0, 0, 1],
    ['-', '-', '-', '-', '-'],
  ],
  [
    [20, 9, 0, 0, 1],
    [20, '-', '-', '-', '-'],
  ],
  [
    [20, 9, 7, 1, 1],
    [20, 9, '-', '-', '-'],
  ],
  [
    [20, 9, 7, 4, 1],
    [20, 9, 7, '-', '-'],
  ],
  [
    [20, 9, 7, 8, 4],
    [20, 9, '-', 8, '-'],
  ],
])('of %j the public sees %j', (counts, seen) => {
  expect(shown(...counts)).toEqual(seen);
});

it('no count under five is shown, none can be had by subtraction, and order and levels stay', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 12 }), { minLength: 5, maxLength: 5 }), (counts) => {
      const all = counted(...counts);
      const seen = withheld(all);
      expect(seen.map(({ level }) => level)).toEqual([5, 4, 3, 2, 1]);
      const hidden = all.filter((_one, place) => seen[place]?.count === null);
      const together = hidden.reduce((sum, { count }) => sum + count, 0);
      for (const { count } of seen) expect(count === null || count === 0 || count >= FEWEST).toBe(true);
      expect(hidden.length).not.toBe(1);
      expect(hidden.length === 0 || hidden.length === 5 || together >= FEWEST).toBe(true);
      if (hidden.length > 0) expect(seen.every(({ count }) => count !== 0)).toBe(true);
    }),
  );
});
