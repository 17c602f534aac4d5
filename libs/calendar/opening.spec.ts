import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTime } from './business-day.js';
import type { HallCalendar } from './hall-calendar.js';
import type { WeeklyHours } from './hours.js';
import * as opening from './opening.js';

/** Requirement 10: 周一至周五上午9:00至12:00。下午13:00至17:00; and a Saturday morning. */
const HALL: WeeklyHours = [
  { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
  { days: [6], from: '09:30', to: '11:30' },
];
const SHANGHAI = 'Asia/Shanghai';
const PLAIN: HallCalendar = { specialDays: [], extraHours: [] };
const of = (hours: WeeklyHours, calendar = PLAIN) => opening.openingOf(calendar, { id: 'queue-a', hours });
const isOpen = (hours: WeeklyHours, at: Date, timeZone: string) => opening.isOpen(of(hours), at, timeZone);
const nextOpening = (hours: WeeklyHours, at: Date, timeZone: string) =>
  opening.nextOpening(of(hours), localTime(at, timeZone));
const hoursOn = (hours: WeeklyHours, day: string) => opening.hoursOn(of(hours), day);
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`);

it.each([
  ['2026-03-02 08:59', false, '2026-03-02 09:00'],
  ['2026-03-02 09:00', true, '2026-03-02 13:00'],
  ['2026-03-02 11:59', true, '2026-03-02 13:00'],
  ['2026-03-02 12:00', false, '2026-03-02 13:00'],
  ['2026-03-02 12:59', false, '2026-03-02 13:00'],
  ['2026-03-02 13:00', true, '2026-03-03 09:00'],
  ['2026-03-02 16:59', true, '2026-03-03 09:00'],
  ['2026-03-02 17:00', false, '2026-03-03 09:00'],
  ['2026-03-06 17:00', false, '2026-03-07 09:30'],
  ['2026-03-07 11:30', false, '2026-03-09 09:00'],
  ['2026-03-08 10:00', false, '2026-03-09 09:00'],
])('%s: open %s, opens next %s', (local, open, opens) => {
  expect(isOpen(HALL, at(local), SHANGHAI)).toBe(open);
  expect(nextOpening(HALL, at(local), SHANGHAI)).toBe(opens);
});

describe('hours as printed', () => {
  it.each([
    ['2026-03-02', '09:00–12:00，13:00–17:00'],
    ['2026-03-07', '09:30–11:30'],
    ['2026-03-08', ''],
  ])('on %s: %s', (day, printed) => {
    expect(hoursOn(HALL, day)).toBe(printed);
  });
});

describe('at the edges', () => {
  it('24:00 ends a day, and the next begins at 00:00', () => {
    const always = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
    expect(isOpen(always, at('2026-03-02 23:59'), SHANGHAI)).toBe(true);
    expect(isOpen(always, at('2026-03-03 00:00'), SHANGHAI)).toBe(true);
  });

  it('a queue that opens once a week opens next in seven days', () => {
    const mondays = [{ days: [1], from: '09:00', to: '10:00' }];
    expect(nextOpening(mondays, at('2026-03-02 09:00'), SHANGHAI)).toBe('2026-03-09 09:00');
  });

  it('a queue without hours never opens', () => {
    expect(nextOpening([], at('2026-03-02 09:00'), SHANGHAI)).toBeNull();
    expect(isOpen([], at('2026-03-02 09:00'), SHANGHAI)).toBe(false);
  });

  it('an hour that the clocks leave out is not missed: who opens at 02:30 is open when it is three', () => {
    const night = [{ days: [7], from: '02:30', to: '04:00' }];
    expect(isOpen(night, new Date('2026-03-29T00:59:00Z'), 'Europe/Berlin')).toBe(false);
    expect(isOpen(night, new Date('2026-03-29T01:00:00Z'), 'Europe/Berlin')).toBe(true);
  });

  it('an hour that comes twice is open both times', () => {
    const night = [{ days: [7], from: '02:00', to: '03:00' }];
    for (const instant of ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])
      expect(isOpen(night, new Date(instant), 'Europe/Berlin')).toBe(true);
    expect(isOpen(night, new Date('2026-10-25T02:00:00Z'), 'Europe/Berlin')).toBe(false);
  });
});

it('the next opening is open, and none was before it (any hours, any instant)', () => {
  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  const span = fc
    .record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: clock,
      to: clock,
    })
    .filter(({ from, to }) => from < to);
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 14 });
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 3 }), minutes, (hours, minute) => {
      const now = new Date(at('2026-03-02 00:00').getTime() + minute * 60_000);
      const opens = nextOpening(hours, now, SHANGHAI);
      const instant = at(opens ?? '');
      expect(instant.getTime()).toBeGreaterThan(now.getTime());
      expect(isOpen(hours, instant, SHANGHAI)).toBe(true);
      const quarter = 15 * 60_000;
      for (let t = now.getTime() - (now.getTime() % quarter) + quarter; t < instant.getTime(); t += quarter)
        expect(isOpen(hours, new Date(t), SHANGHAI) && !isOpen(hours, new Date(t - 1), SHANGHAI)).toBe(false);
    }),
    { numRuns: 30 },
  );
});

describe('days that are not as their weekday', () => {
  /** The week before New Year of 2027: a holiday on Friday, worked for on Sunday; a long evening on Tuesday. */
  const calendar: HallCalendar = {
    specialDays: [
      { day: '2027-01-01', kind: 'holiday', name: '元旦' },
      { day: '2027-01-03', kind: 'workday', name: '元旦调休', asWeekday: 5 },
    ],
    extraHours: [
      { day: '2026-12-29', queueId: 'queue-a', from: '17:00', to: '19:00' },
      { day: '2026-12-29', queueId: 'queue-b', from: '17:00', to: '21:00' },
      { day: '2027-01-01', queueId: 'queue-a', from: '10:00', to: '11:00' },
      { day: '2027-01-02', queueId: 'queue-a', from: '11:00', to: '12:30' },
    ],
  };

  it.each([
    ['a plain day keeps its week', '2026-12-28', '09:00–12:00，13:00–17:00'],
    [
      'extra hours that touch the end lengthen it, of this queue alone',
      '2026-12-29',
      '09:00–12:00，13:00–19:00',
    ],
    ['a holiday has only what was asked for by date', '2027-01-01', '10:00–11:00'],
    ['extra hours that overlap are one span', '2027-01-02', '09:30–12:30'],
    ['a 调休 Sunday has the hours of the Friday it stands for', '2027-01-03', '09:00–12:00，13:00–17:00'],
  ])('%s (%s)', (_sentence, day, printed) => {
    expect(opening.hoursOn(of(HALL, calendar), day)).toBe(printed);
  });

  it('a run of holidays is looked over, but not more than thirty days', () => {
    const days = (count: number): HallCalendar => ({
      ...PLAIN,
      specialDays: Array.from({ length: count }, (_none, ahead) => ({
        ...{ day: new Date(Date.UTC(2026, 2, 3 + ahead)).toISOString().slice(0, 10) },
        ...{ kind: 'holiday', name: '' },
      })),
    });
    const now = { day: '2026-03-02', time: '18:00' };
    expect(opening.nextOpening(of(HALL, days(8)), now)).toBe('2026-03-11 09:00');
    expect(opening.nextOpening(of(HALL, days(40)), now)).toBeNull();
  });

  it('a holiday has no weekday to work as; a 调休 day has that of the day it stands for', () => {
    const worked = ['2026-12-31', '2027-01-01', '2027-01-03'].map((day) => opening.workedAs(calendar, day));
    expect(worked).toEqual([4, null, 5]);
  });
});

describe('numbers are given while open, but not in the last minutes', () => {
  it.each([
    ['2026-03-02', '09:00', 30, true],
    ['2026-03-02', '11:29', 30, true],
    ['2026-03-02', '11:30', 30, false],
    ['2026-03-02', '12:30', 30, false],
    ['2026-03-02', '16:59', 0, true],
    ['2026-03-02', '17:00', 0, false],
    ['2026-03-08', '10:00', 0, false],
  ])('%s %s, stopped %i minutes before the end: %s', (day, time, stop, may) => {
    expect(opening.mayIssue(of(HALL), stop, { day, time })).toBe(may);
  });

  it('midnight closes nothing that is open on its other side', () => {
    const night = (days: number[]) => of([{ days, from: '00:00', to: '24:00' }]);
    const late = { day: '2026-03-02', time: '23:50' };
    expect(opening.mayIssue(night([1, 2]), 30, late)).toBe(true);
    expect(opening.mayIssue(night([1]), 30, late)).toBe(false);
  });
});
