import { dayAfter } from './business-day.js';
import type { HallCalendar } from './hall-calendar.js';
import { workedAs } from './opening.js';

const FRIDAY = 5;

/** 工作日: Monday to Friday, without the public holidays and with the days worked in their place (调休). */
export function isWorkingDay(calendar: HallCalendar, day: string): boolean {
  const weekday = workedAs(calendar, day);
  return weekday !== null && weekday <= FRIDAY;
}

/** The day on which so many working days are over; the day it begins on is not counted. */
export function workingDaysAfter(calendar: HallCalendar, day: string, count: number): string {
  let last = day;
  for (let left = count; left > 0;) {
    last = dayAfter(last);
    if (isWorkingDay(calendar, last)) left -= 1;
  }
  return last;
}

/** Working days after `day` up to and with `until`; 0 where that is not later. */
export function workingDaysBetween(calendar: HallCalendar, day: string, until: string): number {
  let count = 0;
  for (let next = dayAfter(day); next <= until; next = dayAfter(next))
    if (isWorkingDay(calendar, next)) count += 1;
  return count;
}
