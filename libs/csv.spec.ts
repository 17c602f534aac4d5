import { expect, it } from 'vitest';
import { csvOf } from './csv.js';

it('begins with the mark of UTF-8 and ends each line as spreadsheets want it', () =>
  expect(
    csvOf([
      ['号码', '窗口'],
      ['A017', 3],
    ]),
  ).toBe('\uFEFF号码,窗口\r\nA017,3\r\n'));

it.each([
  ['a,b', '"a,b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  [null, ''],
  [-4, '-4'],
])('writes %j as %j', (value, text) => expect(csvOf([[value]])).toBe(`\uFEFF${text}\r\n`));

it.each(['=1+1', '+1', '-1', '@sum'])('leaves no formula in %s', (text) =>
  expect(csvOf([[text]])).toBe(`\uFEFF'${text}\r\n`),
);
