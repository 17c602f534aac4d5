import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { askingCounter, queueOf, ticketOf } from '../hall/lookup.js';
import { heldTicket } from '../persons/held-ticket.js';
import { Refusal } from '../refusal.js';
import { atCounter } from './at-counter.js';
import { rankPlacesDown } from './line.js';
import { mustAllow } from './ticket-moves.js';
import type { Ticket } from './ticket.js';

/** The visitor goes to fetch or fill something; the visit stays this counter's. */
export function park(state: HallState, body: { ticketId: string; reason: string }, asking: Asking): Decision {
  const { counter } = askingCounter(state, asking);
  const ticket = atCounter(state, body.ticketId, counter.id);
  mustAllow('park', ticket);
  return {
    facts: [{ type: 'ticket-parked', ticketId: ticket.id, counterId: counter.id, reason: body.reason }],
    answer: {},
  };
}

/** A missed visitor came after all: back into the line, some places down, by the queue's policy. */
export function rejoin(state: HallState, body: { ticketId: string }): Decision<{ places: number }> {
  const ticket = ticketOf(state, body.ticketId);
  mustAllow('rejoin', ticket);
  mustStillCount(state, ticket);
  mustNotWaitElsewhere(state, ticket);
  const places = queueOf(state, ticket.queueId).calls.rejoinPlaces;
  const rank = rankPlacesDown(state, ticket.queueId, places);
  return { facts: [{ type: 'ticket-rejoined', ticketId: ticket.id, rank }], answer: { places } };
}

/** Whoever took another number of this queue meanwhile waits with that one. */
function mustNotWaitElsewhere(state: HallState, ticket: Ticket): void {
  const held = heldTicket(state, ticket.queueId, state.visitors.get(ticket.visitorId ?? '') ?? null);
  if (!held) return;
  const queue = queueOf(state, ticket.queueId).name;
  throw new Refusal('already-waiting', { number: held.number, queue, ticketId: held.id });
}

/** Where the queue lets a missed number lapse, its visitor takes a new one. */
export function mustStillCount(state: HallState, ticket: Ticket): void {
  if (ticket.status === 'missed' && queueOf(state, ticket.queueId).calls.missedMay === 'void')
    throw new Refusal('number-void', { number: ticket.number });
}

/** A visitor's own phone cancels its own ticket only. */
export function cancel(
  state: HallState,
  body: { ticketId: string; reason: string },
  { actor }: Asking,
): Decision {
  const ticket = ticketOf(state, actor.kind === 'visitor' ? actor.ticketId : body.ticketId);
  mustAllow('cancel', ticket);
  return {
    facts: [{ type: 'ticket-cancelled', ticketId: ticket.id, reason: body.reason, visitId: ticket.visitId }],
    answer: {},
  };
}
