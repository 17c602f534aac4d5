import { hallDay } from '../shared/hall-time.js';

/** When a closed queue opens, as the card says it. */
export type Opening =
  | { when: 'today' | 'tomorrow'; time: string }
  /** Noon UTC of the day, to be written as a date. */
  | { when: 'later'; time: string; date: Date };

/** `opensAt` is hall time, `2026-03-02 09:00`. */
export function readOpening(opensAt: string, now: Date, timeZone: string): Opening {
  const [day = '', time = ''] = opensAt.split(' ');
  if (day === hallDay(now, timeZone)) return { when: 'today', time };
  const date = new Date(`${day}T12:00:00Z`);
  const dayBefore = new Date(date.getTime() - 24 * 3_600_000).toISOString().slice(0, 10);
  if (dayBefore === hallDay(now, timeZone)) return { when: 'tomorrow', time };
  return { when: 'later', time, date };
}
