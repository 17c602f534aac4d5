import type { HallEvent } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import { deskOf } from './apply-desk.js';
import type { QueueingEvent } from './queueing-event.js';
import { ENDED, type Ticket } from './ticket.js';

/** As many calls as a board may show, and some that are over. */
export const CALLS_KEPT = 24;

export function applyQueueing(state: HallState, event: HallEvent, fact: QueueingEvent): void {
  if (fact.type === 'ticket-issued') {
    count(state, event, fact);
    return put(state, issued(event, fact));
  }
  const before = state.tickets.get(fact.ticketId);
  if (!before) return;
  const after = moved(before, event.at, fact);
  put(state, after);
  if (fact.type === 'ticket-called' && fact.why.turn !== null)
    deskOf(state, fact.counterId).turn = fact.why.turn;
  if (fact.type === 'ticket-called' || fact.type === 'ticket-recalled') announce(state, after, event, fact);
  if (fact.type === 'visit-finished')
    deskOf(state, fact.counterId).lastVisit = { visitId: fact.visitId, number: after.number, rating: 'none' };
}

type Fact<Type extends QueueingEvent['type']> = Extract<QueueingEvent, { type: Type }>;
type Settled = Fact<'ticket-expired' | 'ticket-carried-over' | 'ticket-went-on'>;
type Favour = Fact<'ticket-marked' | 'ticket-expedited' | 'helper-assigned'>;

function count(state: HallState, { at }: HallEvent, { day, prefix, serial }: Fact<'ticket-issued'>): void {
  const key = `${day} ${prefix}`;
  state.serials.set(key, serial);
  const given = state.given.get(key) ?? [];
  given.push(at);
  state.given.set(key, given);
}

function issued(event: HallEvent, fact: Fact<'ticket-issued'>): Ticket {
  const { ticketId, day, prefix, serial, number, queueId, matterId, groupId, route } = fact;
  const { appointmentId, visitorId, batchId, batchSize, receipt } = fact;
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
    ...{ groupId, appointmentId, visitorId, route, urgent: false, helperId: null },
    ...{ carriedTo: null, slips: 0 },
    ...{ batchId, batchSize, receipt, collectionId: null },
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
      return fact.nextQueueId === null
        ? { ...next, status: 'served', visitId: fact.visitId }
        : { ...movedOn(next, fact.nextQueueId, fact.counterId), route: ticket.route.slice(1) };
    case 'ticket-parked':
      return { ...next, status: 'parked', reason: fact.reason };
    case 'ticket-transferred':
      return transferred(next, fact);
    case 'ticket-missed':
      return { ...next, status: 'missed', visitId: null, begunAt: null };
    case 'ticket-rejoined':
      return { ...next, status: 'waiting', rank: fact.rank, counterId: null, rounds: 0 };
    case 'ticket-cancelled':
      return { ...next, status: 'cancelled' };
    case 'ticket-expired':
    case 'ticket-carried-over':
    case 'ticket-went-on':
      return settled(next, fact);
    default:
      return favoured(ticket, fact);
  }
}

/** What the end of the day does. Carried over it is out of the line and away from any counter; number, rank and what puts it before others stay. */
function settled(next: Ticket, fact: Settled): Ticket {
  switch (fact.type) {
    case 'ticket-expired':
      return { ...next, status: 'expired' };
    case 'ticket-carried-over':
      return {
        ...next,
        ...{ status: 'carried', carriedTo: fact.toDay, counterId: null, visitId: null, begunAt: null },
        ...{ rounds: 0, reason: null },
      };
    case 'ticket-went-on':
      return { ...next, status: 'waiting', carriedTo: fact.day };
  }
}

/** What is found out about a visitor moves nobody's status. */
function favoured(ticket: Ticket, fact: Favour): Ticket {
  switch (fact.type) {
    case 'ticket-marked':
      return { ...ticket, groupId: fact.groupId };
    case 'ticket-expedited':
      return { ...ticket, urgent: true };
    case 'helper-assigned':
      return { ...ticket, helperId: fact.helperId };
  }
}

/** Sent to the next stop of its route by hand, a ticket has gone that step. */
const transferred = (ticket: Ticket, fact: Fact<'ticket-transferred'>): Ticket => ({
  ...movedOn(ticket, fact.toQueueId, fact.fromCounterId),
  targetCounterId: fact.toCounterId,
  route: ticket.route[0] === fact.toQueueId ? ticket.route.slice(1) : ticket.route,
});

/** Waits again, in another line and with its waiting credit: nothing of the last counter stays but where it came from. */
const movedOn = (ticket: Ticket, queueId: string, fromCounterId: string | null): Ticket => ({
  ...ticket,
  ...{ status: 'waiting', queueId, fromCounterId, counterId: null, targetCounterId: null },
  ...{ visitId: null, begunAt: null, rounds: 0 },
});

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
  state.favoured.delete(ticket.id);
  const line = state.lines.get(ticket.queueId);
  const place = line?.indexOf(ticket.id) ?? -1;
  if (place >= 0) line?.splice(place, 1);
}

function enterLine(state: HallState, ticket: Ticket): void {
  if (ticket.urgent || ticket.groupId !== null || ticket.appointmentId !== null)
    state.favoured.add(ticket.id);
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
