import { expect, it } from 'vitest';
import { createDisplayTally } from './display-log.js';

it('adds up what was on the glass, and keeps what did not arrive (requirement 104)', () => {
  let at = Date.parse('2026-03-02T01:00:00Z');
  const tally = createDisplayTally(() => new Date(at));
  const pass = (seconds: number) => (at += seconds * 1000);
  tally.show(['a']);
  pass(12);
  tally.show(['b']);
  pass(12);
  tally.show(['a']);
  pass(6);
  tally.show([]);
  pass(60);
  const spans = tally.take();
  expect(spans).toEqual([
    { publicationId: 'a', from: '2026-03-02T01:00:00.000Z', to: '2026-03-02T01:00:30.000Z', seconds: 18 },
    { publicationId: 'b', from: '2026-03-02T01:00:12.000Z', to: '2026-03-02T01:00:24.000Z', seconds: 12 },
  ]);
  expect(tally.take()).toEqual([]);
  tally.keep(spans);
  tally.show(['b']);
  pass(10);
  expect(tally.take().map(({ publicationId, seconds }) => [publicationId, seconds])).toEqual([
    ['a', 18],
    ['b', 22],
  ]);
});
