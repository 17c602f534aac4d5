import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedWait, expectedWaits, type CounterNow, type Waiting } from './expected-wait.js';
import { learnPace } from './learn-pace.js';
import { NO_PACE, QUARTER_MINUTES, QUARTERS, type Pace, type Turn } from './pace.js';

const NINE = 9 * 60;
const someone = (queueId = 'a'): Waiting => ({ queueId, targetCounterId: null });
const people = (count: number, queueId = 'a'): Waiting[] =>
  Array.from({ length: count }, () => someone(queueId));
const counter = (id: string, queueIds = ['a'], change: Partial<CounterNow> = {}): CounterNow => ({
  ...{ id, queueIds, open: true, busy: { queueId: 'a', minutes: 1 } },
  ...change,
});
/** A hall that knows itself exactly: turns of ten minutes, and waits that come as forecast. */
const EXACT: Pace = {
  turns: new Map(['a', 'b'].map((queueId) => [queueId, { mean: 10, spread: 0 }])),
  presence: new Map(),
  curve: [
    { forecast: 0, median: 0, bound: 0 },
    { forecast: 100, median: 100, bound: 150 },
  ],
};
const told = (ahead: Waiting[], counters: CounterNow[], service = EXACT, minute = NINE) =>
  expectedWait({ ahead, person: someone(), counters, service, minute });

describe('a forecast by the mean', () => {
  it('is the rest of the turn at the counter when nobody is ahead', () => {
    expect(told([], [counter('1')])).toEqual({ medianMinutes: 9, boundMinutes: 14 });
  });

  it('is nothing at a free counter', () => {
    expect(told([], [counter('1', ['a'], { busy: null })])).toEqual({ medianMinutes: 0, boundMinutes: 0 });
  });

  it('is never rounded down', () => {
    const busy = { queueId: 'a', minutes: 0.9 };
    expect(told([], [counter('1', ['a'], { busy })])?.medianMinutes).toBe(10);
  });

  it('shares the people ahead among the counters of the queue', () => {
    expect(told(people(4), [counter('1')])?.medianMinutes).toBe(49);
    expect(told(people(4), [counter('1'), counter('2')])?.medianMinutes).toBe(29);
  });

  it('counts the people of other queues at counters that serve both, and no others', () => {
    expect(told(people(3, 'b'), [counter('1', ['a', 'b'])])?.medianMinutes).toBe(39);
    expect(told(people(2, 'b'), [counter('1', ['a', 'b']), counter('2', ['b'])])?.medianMinutes).toBe(19);
    expect(told(people(3, 'b'), [counter('1'), counter('2', ['b'])])?.medianMinutes).toBe(9);
  });

  it('says nothing when no open counter serves the queue', () => {
    expect(told(people(2), [])).toBeNull();
    expect(told(people(2), [counter('1', ['b']), counter('2', ['a'], { open: false })])).toBeNull();
  });

  it('takes a ticket meant for one counter to that counter alone', () => {
    const person = { queueId: 'a', targetCounterId: '2' };
    const counters = [counter('1', ['a'], { busy: null }), counter('2')];
    const wait = expectedWait({ ahead: [], person, counters, service: EXACT, minute: NINE });
    expect(wait?.medianMinutes).toBe(9);
  });
});

describe('staffing to come', () => {
  const habit = (share: (minute: number) => number) =>
    Array.from({ length: QUARTERS }, (_none, quarter) => share(quarter * QUARTER_MINUTES));

  it('waits grow before lunch at a counter that is away at noon', () => {
    const lunch = habit((minute) => (minute >= 12 * 60 && minute < 13 * 60 ? 0 : 1));
    const service = { ...EXACT, presence: new Map([['1', lunch]]) };
    expect(told(people(3), [counter('1')], service, NINE)?.medianMinutes).toBe(39);
    expect(told(people(3), [counter('1')], service, 11.75 * 60)?.medianMinutes).toBeGreaterThan(90);
  });

  it('waits shrink when a counter is about to come that is not there yet', () => {
    const later = habit((minute) => (minute >= 9.5 * 60 ? 1 : 0));
    const service = { ...EXACT, presence: new Map([['2', later]]) };
    const counters = [counter('1'), counter('2', ['a'], { open: false, busy: null })];
    expect(told(people(9), counters, service)?.medianMinutes).toBeLessThan(75);
  });
});

