import { expect, it } from 'vitest';
import { sortedBy, sortRows, type Sorting } from './sorting.js';

type Row = { number: string; counter: number | null };
const rows: Row[] = [
  { number: 'A10', counter: 3 },
  { number: 'A2', counter: null },
  { number: 'B1', counter: 11 },
];
const numbers = (sorting: Sorting<keyof Row>) =>
  sortRows(rows, sorting, (row, by) => row[by]).map(({ number }) => number);

it('sorts ticket numbers as numbers', () =>
  expect(numbers({ by: 'number', descending: false })).toEqual(['A2', 'A10', 'B1']));

it.each([
  [false, ['A10', 'B1', 'A2']],
  [true, ['B1', 'A10', 'A2']],
])('keeps what is empty at the end (descending: %s)', (descending, order) =>
  expect(numbers({ by: 'counter', descending })).toEqual(order),
);

it('turns the order round with the second click on the same column only', () => {
  const first: Sorting<'a' | 'b'> = sortedBy({ by: 'b', descending: false }, 'a');
  expect(first).toEqual({ by: 'a', descending: false });
  const second = sortedBy(first, 'a');
  expect(second).toEqual({ by: 'a', descending: true });
  expect(sortedBy(second, 'a')).toEqual({ by: 'a', descending: false });
  expect(sortedBy(second, 'b')).toEqual({ by: 'b', descending: false });
});
