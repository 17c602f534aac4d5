import type { Counter, Device, HallConfig, Queue } from '#libs/hall/config';
import { testConfig } from '../../support/test-config.js';

/** How big a day is. Times are seconds since the hall's midnight. */
export interface DaySize {
  counters: number;
  /** A letter a queue. */
  prefixes: string;
  visitors: number;
  /** The first visitor comes after this, the last one before `until`. */
  from: number;
  until: number;
  /** Nobody is let in any more. */
  closes: number;
  /** How much more often than in a big hall something rare happens: a small day must have it all, too. */
  dense: number;
  kiosks: number;
  boards: number;
  seed: number;
}

export const HOUR_S = 3_600;
/** A Monday, as the hall names it. */
export const DAY = '2026-03-02';
export const NEXT_DAY = '2026-03-03';
export const MIDNIGHT = new Date(`${DAY}T00:00:00+08:00`);

/** The hall of requirement 3.9: 30 counters, 1,500 visitors, some of whom come when it has closed. */
export const WHOLE_DAY: DaySize = {
  ...{ counters: 30, prefixes: 'ABCDEFG', visitors: 1_500, kiosks: 4, boards: 6, seed: 20260302 },
  ...{ from: 9 * HOUR_S, until: 17.1 * HOUR_S, closes: 17 * HOUR_S, dense: 1 },
};

/** Who is older has a place before others. */
export const ELDERLY = { groupId: 'elderly', fromAge: 65 } as const;
const evidenceOf = (id: string) =>
  id === ELDERLY.groupId
    ? { evidence: 'birth-date' as const, fromAge: ELDERLY.fromAge }
    : { evidence: 'certificate' as const, fromAge: null };

export const GROUPS = ['elderly', 'disabled', 'soldier'] as const;
/** The letter whose missed numbers lapse, and the one of which there are only so many. */
const VOID = 'F';
const SCARCE = 'G';
export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Hall time of a second of the day. */
export const clock = (second: number): string =>
  [second / HOUR_S, (second % HOUR_S) / 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');

export const queueId = (prefix: string): string => `hall-queue-${prefix.toLowerCase()}`;
export const counterId = (place: number): string => `hall-counter-${place + 1}`;

/** Routes by id: the letters of their queues in turn. */
export const ROUTES: Readonly<Record<string, string>> = { 'route-two': 'AC', 'route-three': 'BDA' };
export const routesOf = ({ prefixes }: DaySize): [string, string][] =>
  Object.entries(ROUTES).filter(([, letters]) => [...letters].every((letter) => prefixes.includes(letter)));

export function dayConfig(size: DaySize): HallConfig {
  const { counters, prefixes } = size;
  const devices = [...places('kiosk', size.kiosks), ...places('board', size.boards)];
  return testConfig('hall', { counters, prefixes, devices, change: (config) => furnished(config, size) });
}

const places = (kind: 'kiosk' | 'board', count: number): Device[] =>
  Array.from({ length: count }, (_none, place) => ({
    ...{ id: `hall-${kind}-${place + 1}`, kind, name: `${kind} ${place + 1}` },
  }));

function furnished(config: HallConfig, size: DaySize): HallConfig {
  const queues = config.queues.map((queue) => dayQueue(queue, size));
  const counters = config.counters.map((counter, place) => posted(counter, place, size));
  const group = (id: string) => ({ id, name: id, nameEn: id, ...evidenceOf(id) });
  return {
    ...{ ...config, queues, counters },
    routes: routesOf(size).map(([id, letters]) => ({
      ...{ id, name: id, nameEn: id, queueIds: [...letters].map(queueId) },
    })),
    callOrder: {
      ...{ groups: GROUPS.map(group), share: { priority: 1, ordinary: 2 }, ageingMinutes: 60 },
      callByNumber: true,
    },
    noonRotas: hasShifts(size)
      ? [{ days: EVERY_DAY, from: '12:00', to: '13:00', counterIds: noonCounters(counters) }]
      : [],
  };
}

const dayQueue = (queue: Queue, { from, closes }: DaySize): Queue => ({
  ...queue,
  hours: [{ days: EVERY_DAY, from: clock(from), to: clock(closes) }],
  stopIssuingMinutes: 20,
  quota: {
    daily: null,
    periods:
      queue.prefix === SCARCE
        ? [
            { from: '09:00', to: '12:00', tickets: 80 },
            { from: '13:00', to: '17:00', tickets: 80 },
          ]
        : [],
  },
  calls: { ...queue.calls, missedMay: queue.prefix === VOID ? 'void' : 'rejoin' },
});

/** Counters are enough for two shifts at noon, and for queues of their own. */
const hasShifts = ({ counters, prefixes }: DaySize): boolean => counters >= 2 * prefixes.length;

/** A counter of a big hall has two queues of its own and helps out with a third one; in a small hall all do all. */
function posted(counter: Counter, place: number, size: DaySize): Counter {
  if (!hasShifts(size)) return counter;
  const of = (step: number): string => queueId(size.prefixes[(place + step) % size.prefixes.length] ?? 'A');
  return { ...counter, queueIds: [of(0), of(1)], backupQueueIds: [of(3)] };
}

const staysAtNoon = (place: number): boolean => place % 2 === 0;
const noonCounters = (counters: readonly Counter[]): string[] =>
  counters.filter((_counter, place) => staysAtNoon(place)).map(({ id }) => id);

/** When a counter is left and for what; those on the noon rota eat after the others. */
export function breaksOf(place: number, size: DaySize) {
  if (!hasShifts(size)) return [];
  const meal = staysAtNoon(place) ? 13 + (place % 4) / 8 : 12;
  const length = staysAtNoon(place) ? 0.5 : 1;
  const short = 10.5 + (place % 10) / 4;
  return [
    { from: short * HOUR_S, to: short * HOUR_S + 300, reason: 'short-break' },
    { from: meal * HOUR_S, to: (meal + length) * HOUR_S, reason: 'meal' },
  ];
}
