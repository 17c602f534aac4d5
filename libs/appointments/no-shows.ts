import { businessDay, dayAfter } from '../calendar/business-day.js';
import type { HallState } from '../hall/hall-state.js';
import { samePerson, type PersonHashes } from '../persons/visitor.js';
import { Refusal } from '../refusal.js';

/** Whoever let bookings lapse again and again takes a number on the spot for a while; the queue stays open to him. */
export function mustComeUsually(state: HallState, person: PersonHashes, at: Date): void {
  const { noShows } = state.config.visitors;
  if (noShows === null) return;
  const today = businessDay(at, state.config.timeZone);
  const missed = [...state.visitors.values()]
    .flatMap((known) => (known.missedOn !== null && samePerson(known, person) ? [known.missedOn] : []))
    .filter((day) => day > dayAfter(today, -noShows.days))
    .sort();
  if (missed.length < noShows.limit) return;
  const decisive = missed[missed.length - noShows.limit] ?? today;
  throw new Refusal('too-many-no-shows', { count: missed.length, from: dayAfter(decisive, noShows.days) });
}
