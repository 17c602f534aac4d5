import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { askingSession, counterOf, queueOf, sessionAt, ticketOf } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';
import { atCounter } from './at-counter.js';
import { mustAllow } from './ticket-moves.js';
import type { Ticket } from './ticket.js';

type Destination = { kind: 'queue'; queueId: string } | { kind: 'counter'; counterId: string };

/** Sends a visitor on. The ticket keeps its number and its waiting credit (requirements 13, 15). */
export function transfer(
  state: HallState,
  body: { ticketId: string; to: Destination; reason: string },
  asking: Asking,
): Decision<{ counterNumber: number | null; staffed: boolean }> {
  const ticket = ticketOf(state, body.ticketId);
  mustAllow('transfer', ticket);
  mustHold(state, ticket, asking);
  const toQueue = body.to.kind === 'queue' ? queueOf(state, body.to.queueId) : null;
  const toCounter = body.to.kind === 'counter' ? counterOf(state, body.to.counterId) : null;
  const to = { queueId: toQueue?.id ?? ticket.queueId, counterId: toCounter?.id ?? null };
  if (stays(ticket, to)) throw new Refusal('same-destination');
  return {
    facts: [
      {
        type: 'ticket-transferred',
        ticketId: ticket.id,
        fromCounterId: ticket.counterId,
        toQueueId: to.queueId,
        toCounterId: to.counterId,
        reason: body.reason,
        visitId: ticket.visitId,
      },
    ],
    answer: {
      counterNumber: toCounter?.number ?? null,
      staffed: toCounter === null || sessionAt(state, toCounter.id) !== null,
    },
  };
}

/** Sent to where it is already: to its own counter, or from the line into the same line. */
const stays = (ticket: Ticket, to: { queueId: string; counterId: string | null }): boolean =>
  to.counterId !== null
    ? to.counterId === (ticket.counterId ?? ticket.targetCounterId)
    : to.queueId === ticket.queueId && ticket.status === 'waiting' && ticket.targetCounterId === null;

/** A clerk sends on who stands at the counter; whoever still waits is moved by the guide desk, so that nobody picks cases. */
function mustHold(state: HallState, ticket: Ticket, asking: Asking): void {
  if (ticket.status === 'waiting') {
    const { actor } = asking;
    if (actor.kind === 'person' && actor.roles.some((role) => role !== 'clerk')) return;
    throw new Refusal('not-at-this-counter', { number: ticket.number });
  }
  // a desk in the office has no counter: the clerk was faster and has called the ticket meanwhile
  const { counterId } = askingSession(state, asking);
  if (counterId === null) throw new Refusal('not-at-this-counter', { number: ticket.number });
  atCounter(state, ticket.id, counterId);
}
