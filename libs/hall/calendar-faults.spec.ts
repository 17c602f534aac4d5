import { describe, expect, it } from 'vitest';
import { calendarFaultOf } from './calendar-faults.js';
import type { HallConfig, Queue } from './config.js';
import { ofQueues, smallConfig } from './small-config.fixture.js';

const WEEK = [1, 2, 3, 4, 5];
const span = (from: string, to: string, days = WEEK) => ({ days, from, to });
const period = (from: string, to: string) => ({ from, to, tickets: 5 });
const queues = (change: Partial<Queue>): HallConfig => ofQueues(change)(smallConfig());
const holiday = { day: '2026-10-01', kind: 'holiday' as const, name: '国庆' };
const extra = (day: string, queueId = 'queue-a') => ({ day, queueId, from: '12:00', to: '13:00' });

/** Queue a at noon; counter 1 serves it only when it has nothing else to do, counter 2 serves queue b alone. */
const noon = (counterIds: string[], change: Partial<HallConfig> = {}, rota = span('12:00', '13:00')) => {
  const config = { ...smallConfig(), noonRotas: [{ ...rota, counterIds }], ...change };
  const serves = [['queue-a'], ['queue-b'], ['queue-b']];
  return {
    ...config,
    counters: config.counters.map((counter, place) => ({
      ...counter,
      queueIds: serves[place] ?? [],
      backupQueueIds: place === 2 ? ['queue-a'] : [],
    })),
  };
};
const TWO_SPANS = ofQueues({ hours: [span('09:00', '12:00'), span('13:00', '17:00')] })(smallConfig()).queues;

describe('what contradicts itself is named', () => {
  it.each<[string, HallConfig]>([
    ['hours-overlap queue-a', queues({ hours: [span('09:00', '12:00'), span('11:59', '17:00', [5, 6])] })],
    [
      'quota-overlap queue-a',
      queues({ quota: { daily: null, periods: [period('09:00', '11:00'), period('10:00', '12:00')] } }),
    ],
    [
      'special-day-twice 2026-10-01',
      { ...smallConfig(), calendar: { specialDays: [holiday, holiday], extraHours: [] } },
    ],
    [
      'queue-unknown queue-z',
      { ...smallConfig(), calendar: { specialDays: [], extraHours: [extra('2026-10-01', 'queue-z')] } },
    ],
    ['counter-unknown counter-9', noon(['counter-1', 'counter-2', 'counter-9'])],
    [
      'rotas-overlap',
      noon([], {
        noonRotas: [span('12:00', '13:00'), span('12:30', '14:00', [1])].map((one) => ({
          ...one,
          counterIds: ['counter-1', 'counter-2'],
        })),
      }),
    ],
    ['queue-alone 12:00–13:00 queue-b', noon(['counter-1'])],
    ['queue-alone 12:00–13:00 queue-a', noon(['counter-2'])],
    ['queue-alone 12:00–13:00 queue-a', noon([])],
    ['queue-alone 16:30–18:00 queue-a', noon([], {}, span('16:30', '18:00', [5, 6]))],
    [
      'queue-alone 12:00–13:00 queue-a',
      noon([], { queues: TWO_SPANS, calendar: { specialDays: [], extraHours: [extra('2026-03-02')] } }),
    ],
  ])('%s', (what, config) => {
    expect(Object.values(calendarFaultOf(config) ?? {}).join(' ')).toBe(what);
  });
});

describe('what only touches, or is another day’s, is no fault', () => {
  it.each<[string, HallConfig]>([
    ['hours that touch', queues({ hours: [span('09:00', '12:00'), span('12:00', '17:00')] })],
    [
      'the same hours on other days',
      queues({ hours: [span('09:00', '12:00'), span('09:00', '12:00', [6])] }),
    ],
    [
      'periods that touch',
      queues({ quota: { daily: 9, periods: [period('09:00', '10:00'), period('10:00', '12:00')] } }),
    ],
    ['a noon counter that serves the queue when it has nothing else to do', noon(['counter-3'])],
    ['a rota on days on which nothing is open', noon([], {}, span('12:00', '13:00', [7]))],
    ['a rota over a noon at which the queues are closed', noon([], { queues: TWO_SPANS })],
    [
      'extra hours on a day that the rota is not for',
      noon([], {
        queues: TWO_SPANS,
        calendar: { specialDays: [holiday], extraHours: [extra('2026-10-01'), extra('2026-10-04')] },
      }),
    ],
  ])('%s', (_what, config) => {
    expect(calendarFaultOf(config)).toBeNull();
  });
});
