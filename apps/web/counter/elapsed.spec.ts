import { expect, it } from 'vitest';
import { elapsed, minutesBetween } from './elapsed.js';

const since = '2026-03-02T01:00:00.000Z';

it.each([
  ['2026-03-02T01:00:00.900Z', '00:00'],
  ['2026-03-02T01:03:12.000Z', '03:12'],
  ['2026-03-02T01:59:59.000Z', '59:59'],
  ['2026-03-02T02:03:12.000Z', '1:03:12'],
  ['2026-03-02T00:59:58.000Z', '00:00'],
])('at %s the clock stands at %s', (now, text) => expect(elapsed(since, new Date(now))).toBe(text));

it('counts whole minutes', () => {
  expect(minutesBetween(since, new Date('2026-03-02T01:18:59Z'))).toBe(18);
  expect(minutesBetween(since, new Date('2026-03-02T00:58:00Z'))).toBe(0);
});
