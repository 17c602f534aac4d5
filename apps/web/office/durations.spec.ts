import { expect, it } from 'vitest';
import { clockText, durationsOf } from './durations.js';

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString();
const steps = (...list: [type: string, minute: number, counterNumber?: number][]) =>
  list.map(([type, minute, counterNumber = 3], sequence) => ({
    ...{ sequence, at: at(minute), type, counterNumber },
    ...{ staffName: '王秀兰', actorName: '王秀兰', configVersion: 1, details: {} },
  }));
const minutes = (value: number): number => value * 60_000;

it('keeps waiting, way and service apart', () => {
  const durations = durationsOf(
    steps(
      ['ticket-issued', 0],
      ['ticket-called', 12],
      ['ticket-recalled', 13],
      ['visit-begun', 14],
      ['visit-finished', 30],
    ),
  );
  expect(durations).toEqual({
    waiting: minutes(12),
    visits: [{ counterNumber: 3, staffName: '王秀兰', way: minutes(2), service: minutes(16) }],
  });
});

it('takes park and resume at the same counter for one visit', () => {
  const { visits } = durationsOf(
    steps(
      ['ticket-called', 0],
      ['visit-begun', 1],
      ['ticket-parked', 5],
      ['ticket-called', 15],
      ['visit-begun', 16],
      ['visit-finished', 20],
    ),
  );
  expect(visits).toMatchObject([{ way: minutes(1), service: minutes(19) }]);
});

it('ends a visit with a transfer and begins another at the next counter', () => {
  const { waiting, visits } = durationsOf(
    steps(
      ['ticket-issued', 0],
      ['ticket-called', 4],
      ['visit-begun', 5],
      ['ticket-transferred', 9],
      ['ticket-called', 11, 5],
      ['visit-begun', 12, 5],
      ['visit-finished', 20, 5],
    ),
  );
  expect(waiting).toBe(minutes(4));
  expect(visits).toMatchObject([
    { counterNumber: 3, way: minutes(1), service: minutes(4) },
    { counterNumber: 5, way: minutes(1), service: minutes(8) },
  ]);
});

it('knows no way and no service of a visit finished without a begin', () => {
  const { visits } = durationsOf(steps(['ticket-called', 0], ['visit-finished', 5]));
  expect(visits).toMatchObject([{ way: null, service: null }]);
});

it('knows nothing yet of a ticket that waits', () =>
  expect(durationsOf(steps(['ticket-issued', 0]))).toEqual({ waiting: null, visits: [] }));

it.each([
  [0, '00:00'],
  [725_000, '12:05'],
  [3_792_000, '1:03:12'],
])('writes %i ms as %s', (milliseconds, text) => expect(clockText(milliseconds)).toBe(text));
