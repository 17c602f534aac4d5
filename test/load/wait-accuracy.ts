import { expectedWait } from '#libs/queueing/expected-wait';
import { learnPace } from '#libs/queueing/learn-pace';
import { turnTime, type Pace, type Turn } from '#libs/queueing/pace';
import { seeded, simulateDay, type Sight, type SimulatedHall } from './wait-simulator.js';

const KNOWN_DAYS = 10;
const DAYS = 20;

const serves = (...counters: string[]): SimulatedHall['serves'] =>
  new Map(counters.map((queues, place) => [`counter-${place + 1}`, [...queues]]));

/** A district hall, a small station with two clerks for everything, and a tax hall where every counter has one business. */
const HALLS: readonly SimulatedHall[] = [
  {
    serves: serves('AB', 'AB', 'AB', 'A', 'A', 'BC', 'BC', 'C', 'C', 'CD', 'D', 'D'),
    queues: {
      A: { tickets: 190, minutes: 8 },
      B: { tickets: 110, minutes: 10 },
      C: { tickets: 100, minutes: 12 },
      D: { tickets: 60, minutes: 15 },
    },
    ...{ open: 9 * 60, close: 17 * 60 },
  },
  {
    serves: serves('AB', 'AB', 'B'),
    queues: { A: { tickets: 55, minutes: 9 }, B: { tickets: 75, minutes: 6 } },
    ...{ open: 8.5 * 60, close: 17 * 60 },
  },
  {
    serves: serves('A', 'A', 'A', 'B', 'B', 'C', 'C', 'C'),
    queues: {
      A: { tickets: 180, minutes: 6 },
      B: { tickets: 60, minutes: 11 },
      C: { tickets: 90, minutes: 12 },
    },
    ...{ open: 9 * 60, close: 17.5 * 60 },
  },
];

/** One ticket that had to wait: what it was told and what came of it. Minutes. */
interface Told {
  actual: number;
  median: number;
  bound: number;
  naive: number;
}

export interface WaitAccuracy {
  /** Share of the tickets that were called within their bound. */
  wait_coverage: number;
  /** Mean error of the estimate over that of people ahead × mean ÷ open counters. */
  wait_error_ratio: number;
}

/**
 * Each day of each hall is forecast by what the ten days before it taught. Tickets that found a counter free and nobody before
 * them are told no wait: they would flatter the figures and do not count. Seeds above 100 are for tuning, those below for measuring.
 */
export function waitAccuracy(seeds: readonly number[] = [1, 2, 3]): WaitAccuracy {
  const all = seeds.flatMap((seed) => HALLS.flatMap((hall, place) => replay(hall, seed * 100 + place)));
  const error = (guess: (one: Told) => number) =>
    all.reduce((sum, one) => sum + Math.abs(one.actual - guess(one)), 0);
  const within = all.filter(({ actual, bound }) => actual <= bound);
  return {
    wait_coverage: within.length / all.length,
    wait_error_ratio: error(({ median }) => median) / error(({ naive }) => naive),
  };
}

function replay(hall: SimulatedHall, seed: number): Told[] {
  const random = seeded(seed);
  const days: Turn[][] = [];
  const told: Told[] = [];
  for (let day = 0; day < DAYS; day++) {
    const pace = day < KNOWN_DAYS ? null : learnPace(days.slice(-KNOWN_DAYS), hall.serves);
    const seen: { turn: Turn; guess: Omit<Told, 'actual'> }[] = [];
    const turns = simulateDay(hall, random, (turn, sight) => {
      const guess = pace && guessed(turn.queueId, sight, pace);
      if (guess) seen.push({ turn, guess });
    });
    days.push(turns);
    for (const { turn, guess } of seen)
      if (turn.calledAt !== null) told.push({ ...guess, actual: turn.calledAt - turn.takenAt });
  }
  return told;
}

function guessed(queueId: string, { waiting, counters, minute }: Sight, pace: Pace) {
  const person = { queueId, targetCounterId: null };
  const wait = expectedWait({ ahead: waiting, person, counters, service: pace, minute });
  const mine = counters.filter(({ queueIds, open }) => open && queueIds.includes(queueId));
  const before = waiting.some((other) => mine.some(({ queueIds }) => queueIds.includes(other.queueId)));
  const free = mine.some(({ busy }) => busy === null);
  if (!wait || (free && !before)) return null;
  const ahead = waiting.filter((other) => other.queueId === queueId).length;
  const naive = (ahead * turnTime(pace, queueId).mean) / mine.length;
  return { median: wait.medianMinutes, bound: wait.boundMinutes, naive };
}
