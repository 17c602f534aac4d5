import { describe, expect, it } from 'vitest';
import type { HallCalendar } from './hall-calendar.js';
import { isWorkingDay, workingDaysAfter, workingDaysBetween } from './working-days.js';

/** The first week of May 2026 off, and Saturday the 9th worked in its place as a Tuesday. */
const calendar: HallCalendar = {
  specialDays: [
    ...['2026-05-01', '2026-05-04', '2026-05-05'].map((day) => ({
      ...{ day, kind: 'holiday' as const, name: '劳动节' },
    })),
    { day: '2026-05-09', kind: 'workday', name: '调休', asWeekday: 2 },
    { day: '2026-05-17', kind: 'workday', name: '周末值班', asWeekday: 7 },
  ],
  extraHours: [{ day: '2026-05-02', queueId: 'a', from: '09:00', to: '12:00' }],
};

describe('working days (requirement 103: 7 个工作日内)', () => {
  it.each([
    ['2026-04-30', true, 'a Thursday'],
    ['2026-05-01', false, 'a holiday'],
    ['2026-05-02', false, 'a Saturday, whatever queue has extra hours'],
    ['2026-05-06', true, 'the Wednesday after'],
    ['2026-05-09', true, 'a Saturday worked in place of a weekday'],
    ['2026-05-17', false, 'a Sunday staffed as a Sunday'],
  ])('%s: %s (%s)', (day, works) => expect(isWorkingDay(calendar, day)).toBe(works));

  it.each([
    // 6, 7, 8, 9 (调休), 11, 12, 13 May
    ['2026-04-30', 7, '2026-05-13'],
    // the day itself is not counted, a day off as the first day changes nothing
    ['2026-05-01', 1, '2026-05-06'],
    ['2026-05-08', 1, '2026-05-09'],
    ['2026-05-09', 1, '2026-05-11'],
    ['2026-03-02', 7, '2026-03-11'],
    ['2026-03-02', 0, '2026-03-02'],
  ])('%s and %i working days are over on %s', (day, count, end) => {
    expect(workingDaysAfter(calendar, day, count)).toBe(end);
    expect(workingDaysBetween(calendar, day, end)).toBe(count);
  });

  it('counts none backwards', () => expect(workingDaysBetween(calendar, '2026-05-13', '2026-05-06')).toBe(0));
});
