import type { Counter } from '../hall/config.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallFact } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import { askingCounter, currentAt, queueOf } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';
import { moved, put } from './apply-queueing.js';
import { atCounter } from './at-counter.js';
import { choiceFor, type Choice } from './call-order.js';
import { finishFacts, type Closing } from './serve.js';
import { mustStillCount } from './set-aside.js';
import { mustAllow } from './ticket-moves.js';
import type { CallCause } from './queueing-event.js';
import { takenAt } from './skill.js';
import type { Ticket } from './ticket.js';

/** A call is spoken twice after a chime: pauses between calls run from its end. */
export const SPEECH_SECONDS = 8;

/** The instant from which a called ticket may be called again or set down. */
export const pauseEnds = (state: HallState, ticket: Ticket): Date => {
  const { recallPauseSeconds } = queueOf(state, ticket.queueId).calls;
  return new Date((ticket.lastCalledAt?.getTime() ?? 0) + (SPEECH_SECONDS + recallPauseSeconds) * 1000);
};

export interface NextAnswer {
  finished: string | null;
  called: { ticketId: string; number: string } | null;
}

/**
 * Calls whoever is first for this counter. Refused while a called visitor has not begun; while one is served, it finishes
 * that visit and calls, as one command. `seen` is what the clerk saw: a second press never skips a person.
 */
export function next(
  state: HallState,
  body: { seen: string | null; confirmed: boolean } & Partial<Closing>,
  asking: Asking,
): Decision<NextAnswer> {
  const { counter, personId } = askingCounter(state, asking);
  if (state.desks.get(counter.id)?.pausedFor) throw new Refusal('counter-paused');
  const current = currentAt(state, counter.id);
  if (body.seen !== (current?.id ?? null))
    throw new Refusal('out-of-step', { number: current?.number ?? '' });
  if (current?.status === 'called') throw new Refusal('visitor-not-begun', { number: current.number });

  const finished = current
    ? finishFacts(state, current, { ...closingOf(state, current, body), personId }, asking)
    : [];
  const first = choiceFor(afterFinish(state, finished, asking.at), counter, asking.at);
  if (first === null && current === null) throw new Refusal('nobody-waiting');
  return {
    facts: [...finished, ...(first ? [calledFact(state, first, { counter, personId }, 'next')] : [])],
    answer: {
      finished: current?.number ?? null,
      called: first && { ticketId: first.ticket.id, number: first.ticket.number },
    },
  };
}

/** The line as it is once this visit is over: a visitor whose route goes on at this very counter waits for it, too. */
function afterFinish(state: HallState, facts: readonly HallFact[], at: Date): HallState {
  const onward = facts.find((fact) => fact.type === 'visit-finished' && fact.nextQueueId !== null);
  const ticket = onward?.type === 'visit-finished' ? state.tickets.get(onward.ticketId) : undefined;
  if (onward?.type !== 'visit-finished' || !ticket) return state;
  const after = {
    ...state,
    tickets: new Map(state.tickets),
    lines: new Map([...state.lines].map(([queueId, ids]) => [queueId, [...ids]])),
    favoured: new Set(state.favoured),
    current: new Map(state.current),
  };
  put(after, moved(ticket, at, onward));
  return after;
}

function closingOf(state: HallState, ticket: Ticket, body: Partial<Closing> & { confirmed: boolean }) {
  return {
    outcome: body.outcome ?? queueOf(state, ticket.queueId).defaultOutcome,
    matterIds: body.matterIds ?? (ticket.matterId === null ? [] : [ticket.matterId]),
    confirmed: body.confirmed,
  };
}

function calledFact(
  state: HallState,
  { ticket, why }: Choice,
  { counter, personId }: { counter: Counter; personId: string },
  cause: CallCause,
): HallFact {
  return {
    type: 'ticket-called',
    ticketId: ticket.id,
    counterId: counter.id,
    personId,
    announcement: state.announcement + 1,
    cause,
    why,
  };
}

/** Calls the same visitor again, a bounded number of times, with a pause between. */
export function recall(state: HallState, body: { ticketId: string }, asking: Asking): Decision {
  const { counter, personId } = askingCounter(state, asking);
  const ticket = atCounter(state, body.ticketId, counter.id);
  mustAllow('recall', ticket);
  const { maxRecalls } = queueOf(state, ticket.queueId).calls;
  if (ticket.rounds > maxRecalls)
    throw new Refusal('call-limit-reached', { number: ticket.number, calls: ticket.rounds });
  mustHavePaused(state, ticket, asking.at, 'call-too-soon');
  return {
    facts: [
      {
        type: 'ticket-recalled',
        ticketId: ticket.id,
        counterId: counter.id,
        personId,
        announcement: state.announcement + 1,
        round: ticket.rounds + 1,
      },
    ],
    answer: {},
  };
}

