import { dayAfter, isoWeekday, localTime } from './business-day.js';

/** A span of weekdays, hall time: `from` included, `to` excluded. `24:00` ends a day. */
export interface OpenSpan {
  /** ISO weekdays, 1 = Monday … 7 = Sunday. */
  days: number[];
  from: string;
  to: string;
}
export type WeeklyHours = OpenSpan[];

const spansOf = (hours: WeeklyHours, day: string): OpenSpan[] =>
  hours.filter((span) => span.days.includes(isoWeekday(day))).sort((a, b) => (a.from < b.from ? -1 : 1));

/** Requirement 10: a queue takes tickets only within its hours. */
export function isOpen(hours: WeeklyHours, at: Date, timeZone: string): boolean {
  const { day, time } = localTime(at, timeZone);
  return spansOf(hours, day).some((span) => span.from <= time && time < span.to);
}

/** Today's hours as printed, `09:00–12:00，13:00–17:00`; empty on a day without any. */
export function hoursOn(hours: WeeklyHours, day: string): string {
  return spansOf(hours, day)
    .map((span) => `${span.from}–${span.to}`)
    .join('，');
}

/** The next opening within seven days, hall time, `2026-03-02 09:00`; null when there is none. */
export function nextOpening(hours: WeeklyHours, at: Date, timeZone: string): string | null {
  const now = localTime(at, timeZone);
  let day = now.day;
  for (let ahead = 0; ahead <= 7; ahead++) {
    const span = spansOf(hours, day).find(({ from }) => ahead > 0 || from > now.time);
    if (span) return `${day} ${span.from}`;
    day = dayAfter(day);
  }
  return null;
}
