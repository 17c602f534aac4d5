import { dayAfter, isoWeekday, localTime, type LocalTime } from './business-day.js';
import type { HallCalendar } from './hall-calendar.js';
import type { WeeklyHours } from './hours.js';

/** What decides when one queue is open: its own week, and the days of its hall that are not as their weekday. */
export interface Opening {
  hours: WeeklyHours;
  calendar: HallCalendar;
  queueId: string;
}

/** Hall time of one day: `from` included, `to` excluded. */
export interface Span {
  from: string;
  to: string;
}

export const openingOf = (calendar: HallCalendar, queue: { id: string; hours: WeeklyHours }): Opening => ({
  hours: queue.hours,
  calendar,
  queueId: queue.id,
});

/** The weekday a day is worked as: its own, or that of the day a 调休 stands for; null on a holiday. */
export function workedAs({ specialDays }: HallCalendar, day: string): number | null {
  const special = specialDays.find((one) => one.day === day);
  if (special === undefined) return isoWeekday(day);
  return special.kind === 'holiday' ? null : special.asWeekday;
}

/** The open spans of a day, in order and merged where they touch. Extra hours stand even on a holiday: somebody asked for them by date (requirements 10, 18). */
export function spansOn({ hours, calendar, queueId }: Opening, day: string): Span[] {
  const weekday = workedAs(calendar, day);
  const week = hours.filter(({ days }) => weekday !== null && days.includes(weekday));
  const extra = calendar.extraHours.filter((one) => one.day === day && one.queueId === queueId);
  const merged: Span[] = [];
  for (const { from, to } of [...week, ...extra].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = merged.at(-1);
    if (before === undefined || before.to < from) merged.push({ from, to });
    else if (before.to < to) before.to = to;
  }
  return merged;
}

/** The span a queue is open in, or null. */
export function spanAt(opening: Opening, { day, time }: LocalTime): Span | null {
  return spansOn(opening, day).find(({ from, to }) => from <= time && time < to) ?? null;
}

/** Requirement 10: a queue takes tickets only within its hours. */
export const isOpen = (opening: Opening, at: Date, timeZone: string): boolean =>
  spanAt(opening, localTime(at, timeZone)) !== null;

/** The first day from this one on that has an opening; null when none is in sight. */
export function openingDayFrom(opening: Opening, day: string): string | null {
  let next = day;
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    if (spansOn(opening, next).length > 0) return next;
    next = dayAfter(next);
  }
  return null;
}

/** Open no more on this day, or not at all. */
export const isOver = (opening: Opening, { day, time }: LocalTime): boolean =>
  spansOn(opening, day).every(({ to }) => to <= time);

/** The hours of a day as printed, `09:00–12:00，13:00–17:00`; empty on a day without any. */
export const hoursOn = (opening: Opening, day: string): string =>
  spansOn(opening, day)
    .map(({ from, to }) => `${from}–${to}`)
    .join('，');

/** Open, and not in the last minutes before it closes. A queue open past midnight does not close at 24:00. */
export function mayIssue(opening: Opening, stopMinutes: number, now: LocalTime): boolean {
  const span = spanAt(opening, now);
  if (span === null) return false;
  if (span.to === '24:00' && spansOn(opening, dayAfter(now.day))[0]?.from === '00:00') return true;
  return minutes(span.to) - minutes(now.time) > stopMinutes;
}

/** Minutes since midnight of a `09:05`. */
export const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** How far ahead a next opening is looked for: over any run of holidays. */
export const DAYS_AHEAD = 30;

/**
 * The next moment at which numbers may be given again, hall time, `2026-03-02 09:00`; null when none is in sight.
 * A day has few moments at which this changes: `changes` names those beside its openings, `gives` says which count.
 */
export function nextOpening(
  opening: Opening,
  now: LocalTime,
  gives: (moment: LocalTime) => boolean = () => true,
  changes: readonly string[] = [],
): string | null {
  let { day } = now;
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const moments = [...spansOn(opening, day).map(({ from }) => from), ...changes].sort();
    const today = day;
    const time = moments.find((one) => (ahead > 0 || one > now.time) && gives({ day: today, time: one }));
    if (time !== undefined) return `${day} ${time}`;
    day = dayAfter(day);
  }
  return null;
}