/** A visitor comes back to the counter that parked the visit. */
export function resume(state: HallState, body: { ticketId: string }, asking: Asking): Decision {
  const { counter, personId } = askingCounter(state, asking);
  if (state.desks.get(counter.id)?.pausedFor) throw new Refusal('counter-paused');
  const ticket = atCounter(state, body.ticketId, counter.id);
  mustAllow('resume', ticket);
  const current = currentAt(state, counter.id);
  if (current) throw new Refusal('visitor-present', { number: current.number });
  return {
    facts: [calledFact(state, named(ticket, 'resumed'), { counter, personId }, 'resumed')],
    answer: {},
  };
}

/** Somebody who is called for its number, not for its turn. */
const named = (ticket: Ticket, rule: 'by-number' | 'resumed'): Choice => ({
  ticket,
  why: {
    rule,
    groupId: ticket.groupId,
    appointmentId: ticket.appointmentId,
    rank: ticket.rank,
    otherRank: null,
    turn: null,
  },
});

/**
 * A clerk names a number, where the hall lets clerks do so: one of the line of this counter, or a missed visitor who came
 * back. The event says that it was by number (requirement 19: no picking unseen).
 */
export function callNumber(state: HallState, body: { number: string }, asking: Asking): Decision<NextAnswer> {
  const { counter, personId } = askingCounter(state, asking);
  if (!state.config.callOrder.callByNumber) throw new Refusal('pick-not-allowed');
  if (state.desks.get(counter.id)?.pausedFor) throw new Refusal('counter-paused');
  const current = currentAt(state, counter.id);
  if (current) throw new Refusal('visitor-present', { number: current.number, counter: counter.number });
  const ticket = ticketNumbered(state, counter, body.number);
  mustAllow('callNumber', ticket);
  mustStillCount(state, ticket);
  return {
    facts: [calledFact(state, named(ticket, 'by-number'), { counter, personId }, 'by-number')],
    answer: { finished: null, called: { ticketId: ticket.id, number: ticket.number } },
  };
}

/** By the number as somebody types it: of the queues that the counter and its clerk take, or sent to this very counter. */
function ticketNumbered(state: HallState, counter: Counter, typed: string): Ticket {
  const number = typed.trim().toUpperCase();
  const { queueIds, backupQueueIds } = takenAt(state, counter);
  const taken = [...queueIds, ...backupQueueIds];
  const isHere = ({ queueId, targetCounterId }: Ticket): boolean =>
    targetCounterId === counter.id || taken.includes(queueId);
  for (const ticket of state.tickets.values()) if (ticket.number === number && isHere(ticket)) return ticket;
  throw new Refusal('number-unknown', { number });
}

/** Nobody came: only after the least number of calls, and not before the last one has been heard. */
export function miss(state: HallState, body: { ticketId: string }, asking: Asking): Decision {
  const { counter } = askingCounter(state, asking);
  const ticket = atCounter(state, body.ticketId, counter.id);
  mustAllow('miss', ticket);
  const { minimumCalls } = queueOf(state, ticket.queueId).calls;
  if (ticket.rounds < minimumCalls)
    throw new Refusal('miss-too-soon', {
      number: ticket.number,
      calls: ticket.rounds,
      minimum: minimumCalls,
      seconds: 0,
    });
  mustHavePaused(state, ticket, asking.at, 'miss-too-soon');
  const { id, visitId } = ticket;
  return {
    facts: [{ type: 'ticket-missed', ticketId: id, counterId: counter.id, visitId }],
    answer: {},
  };
}

function mustHavePaused(
  state: HallState,
  ticket: Ticket,
  at: Date,
  code: 'call-too-soon' | 'miss-too-soon',
): void {
  const left = pauseEnds(state, ticket).getTime() - at.getTime();
  if (left <= 0) return;
  const { minimumCalls } = queueOf(state, ticket.queueId).calls;
  throw new Refusal(code, {
    number: ticket.number,
    seconds: Math.ceil(left / 1000),
    calls: ticket.rounds,
    minimum: minimumCalls,
  });
}
