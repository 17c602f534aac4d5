import { businessDay, dayAfter, startOfDay } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallFact } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import { purged } from '../persons/purge.js';
import { TICKET_MOVES } from './ticket-moves.js';
import type { TicketStatus } from './ticket.js';

/** When the open day ends, hall time. */
export const dayEnds = (state: HallState): Date => startOfDay(dayAfter(state.day), state.config.timeZone);

/** The day's close: who still holds a number is written down as expired, never dropped silently (requirement 12). */
export function closeDay(state: HallState, _body: object, { at }: Asking): Decision {
  const today = businessDay(at, state.config.timeZone);
  if (today <= state.day) return { facts: [], answer: {} };
  const facts: HallFact[] = [];
  const expiring: readonly TicketStatus[] = TICKET_MOVES.expire;
  for (const ticket of state.tickets.values())
    if (ticket.day < today && expiring.includes(ticket.status))
      facts.push({ type: 'ticket-expired', ticketId: ticket.id, visitId: ticket.visitId });
  facts.push(...purged(state, today));
  facts.push({ type: 'day-closed', day: state.day, nextDay: today });
  return { facts, answer: {} };
}
