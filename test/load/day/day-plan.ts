import { bookingOf, type BookingPlan } from './booking-plan.js';
import { HOUR_S, GROUPS, queueId, ROUTES, routesOf, type DaySize } from './day-config.js';
import { personOf, type Person } from './day-person.js';

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
  /** Who it is, where he says so. */
  person: Person | null;
  booking: BookingPlan | null;
  /** Hands in so many of the visits that follow in the plan, and this one, for others. */
  agentOf: number;
  groupId: string | null;
  routeId: string | null;
  /** While it waits, after so many seconds: somebody of the hall does this, or its own phone cancels. */
  meanwhile: { what: Meanwhile; after: number } | null;
  /** At which call it comes; `late`: when it was missed; `never`: nobody sees it again; `tomorrow`: it rings, and comes on the next day. */
  comes: 'first' | 'second' | 'late' | 'never' | 'tomorrow';
  serviceS: number;
  /** At the counter, before the end. `leaves`: parked, and gone for good. */
  atCounter: 'nothing' | 'parks' | 'leaves' | 'to-queue' | 'to-counter';
  /** Still waits when the hall closes: is told to come tomorrow. */
  sentHome: boolean;
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
  const plans = Array.from({ length: size.visitors }, (_none, place) =>
    planOf(size, random, personOf(place)),
  );
  plans.sort((a, b) => a.arrives - b.arrives);
  return comeAgain(size, handedIn(size, forgetful(plans), random), random);
}

/** Those who book and forget are the same two people all day: some time they book no more. */
function forgetful(plans: Plan[]): Plan[] {
  const forgets = plans.filter(({ booking, person }) => booking?.then === 'forgets' && person !== null);
  forgets.forEach((plan, place) => (plan.person = forgets[place % 2]?.person ?? null));
  return plans;
}

const isPlain = ({ booking, routeId, agentOf }: Plan): boolean =>
  booking === null && routeId === null && agentOf === 0;

/** Agents take the next ones' cases, as long as these want no more than a number. */
function handedIn({ dense }: DaySize, plans: Plan[], random: () => number): Plan[] {
  for (let place = 0; place < plans.length; place++) {
    const [first, ...others] = plans.slice(place, place + 2 + Math.floor(random() * 4));
    if (!first || random() > 0.012 * dense || ![first, ...others].every(isPlain)) continue;
    first.agentOf = 1 + others.length;
    for (const other of others) other.arrives = first.arrives;
    place += others.length;
  }
  return plans;
}

/** Some who gave their name try again a minute later, as another visitor would: the first number stands. */
function comeAgain({ dense }: DaySize, plans: Plan[], random: () => number): Plan[] {
  const handed = new Set(plans.flatMap(({ agentOf }, place) => plans.slice(place, place + agentOf)));
  const alone = (plan: Plan | undefined): plan is Plan =>
    plan !== undefined && isPlain(plan) && !handed.has(plan);
  for (let place = 1; place < plans.length; place++) {
    const [first, again] = [plans[place - 1], plans[place]];
    if (!alone(first) || !alone(again) || first.person === null || random() > 0.03 * dense) continue;
    const { person, prefix, arrives } = first;
    plans[place] = { ...again, person, prefix, arrives: arrives + 60 };
    place++;
  }
  return plans;
}

/** The queues of a visit, in turn. */
export const stopsOf = ({ routeId, prefix }: Plan): string[] =>
  [...((routeId !== null && ROUTES[routeId]) || prefix)].map(queueId);

type Shares<Word> = readonly (readonly [Word, number])[];

/** One of these words by its share of 1; the first one takes the rest. */
export function drawn<Word>(random: () => number, rest: Word, shares: Shares<Word>): Word {
  let left = random();
  for (const [word, share] of shares) {
    left -= share;
    if (left < 0) return word;
  }
  return rest;
}

function planOf(size: DaySize, random: () => number, person: Person): Plan {
  const { prefixes } = size;
  const arrives = arrival(size, random);
  const booking = bookingOf(size, arrives, random);
  const guide = booking === null && random() < 0.12;
  const onRoute = booking === null && random() < 0.06;
  const [route] = onRoute ? routesOf(size).sort(() => random() - 0.5) : [];
  const says = (booking !== null && !booking.byPass) || random() < 0.35;
  const what = drawn<Meanwhile | null>(random, null, [
    ['marked', 0.04],
    ['expedited', 0.012],
    ['helped', 0.02],
    ['moved', 0.015],
    ['cancelled-by-phone', 0.035],
    ['cancelled-at-desk', 0.01],
  ]);
  return {
    ...{ arrives: booking?.comesAt ?? arrives, booking, agentOf: 0, person: says ? person : null },
    prefix: booking?.prefix ?? route?.[1][0] ?? prefixes[Math.floor(random() * prefixes.length)] ?? 'A',
    door: guide ? 'guide' : 'kiosk',
    groupId: guide && !says && random() < 0.7 ? (GROUPS[Math.floor(random() * GROUPS.length)] ?? null) : null,
    routeId: route?.[0] ?? null,
    meanwhile: what && { what, after: 60 + Math.floor(random() * 600) },
    ...visitOf(size, random),
  };
}

function visitOf({ dense }: DaySize, random: () => number) {
  return {
    comes: drawn<Plan['comes']>(random, 'first', [
      ['second', 0.06],
      ['late', 0.04],
      ['never', 0.03],
      ['tomorrow', 0.008 * dense],
    ]),
    serviceS: Math.round(80 + 335 * -Math.log(1 - random() * 0.98)),
    atCounter: drawn<Plan['atCounter']>(random, 'nothing', [
      ['parks', 0.05],
      ['leaves', 0.005 * dense],
      ['to-queue', 0.03],
      ['to-counter', 0.03],
    ]),
    sentHome: random() < 0.15,
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
