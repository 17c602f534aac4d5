import { describe, expect, it } from 'vitest';
import { createIdleCountdown } from './idle-countdown.js';

function countdownOf(seconds: number) {
  let ms = Date.parse('2026-03-02T01:00:00Z');
  const countdown = createIdleCountdown(seconds, () => new Date(ms));
  return { countdown, pass: (gone: number) => (ms += gone) };
}

describe('idle countdown', () => {
  it.each([
    [0, 30],
    [1, 30],
    [1_000, 29],
    [29_001, 1],
    [30_000, 0],
    [90_000, 0],
  ])('after %i ms without a touch shows %i', (gone, left) => {
    const { countdown, pass } = countdownOf(30);
    pass(gone);
    expect(countdown.secondsLeft()).toBe(left);
  });

  it('starts anew with each touch', () => {
    const { countdown, pass } = countdownOf(30);
    pass(29_500);
    countdown.touch();
    pass(29_000);
    expect(countdown.secondsLeft()).toBe(1);
  });

  it('never shows more than the whole time when the clock is set back', () => {
    const { countdown, pass } = countdownOf(30);
    pass(-3_600_000);
    expect(countdown.secondsLeft()).toBe(30);
  });
});
