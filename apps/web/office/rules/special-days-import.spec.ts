import { expect, it } from 'vitest';
import { importSpecialDays, type LineFault } from './special-days-import.js';

it('reads a holiday and a day worked in its place, however they were typed', () =>
  expect(
    importSpecialDays(
      '2026-10-01,holiday,国庆节\r\n\n 2026-10-10，调休，国庆调休，5 \n2026-10-02\t放假\t国庆节',
      [],
    ),
  ).toEqual({
    days: [
      { day: '2026-10-01', kind: 'holiday', name: '国庆节' },
      { day: '2026-10-10', kind: 'workday', name: '国庆调休', asWeekday: 5 },
      { day: '2026-10-02', kind: 'holiday', name: '国庆节' },
    ],
    bad: [],
  }));

it.each<[string, LineFault]>([
  ['2026-10-01', 'parts'],
  ['2026-10-01,holiday,', 'parts'],
  ['2026-10-01,holiday,国庆节,5', 'parts'],
  ['2026-10-10,workday,国庆调休,5,6', 'parts'],
  ['2026-02-29,holiday,没有这一天', 'day'],
  ['2026/10/01,holiday,国庆节', 'day'],
  ['2026-10-01,feast,国庆节', 'kind'],
  ['2026-10-10,workday,国庆调休', 'weekday'],
  ['2026-10-10,workday,国庆调休,8', 'weekday'],
])('%s: %s', (text, fault) =>
  expect(importSpecialDays(`\n${text}`, [])).toEqual({ days: [], bad: [{ line: 2, text, fault }] }),
);

it('takes no day twice, neither from the text nor beside the table', () => {
  const line = '2026-10-01,holiday,国庆节';
  expect(importSpecialDays(`${line}\n${line}`, []).bad).toEqual([{ line: 2, text: line, fault: 'twice' }]);
  expect(importSpecialDays(line, ['2026-10-01']).bad).toEqual([{ line: 1, text: line, fault: 'twice' }]);
});
