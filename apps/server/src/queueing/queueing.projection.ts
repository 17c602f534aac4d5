import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { QueueingEvent } from '#libs/queueing/queueing-event';
import { dayOf } from '#libs/queueing/ticket';
import type { Row, RowWrite } from '../ledger/row-writes.js';

type Fact<Type extends QueueingEvent['type']> = Extract<QueueingEvent, { type: Type }>;

export function projectQueueing(state: HallState, event: HallEvent, fact: QueueingEvent): RowWrite[] {
  const { at } = event;
  const set = (row: Row): RowWrite => ({ table: 'ticket', write: 'set', by: { id: fact.ticketId }, row });
  switch (fact.type) {
    case 'ticket-issued':
      return [{ table: 'ticket', write: 'insert', row: issuedRow(state, event, fact) }];
    case 'ticket-called':
      return [set(calledColumns(state, at, fact)), callRow(state, at, fact, 1), ...turnRow(state, fact)];
    case 'ticket-recalled':
      return [set({ rounds: fact.round, lastCalledAt: at }), callRow(state, at, fact, fact.round)];
    case 'visit-begun':
      return [set(begunColumns(state, at, fact)), ...openVisit(state, at, fact)];
    case 'visit-finished':
      return [
        set(finishedColumns(state, at, fact)),
        finishedVisit(state.hallId, at, fact),
        lastVisit(state, fact),
      ];
    case 'ticket-parked':
      return [set({ status: 'parked', statusAt: at, reason: fact.reason })];
    case 'ticket-transferred':
      return [set(transferredColumns(state, at, fact)), ...endVisit(fact.visitId, at, 'transferred')];
    case 'ticket-missed':
      return [
        set({ status: 'missed', statusAt: at, visitId: null, begunAt: null }),
        ...endVisit(fact.visitId, at, 'missed'),
      ];
    case 'ticket-rejoined':
      return [set({ status: 'waiting', statusAt: at, rank: fact.rank, counterId: null, rounds: 0 })];
    case 'ticket-cancelled':
      return [set({ status: 'cancelled', statusAt: at }), ...endVisit(fact.visitId, at, 'cancelled')];
    case 'ticket-expired':
      return [set({ status: 'expired', statusAt: at }), ...endVisit(fact.visitId, at, 'expired')];
    case 'ticket-carried-over':
      return [set(carriedColumns(at, fact)), ...endVisit(fact.visitId, at, 'carried-over')];
    default:
      return [set(otherColumns(at, fact))];
  }
}

const carriedColumns = (at: Date, { toDay }: Fact<'ticket-carried-over'>): Row => ({
  ...{ status: 'carried', statusAt: at, carriedTo: toDay, rounds: 0, reason: null },
  ...{ counterId: null, visitId: null, begunAt: null },
});

function otherColumns(
  at: Date,
  fact: Fact<'ticket-went-on' | 'ticket-marked' | 'ticket-expedited' | 'helper-assigned'>,
): Row {
  switch (fact.type) {
    case 'ticket-went-on':
      return { status: 'waiting', statusAt: at, carriedTo: fact.day };
    case 'ticket-marked':
      return { groupId: fact.groupId };
    case 'ticket-expedited':
      return { urgent: true };
    case 'helper-assigned':
      return { helperId: fact.helperId };
  }
}

/** Where the share stands at this counter. */
const turnRow = ({ hallId }: HallState, { counterId, why: { turn } }: Fact<'ticket-called'>): RowWrite[] =>
  turn === null ? [] : [{ table: 'counter_state', write: 'put', row: { counterId, hallId, turn } }];

function transferredColumns(state: HallState, at: Date, fact: Fact<'ticket-transferred'>): Row {
  const columns = { ...movedOn(at, fact.toQueueId, fact.fromCounterId), targetCounterId: fact.toCounterId };
  return { ...columns, route: routeOf(state, fact.ticketId) };
}

/** What is still to come; `apply` ran before. */
const routeOf = ({ tickets }: HallState, ticketId: string): readonly string[] =>
  tickets.get(ticketId)?.route ?? [];

