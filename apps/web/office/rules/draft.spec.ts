import { expect, it } from 'vitest';
import { changesBetween, copyOf, freeId, tidyTime } from './draft.js';

const rules = {
  name: '大厅',
  share: { priority: 1, ordinary: 2 },
  rows: [{ id: 'a' }, { id: 'b' }],
  days: [1, 2],
};
type Rules = typeof rules;

it.each<[number, (draft: Rules) => void]>([
  [0, () => undefined],
  [1, (draft) => (draft.share.priority = 3)],
  [2, (draft) => Object.assign(draft.share, { priority: 3, ordinary: 4 })],
  [1, (draft) => draft.rows.shift()],
  [1, (draft) => draft.rows.unshift({ id: 'c' })],
  [1, (draft) => draft.days.push(3, 4)],
  [1, (draft) => Object.assign(draft.rows[1] ?? {}, { id: 'z' })],
])('counts %i places', (count, change) => {
  const draft = copyOf(rules);
  change(draft);
  expect(changesBetween(rules, draft)).toBe(count);
});

it('finds a name that nothing has', () => {
  expect(freeId('group', [])).toBe('group-1');
  expect(freeId('group', [{ id: 'group-2' }])).toBe('group-3');
});

it.each([
  ['9:00', '09:00'],
  ['900', '09:00'],
  ['17：30', '17:30'],
  [' 24:00 ', '24:00'],
  ['soon', 'soon'],
  ['', ''],
])('reads %j as %j', (typed, time) => expect(tidyTime(typed)).toBe(time));
