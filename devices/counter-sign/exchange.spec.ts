import { describe, expect, it } from 'vitest';
import { ManualTimers } from '../contract/manual-timers.js';
import { Exchange, PATIENCE, type ExchangeOutcome } from './exchange.js';

function begun() {
  const timers = new ManualTimers();
  const outcomes: ExchangeOutcome[] = [];
  const sentAt: number[] = [];
  const start = timers.now().getTime();
  const exchange = new Exchange(timers, () => sentAt.push(timers.now().getTime() - start));
  exchange.start(Uint8Array.of(1), (outcome) => outcomes.push(outcome));
  return { timers, outcomes, sentAt, exchange };
}
const TAKEN = { kind: 'taken' } as const;

describe('a packet on its way', () => {
  it('is over with its answer', () => {
    const { exchange, outcomes, sentAt, timers } = begun();
    exchange.hear(TAKEN);
    expect(outcomes).toEqual([{ kind: 'taken' }]);
    expect(sentAt).toEqual([0]);
    expect([exchange.isBusy, timers.pending]).toEqual([false, 0]);
  });

  it('is sent four times in all, with longer and longer pauses', () => {
    const { outcomes, sentAt, timers } = begun();
    timers.advance(60_000);
    expect(sentAt).toEqual([0, 1_250, 2_750, 4_750]);
    expect(outcomes).toEqual([{ kind: 'silent' }]);
  });

  it('waits for as many answers as it was sent times, so that none is left for the next packet', () => {
    const { exchange, outcomes, timers } = begun();
    timers.advance(1_300);
    exchange.hear(TAKEN);
    expect(outcomes).toEqual([]);
    exchange.hear(TAKEN);
    expect(outcomes).toEqual([{ kind: 'taken' }]);
  });

  it('takes one answer for enough when the other does not come', () => {
    const { exchange, outcomes, sentAt, timers } = begun();
    timers.advance(1_300);
    exchange.hear(TAKEN);
    timers.advance(PATIENCE.answerMs);
    expect(outcomes).toEqual([{ kind: 'taken' }]);
    expect(sentAt).toHaveLength(2);
  });

  it('is over with an answer that comes in the pause', () => {
    const { exchange, outcomes, sentAt, timers } = begun();
    timers.advance(1_100);
    exchange.hear(TAKEN);
    timers.advance(10_000);
    expect(outcomes).toEqual([{ kind: 'taken' }]);
    expect(sentAt).toEqual([0]);
  });

  it('is not sent again when it is refused', () => {
    const { exchange, outcomes, sentAt, timers } = begun();
    exchange.hear({ kind: 'refused', code: 12 });
    timers.advance(10_000);
    expect(outcomes).toEqual([{ kind: 'refused', code: 12 }]);
    expect(sentAt).toEqual([0]);
  });

  it('is sent again to a busy device, and refused when it stays so', () => {
    const { exchange, outcomes, sentAt, timers } = begun();
    for (let attempt = 0; attempt < PATIENCE.attempts; attempt += 1) {
      exchange.hear({ kind: 'busy', code: 3 });
      timers.advance(1_000);
    }
    expect(sentAt).toEqual([0, 250, 1_500, 3_000]);
    expect(outcomes).toEqual([{ kind: 'refused', code: 3 }]);
  });

  it('is forgotten with its connection', () => {
    const { exchange, outcomes, sentAt, timers } = begun();
    exchange.abandon();
    exchange.hear(TAKEN);
    timers.advance(60_000);
    expect(outcomes).toEqual([]);
    expect(sentAt).toEqual([0]);
    expect(timers.pending).toBe(0);
  });

  it('hears nothing that nobody asked for', () => {
    const { exchange, outcomes } = begun();
    exchange.hear(TAKEN);
    exchange.hear(TAKEN);
    expect(outcomes).toHaveLength(1);
  });
});