describe('whatever the hall', () => {
  const queue = fc.constantFrom('a', 'b', 'c');
  const counters = fc.array(
    fc.record({
      id: fc.constantFrom('1', '2', '3', '4'),
      queueIds: fc.uniqueArray(queue, { minLength: 1 }),
      open: fc.boolean(),
      busy: fc.option(fc.record({ queueId: queue, minutes: fc.double({ min: 0, max: 90, noNaN: true }) })),
    }),
    { maxLength: 6 },
  );
  const share = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
    minLength: QUARTERS,
    maxLength: QUARTERS,
  });
  const service = fc
    .record({ one: share, two: share, mean: fc.double({ min: 0.5, max: 40, noNaN: true }) })
    .map(({ one, two, mean }) => ({
      ...NO_PACE,
      turns: new Map([['a', { mean, spread: mean / 2 }]]),
      presence: new Map([
        ['1', one],
        ['2', two],
      ]),
    }));
  const hall = fc.record({ counters, service, minute: fc.integer({ min: 0, max: 1439 }) });
  const line = fc.array(queue.map(someone), { maxLength: 30 });

  it('the bound is no less than the median, and never nought with somebody ahead', () => {
    fc.assert(
      fc.property(hall, line, (floor, ahead) => {
        const wait = expectedWait({ ...floor, ahead, person: someone() });
        if (wait === null) return;
        expect(wait.boundMinutes).toBeGreaterThanOrEqual(wait.medianMinutes);
        expect([wait.medianMinutes, wait.boundMinutes].every(Number.isInteger)).toBe(true);
        if (ahead.some(({ queueId }) => queueId === 'a')) expect(wait.medianMinutes).toBeGreaterThan(0);
      }),
    );
  });

  it('one more ahead never makes a wait shorter', () => {
    fc.assert(
      fc.property(hall, line, queue, (floor, ahead, another) => {
        const before = expectedWait({ ...floor, ahead, person: someone() });
        const after = expectedWait({ ...floor, ahead: [...ahead, someone(another)], person: someone() });
        expect(after === null).toBe(before === null);
        expect(after?.medianMinutes ?? 0).toBeGreaterThanOrEqual(before?.medianMinutes ?? 0);
        expect(after?.boundMinutes ?? 0).toBeGreaterThanOrEqual(before?.boundMinutes ?? 0);
      }),
    );
  });

  it('one walk through the lines says of each what it would be told alone', () => {
    fc.assert(
      fc.property(hall, line, (floor, waiting) => {
        const all = expectedWaits({ ...floor, waiting, joining: ['a'] });
        const alone = waiting.map((person, place) =>
          expectedWait({ ...floor, ahead: waiting.slice(0, place), person }),
        );
        expect(all.waiting).toEqual(alone);
        expect(all.joining).toEqual([expectedWait({ ...floor, ahead: waiting, person: someone() })]);
      }),
    );
  });
});

describe('what earlier days teach', () => {
  const serves = new Map([['1', ['a']]]);
  /** One counter that takes five minutes a ticket, and a ticket every four minutes. */
  const day = (tickets: number): Turn[] =>
    Array.from({ length: tickets }, (_none, place) => {
      const called = NINE + 5 * place;
      const taken = NINE + 4 * place;
      return { queueId: 'a', counterId: '1', takenAt: taken, calledAt: called, leftAt: called + 5 };
    });

  it('the turns of the hall and its own error', () => {
    const pace = learnPace([day(60), day(60), day(60)], serves);
    expect(pace.turns.get('a')?.mean).toBeCloseTo(5);
    const wait = told(people(4), [counter('1')], pace);
    expect(wait?.medianMinutes).toBeGreaterThanOrEqual(19);
    expect(wait?.boundMinutes).toBeLessThan(35);
  });

  it('of fewer than thirty turns nothing: six minutes a turn and a wide bound', () => {
    const pace = learnPace([day(20)], serves);
    expect(pace.turns.size).toBe(0);
    const wait = told(people(4), [counter('1', ['a'], { busy: null })], pace);
    expect(wait).toEqual({ medianMinutes: 24, boundMinutes: 54 });
  });

  it('that a counter is away at noon when people were left waiting, not when nobody came', () => {
    const away = [
      ...day(30),
      ...day(30).map((turn) => ({ ...turn, calledAt: turn.calledAt && turn.calledAt + 240 })),
    ];
    const quarter = (hour: number) => (hour * 60) / QUARTER_MINUTES;
    const missed = learnPace([away, away], serves).presence.get('1');
    expect(missed?.[quarter(12)]).toBe(0);
    const idle = learnPace([day(30), day(30)], serves).presence.get('1');
    expect(idle?.[quarter(12)]).toBe(1);
  });
});
