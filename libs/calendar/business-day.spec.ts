import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDay, dayAfter, isoWeekday, localTime, startOfDay } from './business-day.js';

const ZONES = [
  'Asia/Shanghai',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

describe('the wall clock of a hall', () => {
  it.each([
    ['2026-03-02T15:59:59.999Z', 'Asia/Shanghai', '2026-03-02', '23:59'],
    ['2026-03-02T16:00:00Z', 'Asia/Shanghai', '2026-03-03', '00:00'],
    ['2026-03-02T16:00:59.999Z', 'Asia/Shanghai', '2026-03-03', '00:00'],
    ['2025-12-31T16:00:00Z', 'Asia/Shanghai', '2026-01-01', '00:00'],
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29', '01:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Berlin', '2026-03-29', '03:00'],
    ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25', '02:30'],
    ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25', '02:30'],
    ['2026-03-02T09:59:00Z', 'Pacific/Kiritimati', '2026-03-02', '23:59'],
    ['2026-03-02T10:00:00Z', 'Pacific/Kiritimati', '2026-03-03', '00:00'],
  ])('%s in %s is %s %s', (at, zone, day, time) => {
    expect(localTime(new Date(at), zone)).toEqual({ day, time });
  });
});

describe('a day begins', () => {
  it.each([
    ['2026-03-02', 'Asia/Shanghai', '2026-03-01T16:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-02', 'Pacific/Kiritimati', '2026-03-01T10:00:00.000Z'],
    ['2026-03-02', 'Pacific/Pago_Pago', '2026-03-02T11:00:00.000Z'],
    // clocks went from 00:00 to 01:00: the day began at one
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%s in %s at %s', (day, zone, at) => {
    expect(startOfDay(day, zone).toISOString()).toBe(at);
  });

  it('at its first instant, in every zone and through every change of the clocks', () => {
    const days = fc.integer({ min: 0, max: 3_000 }).map((n) => {
      const date = new Date(Date.UTC(2020, 0, 1) + n * 86_400_000);
      return date.toISOString().slice(0, 10);
    });
    fc.assert(
      fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
        const start = startOfDay(day, zone);
        expect(businessDay(start, zone)).toBe(day);
        expect(businessDay(new Date(start.getTime() - 1), zone) < day).toBe(true);
        const length = startOfDay(dayAfter(day), zone).getTime() - start.getTime();
        expect(length).toBeGreaterThanOrEqual(23 * 3_600_000);
        expect(length).toBeLessThanOrEqual(25 * 3_600_000);
      }),
    );
  });
});

it.each([
  ['2026-02-28', '2026-03-01', 6],
  ['2028-02-28', '2028-02-29', 1],
  ['2026-12-31', '2027-01-01', 4],
  ['2026-03-01', '2026-03-02', 7],
])('after %s comes %s; it is weekday %i', (day, after, weekday) => {
  expect([dayAfter(day), isoWeekday(day)]).toEqual([after, weekday]);
});
