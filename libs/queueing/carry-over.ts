import { businessDay, dayAfter } from '../calendar/business-day.js';
import { openingDayFrom, openingOf } from '../calendar/opening.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { counterOf, queueOf, ticketOf } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';
import { mustStillCount } from './set-aside.js';
import { mustAllow } from './ticket-moves.js';
import type { Ticket } from './ticket.js';

/** The first day from this one on that the queue of a ticket opens. */
export const openDayFrom = (state: HallState, { queueId }: { queueId: string }, day: string): string | null =>
  openingDayFrom(openingOf(state.config.calendar, queueOf(state, queueId)), day);

/** 结转 (requirement 12): who could not be served keeps number and place, and goes on when the queue opens next. */
export function carryOver(
  state: HallState,
  body: { ticketId: string },
  { at }: Asking,
): Decision<{ toDay: string }> {
  const ticket = ticketOf(state, body.ticketId);
  mustBeFree(state, ticket);
  mustAllow('carryOver', ticket);
  mustStillCount(state, ticket);
  const toDay = openDayFrom(state, ticket, dayAfter(businessDay(at, state.config.timeZone)));
  if (toDay === null) throw new Refusal('no-opening-day', { queue: queueOf(state, ticket.queueId).name });
  const { id: ticketId, visitId } = ticket;
  return {
    facts: [{ type: 'ticket-carried-over', ticketId, toDay, visitId, decidedBy: 'person' }],
    answer: { toDay },
  };
}

/** 作废 (requirement 12): the visitor has gone or was told to come again; whoever has the duty answers for it. */
export function expire(state: HallState, body: { ticketId: string; reason: string }): Decision {
  const ticket = ticketOf(state, body.ticketId);
  mustBeFree(state, ticket);
  mustAllow('expire', ticket);
  const { id: ticketId, visitId } = ticket;
  return {
    facts: [{ type: 'ticket-expired', ticketId, visitId, decidedBy: 'person', reason: body.reason }],
    answer: {},
  };
}

/** Who is at a counter is that counter's to end. */
function mustBeFree(state: HallState, { id, number, counterId }: Ticket): void {
  if (counterId !== null && state.current.get(counterId) === id)
    throw new Refusal('ticket-at-counter', { number, counter: counterOf(state, counterId).number });
}
