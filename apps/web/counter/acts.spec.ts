import { describe, expect, it } from 'vitest';
import { actOfKey, faceOf, hindranceOf, type Act } from './acts.js';
import { calledTicket, counterSnapshot, NOW, servingTicket } from './counter-snapshot.sample.js';

const reasonOf = (act: Act, change: Parameters<typeof counterSnapshot>[0], now = NOW) =>
  hindranceOf(act, counterSnapshot(change), now)?.reason ?? null;

describe('a free counter', () => {
  it.each<[Act, string | null]>([
    ['next', null],
    ['recall', 'no-ticket'],
    ['begin', 'no-ticket'],
    ['finish', 'no-ticket'],
    ['miss', 'none-missed'],
    ['park', 'none-parked'],
    ['transfer', 'no-ticket'],
    ['pause', null],
    ['help', null],
  ])('%s: %s', (act, reason) => expect(reasonOf(act, { waitingCount: 3 })).toBe(reason));

  it('has nobody to call when nobody waits', () =>
    expect(reasonOf('next', { waitingCount: 0 })).toBe('nobody-waiting'));
  it.each<Act>(['next', 'park'])('calls nobody while paused: %s', (act) =>
    expect(reasonOf(act, { pausedFor: 'meal' })).toBe('paused'),
  );
});

describe('a called ticket', () => {
  it('is begun or set down before the next one', () =>
    expect(reasonOf('next', { current: calledTicket() })).toBe('not-begun'));
  it('may be finished at once', () => expect(reasonOf('finish', { current: calledTicket() })).toBeNull());
  it('keeps the counter open', () =>
    expect(reasonOf('pause', { current: calledTicket() })).toBe('ticket-open'));

  it('is recalled after the pause, which counts down', () => {
    const current = calledTicket({ recallAt: '2026-03-02T01:05:12.000Z' });
    expect(hindranceOf('recall', counterSnapshot({ current }), NOW)).toEqual({
      reason: 'recall-later',
      params: { seconds: 12 },
    });
    expect(reasonOf('recall', { current }, new Date('2026-03-02T01:05:12Z'))).toBeNull();
  });
  it('is not recalled for ever', () =>
    expect(reasonOf('recall', { current: calledTicket({ recallAt: null }) })).toBe('calls-used-up'));

  it('is missed only after the least number of calls', () => {
    const current = calledTicket({ calls: 1, minimumCalls: 3, missAt: null });
    expect(hindranceOf('miss', counterSnapshot({ current }), NOW)).toEqual({
      reason: 'calls-missing',
      params: { calls: 2 },
    });
  });
  it('is missed only some time after the last call', () =>
    expect(reasonOf('miss', { current: calledTicket({ missAt: '2026-03-02T01:05:01.000Z' }) })).toBe(
      'miss-later',
    ));
});

it('finishes and calls the next one with one key while serving, even when nobody waits', () => {
  const serving = { current: servingTicket(), waitingCount: 0 };
  expect(reasonOf('next', serving)).toBeNull();
  expect(faceOf('next', counterSnapshot(serving))).toBe('finish-and-next');
});

it('takes parked and missed visitors back with the keys that set them aside', () => {
  expect(faceOf('park', counterSnapshot({}))).toBe('resume');
  expect(faceOf('miss', counterSnapshot({}))).toBe('rejoin');
  expect(faceOf('park', counterSnapshot({ current: servingTicket() }))).toBe('park');
});

it('knows the nine keys and no other', () => {
  expect(actOfKey('F2')).toBe('next');
  expect(actOfKey('F10')).toBe('help');
  expect(actOfKey('F1')).toBeUndefined();
});
