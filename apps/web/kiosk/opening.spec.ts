import { expect, it } from 'vitest';
import { readOpening } from './opening.js';

// 23:30 on 28 February in Shanghai, 15:30 UTC.
const now = new Date('2026-02-28T15:30:00Z');

it.each([
  ['2026-02-28 23:45', 'today', '23:45'],
  ['2026-03-01 09:00', 'tomorrow', '09:00'],
  ['2026-03-02 09:00', 'later', '09:00'],
])('%s is %s at %s', (opensAt, when, time) => {
  expect(readOpening(opensAt, now, 'Asia/Shanghai')).toMatchObject({ when, time });
});

it('names the day of a later opening in any zone', () => {
  const opening = readOpening('2026-03-02 09:00', now, 'Asia/Shanghai');
  expect(opening).toMatchObject({ date: new Date('2026-03-02T12:00:00Z') });
});
