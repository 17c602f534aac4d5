import { QUARTER_MINUTES, QUARTERS, type Pace } from './pace.js';

/** Below this a habit is an accident: who sits there now is not expected to vanish because of it. */
const HABIT = 0.2;
/** Nobody is ever quite sure to be away; and no forecast runs for ever. */
const LEAST = 0.02;

/**
 * The chance that a counter works in each quarter hour from now, by its habit on earlier days (lunch, rota, early leave),
 * given whether it is open now.
 */
export function chances(
  pace: Pace,
  counterId: string,
  open: boolean,
  minute: number,
): (at: number) => number {
  const habit = pace.presence.get(counterId);
  const quarter = (at: number) => Math.floor(at / QUARTER_MINUTES) % QUARTERS;
  const present = quarter(minute);
  const now = habit?.[present] ?? 0;
  if (open && (!habit || now < HABIT)) return () => 1;
  if (!habit) return () => LEAST;
  return (at) => {
    if (quarter(at) === present) return open ? 1 : LEAST;
    const then = habit[quarter(at)] ?? 0;
    return Math.min(1, Math.max(LEAST, open ? then / now : then - now));
  };
}

/** When so many minutes of work are done that begin at `start`, at a counter that works with these chances. Minutes of the day. */
export function doneAt(start: number, work: number, chance: (at: number) => number): number {
  let at = start;
  let left = work;
  for (;;) {
    const rest = QUARTER_MINUTES - (at % QUARTER_MINUTES);
    const rate = chance(at);
    if (left <= rest * rate) return at + left / rate;
    left -= rest * rate;
    at += rest;
  }
}
