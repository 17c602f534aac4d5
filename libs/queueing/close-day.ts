import { businessDay, dayAfter, startOfDay } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallFact } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import { queueOf } from '../hall/lookup.js';
import { purged } from '../persons/purge.js';
import { openDayFrom } from './carry-over.js';
import { dayOf, type Ticket } from './ticket.js';

/** When the open day ends, hall time. */
export const dayEnds = (state: HallState): Date => startOfDay(dayAfter(state.day), state.config.timeZone);

/**
 * The day's close (requirement 12): who still holds a number nobody decided about is written down as expired or carried
 * over, as the hall has settled it, never dropped silently; and whoever was carried over to the new day waits again.
 */
export function closeDay(state: HallState, _body: object, { at }: Asking): Decision {
  const today = businessDay(at, state.config.timeZone);
  if (today <= state.day) return { facts: [], answer: {} };
  const left = [...state.tickets.values()]
    .filter((ticket) => isLeft(ticket, today))
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const facts = left.flatMap((ticket) => overnight(state, ticket, today));
  const closed: HallFact = { type: 'day-closed', day: state.day, nextDay: today };
  return { facts: [...facts, ...purged(state, today), closed], answer: {} };
}

/** Who is being served at midnight is served to the end; who was carried over to a later day is not asked about yet. */
const isLeft = (ticket: Ticket, today: string): boolean =>
  ticket.status === 'carried' ? dayOf(ticket) <= today : ticket.status !== 'serving' && dayOf(ticket) < today;

/** A day that turned out to have no opening decides about nobody. */
function overnight(state: HallState, ticket: Ticket, today: string): HallFact[] {
  const { id: ticketId, visitId, status, queueId } = ticket;
  const toDay = goesOn(state, ticket) ? openDayFrom(state, { queueId }, today) : null;
  if (toDay === null) return [{ type: 'ticket-expired', ticketId, visitId, decidedBy: 'setting' }];
  const goes: HallFact[] = toDay === today ? [{ type: 'ticket-went-on', ticketId, day: today }] : [];
  if (status === 'carried' && toDay === today) return goes;
  return [{ type: 'ticket-carried-over', ticketId, toDay, visitId, decidedBy: 'setting' }, ...goes];
}

/** Carried over before, or by the hall's setting; a missed number that lapses has lapsed. */
function goesOn(state: HallState, { status, queueId }: Ticket): boolean {
  if (status === 'carried') return true;
  const lapsed = status === 'missed' && queueOf(state, queueId).calls.missedMay === 'void';
  return state.config.undecidedAtClose === 'carry-over' && !lapsed;
}