/** Served, or waiting at the next counter of its route. */
function finishedColumns(state: HallState, at: Date, fact: Fact<'visit-finished'>): Row {
  if (fact.nextQueueId === null) return { status: 'served', statusAt: at, visitId: fact.visitId };
  const columns = { ...movedOn(at, fact.nextQueueId, fact.counterId), targetCounterId: null };
  return { ...columns, route: routeOf(state, fact.ticketId) };
}

function issuedRow(state: HallState, event: HallEvent, fact: Fact<'ticket-issued'>): Row {
  const { type: _type, ticketId, ...row } = fact;
  const { at } = event;
  return {
    ...{ id: ticketId, hallId: state.hallId, ...row, status: 'waiting', rank: event.sequence },
    ...{ issuedAt: at, issuedBy: event.actor, statusAt: at, rounds: 0 },
    ...{ firstCalledAt: null, lastCalledAt: null, begunAt: null, visitId: null, reason: null },
    ...{ counterId: null, targetCounterId: null, fromCounterId: null, urgent: false, helperId: null },
    ...{ carriedTo: null, slips: 0 },
    collectionId: null,
  };
}

/** The columns that the state already decided: `apply` ran before. */
function calledColumns(state: HallState, at: Date, fact: Fact<'ticket-called'>): Row {
  const firstCalledAt = state.tickets.get(fact.ticketId)?.firstCalledAt ?? at;
  return {
    ...{
      status: 'called',
      statusAt: at,
      counterId: fact.counterId,
      targetCounterId: null,
      rounds: 1,
      reason: null,
    },
    ...{ firstCalledAt, lastCalledAt: at },
  };
}

function callRow(
  state: HallState,
  at: Date,
  fact: Fact<'ticket-called'> | Fact<'ticket-recalled'>,
  round: number,
): RowWrite {
  const { announcement, ticketId, counterId, personId } = fact;
  const number = state.tickets.get(ticketId)?.number ?? '';
  const row = { hallId: state.hallId, announcement, ticketId, number, counterId, personId, round, at };
  return { table: 'call', write: 'insert', row };
}

function begunColumns(state: HallState, at: Date, fact: Fact<'visit-begun'>): Row {
  const begunAt = state.tickets.get(fact.ticketId)?.begunAt ?? at;
  return { status: 'serving', statusAt: at, visitId: fact.visitId, begunAt };
}

/** Park and resume at the same counter is the same visit: its row stands already. */
function openVisit({ hallId, tickets }: HallState, at: Date, fact: Fact<'visit-begun'>): RowWrite[] {
  const ticket = tickets.get(fact.ticketId);
  if (!ticket || ticket.begunAt?.getTime() !== at.getTime()) return [];
  const { visitId: id, ticketId, counterId, personId } = fact;
  const row = {
    ...{ id, hallId, day: dayOf(ticket), ticketId, counterId, personId, calledAt: ticket.lastCalledAt ?? at },
    ...{ begunAt: at, endedAt: null, ending: null, outcome: null, matterIds: [] },
  };
  return [{ table: 'visit', write: 'insert', row }];
}

function finishedVisit(hallId: string, at: Date, fact: Fact<'visit-finished'>): RowWrite {
  const { type: _type, visitId: id, nextQueueId: _nextQueueId, ...columns } = fact;
  return { table: 'visit', write: 'put', row: { id, hallId, ...columns, endedAt: at, ending: 'finished' } };
}

/** Its counter's page remembers it; whether it was rated follows. */
const lastVisit = (
  { hallId, desks }: HallState,
  { counterId, visitId }: Fact<'visit-finished'>,
): RowWrite => ({
  table: 'counter_state',
  write: 'put',
  row: {
    ...{ counterId, hallId, lastVisitId: visitId, lastRating: 'none' },
    lastNumber: desks.get(counterId)?.lastVisit?.number ?? null,
  },
});

const endVisit = (id: string | null, at: Date, ending: string): RowWrite[] =>
  id === null ? [] : [{ table: 'visit', write: 'set', by: { id }, row: { endedAt: at, ending } }];

const movedOn = (at: Date, queueId: string, fromCounterId: string | null): Row => ({
  ...{ status: 'waiting', statusAt: at, queueId, fromCounterId },
  ...{ counterId: null, visitId: null, begunAt: null, rounds: 0 },
});
