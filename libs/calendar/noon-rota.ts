import { localTime } from './business-day.js';
import type { HallCalendar, NoonRota } from './hall-calendar.js';
import { workedAs } from './opening.js';

/** Requirement 9: the rota in force, or null. A day worked in place of another has that one's rota, a holiday none. */
export function rotaAt(
  { noonRotas, calendar, timeZone }: { noonRotas: NoonRota[]; calendar: HallCalendar; timeZone: string },
  at: Date,
): NoonRota | null {
  const { day, time } = localTime(at, timeZone);
  const weekday = workedAs(calendar, day);
  const inForce = ({ days, from, to }: NoonRota) =>
    weekday !== null && days.includes(weekday) && from <= time && time < to;
  return noonRotas.find(inForce) ?? null;
}
