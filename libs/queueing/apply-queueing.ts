import type { HallEvent } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import { deskOf } from './apply-desk.js';
import type { QueueingEvent } from './queueing-event.js';
import { ENDED, type Ticket } from './ticket.js';

/** As many calls as a board may show, and some that are over. */
export const CALLS_KEPT = 24;

export function applyQueueing(state: HallState, event: HallEvent, fact: QueueingEvent): void {
  if (fact.type === 'ticket-issued') {
    state.serials.set(`${fact.day} ${fact.prefix}`, fact.serial);
    return put(state, issued(event, fact));
  }
  const before = state.tickets.get(fact.ticketId);
  if (!before) return;
  const after = moved(before, event.at, fact);
  put(state, after);
  if (fact.type === 'ticket-called' || fact.type === 'ticket-recalled') announce(state, after, event, fact);
  if (fact.type === 'visit-finished')
    deskOf(state, fact.counterId).lastVisit = { visitId: fact.visitId, number: after.number, rating: 'none' };
}

type Fact<Type extends QueueingEvent['type']> = Extract<QueueingEvent, { type: Type }>;

function issued(event: HallEvent, fact: Fact<'ticket-issued'>): Ticket {
  const { ticketId, day, prefix, serial, number, queueId, matterId } = fact;
  return {
    ...{ id: ticketId, day, prefix, serial, number, queueId, matterId },
    ...{
      status: 'waiting',
      rank: event.sequence,
      issuedAt: event.at,
      issuedBy: event.actor,
      statusAt: event.at,
    },
    ...{ firstCalledAt: null, lastCalledAt: null, begunAt: null, rounds: 0, visitId: null, reason: null },
    ...{ counterId: null, targetCounterId: null, fromCounterId: null },
  };
}

/** A ticket after a fact: the same for the state in memory and for its row. */
export function moved(
  ticket: Ticket,
  at: Date,
  fact: Exclude<QueueingEvent, { type: 'ticket-issued' }>,
): Ticket {
  const next = { ...ticket, statusAt: at };
  switch (fact.type) {
    case 'ticket-called':
      return {
        ...next,
        ...{ status: 'called', counterId: fact.counterId, targetCounterId: null, rounds: 1, reason: null },
        ...{ firstCalledAt: ticket.firstCalledAt ?? at, lastCalledAt: at },
      };
    case 'ticket-recalled':
      return { ...ticket, rounds: fact.round, lastCalledAt: at };
    case 'visit-begun':
      return { ...next, status: 'serving', visitId: fact.visitId, begunAt: ticket.begunAt ?? at };
    case 'visit-finished':
      return { ...next, status: 'served', visitId: fact.visitId };
    case 'ticket-parked':
      return { ...next, status: 'parked', reason: fact.reason };
    case 'ticket-transferred':
      return {
        ...next,
        ...{ status: 'waiting', queueId: fact.toQueueId, targetCounterId: fact.toCounterId },
        ...{ fromCounterId: fact.fromCounterId, counterId: null, visitId: null, begunAt: null, rounds: 0 },
      };
    case 'ticket-missed':
      return { ...next, status: 'missed', visitId: null, begunAt: null };
    case 'ticket-rejoined':
      return { ...next, status: 'waiting', rank: fact.rank, counterId: null, rounds: 0 };
    case 'ticket-cancelled':
      return { ...next, status: 'cancelled' };
    case 'ticket-expired':
      return { ...next, status: 'expired' };
  }
}

/** Stores a ticket and keeps line and counters true to it. */
export function put(state: HallState, ticket: Ticket): void {
  const before = state.tickets.get(ticket.id);
  if (before?.status === 'waiting') leaveLine(state, before);
  if (before?.counterId && state.current.get(before.counterId) === ticket.id)
    state.current.delete(before.counterId);
  if (ENDED.includes(ticket.status)) state.tickets.delete(ticket.id);
  else state.tickets.set(ticket.id, ticket);
  if (ticket.status === 'waiting') enterLine(state, ticket);
  if (ticket.counterId && (ticket.status === 'called' || ticket.status === 'serving'))
    state.current.set(ticket.counterId, ticket.id);
}

function leaveLine(state: HallState, ticket: Ticket): void {
  const line = state.lines.get(ticket.queueId);
  const place = line?.indexOf(ticket.id) ?? -1;
  if (place >= 0) line?.splice(place, 1);
}

function enterLine(state: HallState, ticket: Ticket): void {
  const line = state.lines.get(ticket.queueId) ?? [];
  state.lines.set(ticket.queueId, line);
  let place = line.length;
  while (place > 0 && (state.tickets.get(line[place - 1] ?? '')?.rank ?? 0) > ticket.rank) place--;
  line.splice(place, 0, ticket.id);
}

function announce(
  state: HallState,
  ticket: Ticket,
  event: HallEvent,
  fact: Fact<'ticket-called'> | Fact<'ticket-recalled'>,
): void {
  state.announcement = fact.announcement;
  state.calls.unshift({
    announcement: fact.announcement,
    ticketId: ticket.id,
    number: ticket.number,
    counterId: fact.counterId,
    round: ticket.rounds,
    at: event.at,
  });
  state.calls.length = Math.min(state.calls.length, CALLS_KEPT);
}
