import { expect, it } from 'vitest';
import { createServerClock } from './server-clock.js';

it('runs on from the time the server said last', () => {
  let elapsed = 500;
  const clock = createServerClock(() => elapsed, Date.parse('2026-01-01T00:00:00Z'));
  expect(clock.now().toISOString()).toBe('2026-01-01T00:00:00.000Z');
  clock.set('2026-03-02T01:05:00.000Z');
  elapsed += 1_500;
  expect(clock.now().toISOString()).toBe('2026-03-02T01:05:01.500Z');
});

it('follows the server back', () => {
  const clock = createServerClock(() => 0, Date.parse('2026-03-02T02:00:00Z'));
  clock.set('2026-03-02T01:00:00.000Z');
  expect(clock.now().toISOString()).toBe('2026-03-02T01:00:00.000Z');
});
