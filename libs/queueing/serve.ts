import type { Outcome } from '../hall/config.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallFact } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import { askingCounter, queueOf } from '../hall/lookup.js';
import { inviteFacts } from '../evaluation/invitation.js';
import { Refusal } from '../refusal.js';
import { atCounter } from './at-counter.js';
import { mustAllow } from './ticket-moves.js';
import { dayOf, type Ticket } from './ticket.js';

/** What the clerk confirms at the end of a visit. */
export interface Closing {
  outcome: Outcome;
  matterIds: string[];
}

/** The visitor is at the counter: a visit begins, or the parked one goes on. */
export function begin(state: HallState, body: { ticketId: string }, asking: Asking): Decision {
  const { counter, personId } = askingCounter(state, asking);
  const ticket = atCounter(state, body.ticketId, counter.id);
  mustAllow('begin', ticket);
  const visitId = ticket.visitId ?? asking.newId();
  return {
    facts: [{ type: 'visit-begun', ticketId: ticket.id, visitId, counterId: counter.id, personId }],
    answer: { visitId },
  };
}

/** The visit is over: matters and outcome are confirmed, and the visitor is invited to rate it (requirements 5, 6). */
export function finish(
  state: HallState,
  body: Closing & { ticketId: string; confirmed: boolean },
  asking: Asking,
): Decision {
  const { counter, personId } = askingCounter(state, asking);
  const ticket = atCounter(state, body.ticketId, counter.id);
  mustAllow('finish', ticket);
  return { facts: finishFacts(state, ticket, { ...body, personId }, asking), answer: {} };
}

/** Finishing within seconds of call or begin is more often a slip of the hand than a visit: it asks once more. */
export function finishFacts(
  state: HallState,
  ticket: Ticket,
  closing: Closing & { personId: string; confirmed: boolean },
  asking: Asking,
): HallFact[] {
  const since = ticket.begunAt ?? ticket.lastCalledAt ?? asking.at;
  const seconds = Math.floor((asking.at.getTime() - since.getTime()) / 1000);
  if (seconds < state.config.quickFinishSeconds && !closing.confirmed)
    throw new Refusal('confirm-quick-finish', { number: ticket.number, seconds });
  mustKnowMatters(state, ticket, closing.matterIds);
  mustBeSigned(state, ticket, closing.outcome);
  const counterId = ticket.counterId;
  if (counterId === null) throw new Refusal('not-at-this-counter', { number: ticket.number });
  const nextQueueId = nextOf(ticket, closing.outcome);
  const rated = nextQueueId === null || state.config.routeRating === 'each';
  const visit = {
    ticketId: ticket.id,
    visitId: ticket.visitId ?? asking.newId(),
    counterId,
    personId: closing.personId,
  };
  return [
    {
      type: 'visit-finished',
      ...visit,
      day: dayOf(ticket),
      calledAt: (ticket.lastCalledAt ?? asking.at).toISOString(),
      begunAt: ticket.begunAt?.toISOString() ?? null,
      outcome: closing.outcome,
      matterIds: closing.matterIds,
      nextQueueId,
    },
    ...(rated ? inviteFacts(state, { ...visit, number: ticket.number }, asking) : []),
  ];
}

/** A route goes on by itself (requirements 13, 14), unless this visit ended in a no: then nothing waits further on. */
const ROUTE_ENDS: readonly Outcome[] = ['supplement-needed', 'not-accepted', 'referred'];
const nextOf = ({ route }: Ticket, outcome: Outcome): string | null =>
  ROUTE_ENDS.includes(outcome) ? null : (route[0] ?? null);

/** Nothing is handed out that nobody signed for (requirement 89). */
function mustBeSigned(state: HallState, { queueId, collectionId, number }: Ticket, outcome: Outcome): void {
  if (outcome === 'collected' && collectionId === null && queueOf(state, queueId).pickUp)
    throw new Refusal('collection-missing', { number });
}

function mustKnowMatters(state: HallState, ticket: Ticket, matterIds: string[]): void {
  if (matterIds.length === 0) throw new Refusal('matter-required', { number: ticket.number });
  const served = new Set(state.config.queues.flatMap((queue) => queue.matterIds));
  if (!matterIds.every((id) => served.has(id))) throw new Refusal('matter-unknown');
}
