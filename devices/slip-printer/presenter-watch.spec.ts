import { expect, it } from 'vitest';
import { ManualTimers } from '../contract/manual-timers.js';
import { PresenterWatch, type SlipPlace } from './presenter-watch.js';

function watched(answer: (asked: number) => boolean): { timers: ManualTimers; told: SlipPlace[] } {
  const timers = new ManualTimers();
  const told: SlipPlace[] = [];
  let asked = 0;
  const watch: { current: PresenterWatch | null } = { current: null };
  watch.current = new PresenterWatch({
    timers,
    untakenMs: 30_000,
    ask: () => watch.current?.hear(answer(++asked)),
    tell: (place) => told.push(place),
  });
  return { timers, told };
}

it('says nothing of a slip that was gone before anybody asked, and asks no longer', () => {
  const { timers, told } = watched(() => false);
  for (let second = 0; second < 10; second += 1) timers.advance(1_000);
  expect(told).toEqual([]);
  expect(timers.pending).toBe(0);
});

it('gives a slip thirty seconds from when it was first seen', () => {
  const { timers, told } = watched((asked) => asked > 2 && asked < 40);
  for (let second = 0; second < 31; second += 1) timers.advance(1_000);
  expect(told).toEqual(['present']);
  for (let second = 0; second < 20; second += 1) timers.advance(1_000);
  expect(told).toEqual(['present', 'not-taken', 'taken']);
  expect(timers.pending).toBe(0);
});
