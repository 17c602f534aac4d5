import { HOUR_S, GROUPS, routesOf, type DaySize } from './day-config.js';

/** Numbers from 0 to 1, the same ones for the same seed. Lehmer's generator: no code of the product's own simulator. */
export function lehmer(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** What a visitor is going to do, decided before the day begins. Seconds. */
export interface Plan {
  arrives: number;
  prefix: string;
  door: 'kiosk' | 'guide';
  groupId: string | null;
  routeId: string | null;
  /** While it waits, after so many seconds: somebody of the hall does this, or its own phone cancels. */
  meanwhile: { what: Meanwhile; after: number } | null;
  /** At which call it comes; `late`: when it was missed; `never`: nobody sees it again. */
  comes: 'first' | 'second' | 'late' | 'never';
  serviceS: number;
  /** At the counter, before the end. `leaves`: parked, and gone for good. */
  atCounter: 'nothing' | 'parks' | 'leaves' | 'to-queue' | 'to-counter';
  outcome: 'completed' | 'accepted' | 'supplement-needed';
  /** The clerk finishes and calls with one key. */
  withNext: boolean;
  pad: 'rates' | 'explains' | 'declines' | 'nothing';
  level: number;
}

export type Meanwhile =
  'marked' | 'expedited' | 'helped' | 'moved' | 'cancelled-by-phone' | 'cancelled-at-desk';

export function plansOf(size: DaySize): Plan[] {
  const random = lehmer(size.seed);
  const plans = Array.from({ length: size.visitors }, () => planOf(size, random));
  return plans.sort((a, b) => a.arrives - b.arrives);
}

type Shares<Word> = readonly (readonly [Word, number])[];

/** One of these words by its share of 1; the first one takes the rest. */
function drawn<Word>(random: () => number, rest: Word, shares: Shares<Word>): Word {
  let left = random();
  for (const [word, share] of shares) {
    left -= share;
    if (left < 0) return word;
  }
  return rest;
}

function planOf(size: DaySize, random: () => number): Plan {
  const { prefixes } = size;
  const guide = random() < 0.12;
  const [route] = random() < 0.06 ? routesOf(size).sort(() => random() - 0.5) : [];
  const what = drawn<Meanwhile | null>(random, null, [
    ['marked', 0.04],
    ['expedited', 0.012],
    ['helped', 0.02],
    ['moved', 0.015],
    ['cancelled-by-phone', 0.035],
    ['cancelled-at-desk', 0.01],
  ]);
  return {
    arrives: arrival(size, random),
    prefix: route?.[1][0] ?? prefixes[Math.floor(random() * prefixes.length)] ?? 'A',
    door: guide ? 'guide' : 'kiosk',
    groupId: guide && random() < 0.7 ? (GROUPS[Math.floor(random() * GROUPS.length)] ?? null) : null,
    routeId: route?.[0] ?? null,
    meanwhile: what && { what, after: 60 + Math.floor(random() * 600) },
    ...visitOf(random),
  };
}

function visitOf(random: () => number) {
  return {
    comes: drawn<Plan['comes']>(random, 'first', [
      ['second', 0.06],
      ['late', 0.04],
      ['never', 0.03],
    ]),
    serviceS: Math.round(80 + 335 * -Math.log(1 - random() * 0.98)),
    atCounter: drawn<Plan['atCounter']>(random, 'nothing', [
      ['parks', 0.05],
      ['leaves', 0.005],
      ['to-queue', 0.03],
      ['to-counter', 0.03],
    ]),
    outcome: drawn<Plan['outcome']>(random, 'completed', [
      ['accepted', 0.2],
      ['supplement-needed', 0.08],
    ]),
    withNext: random() < 0.3,
    pad: drawn<Plan['pad']>(random, 'nothing', [
      ['rates', 0.4],
      ['explains', 0.15],
      ['declines', 0.1],
    ]),
    level: drawn(random, 5, [
      [4, 0.25],
      [3, 0.1],
      [2, 0.04],
      [1, 0.02],
    ]),
  };
}

/** All day long, and in two rushes: around ten and around two. */
function arrival({ from, until }: DaySize, random: () => number): number {
  const hill = (random() + random() + random()) / 3 - 0.5;
  const at = drawn(random, from + (until - from) * random(), [
    [10 * HOUR_S + hill * 2.4 * HOUR_S, 0.3],
    [14 * HOUR_S + hill * 2 * HOUR_S, 0.22],
    [16 * HOUR_S + hill * HOUR_S, 0.06],
  ]);
  return Math.floor(at > from && at < until ? at : from + (until - from) * random());
}
