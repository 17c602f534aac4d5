import { localTime } from '#libs/calendar/business-day';
import { openingOf, spansOn } from '#libs/calendar/opening';
import type { CounterSnapshot } from '#libs/contracts/snapshots';
import type { Counter } from '#libs/hall/config';
import type { HallState } from '#libs/hall/hall-state';
import { currentAt, queueOf } from '#libs/hall/lookup';
import { pauseEnds } from '#libs/queueing/call';
import { laneOf, waitingFor } from '#libs/queueing/call-order';
import { takenAt } from '#libs/queueing/skill';
import type { Ticket } from '#libs/queueing/ticket';
import { counterNumber, counterState, hallHead, staffCard, type Viewing } from './hall-head.js';

/** As many of the line as a clerk looks at; the count tells the rest. */
const LINE_SHOWN = 40;

export function counterView(state: HallState, counter: Counter, viewing: Viewing): CounterSnapshot | null {
  const staff = staffCard(state, counter, viewing);
  if (!staff) return null;
  const current = currentAt(state, counter.id);
  const desk = state.desks.get(counter.id);
  const waiting = waitingFor(state, counter);
  return {
    kind: 'counter',
    hall: hallHead(state),
    counterId: counter.id,
    counterNumber: counter.number,
    post: counter.post,
    staff,
    pausedFor: desk?.pausedFor ?? null,
    helpAskedAt: desk?.helpAskedAt?.toISOString() ?? null,
    current: current && currentTicket(state, current, viewing),
    waiting: waiting.slice(0, LINE_SHOWN).map((ticket) => lineTicket(state, ticket, counter, viewing)),
    waitingCount: waiting.length,
    ...setAside(state, counter),
    lastVisit: desk?.lastVisit ? { number: desk.lastVisit.number, rating: desk.lastVisit.rating } : null,
    counters: state.config.counters.map((other) => otherCounter(state, other)),
    queues: state.config.queues.map(({ id, prefix, name }) => ({ id, prefix, name })),
    devices: state.config.devices
      .filter(({ counterId }) => counterId === counter.id)
      .map(({ id, name, kind }) => ({ id, name, kind, fault: state.faults.get(id)?.what ?? null })),
    quickFinishSeconds: state.config.quickFinishSeconds,
    callByNumber: state.config.callOrder.callByNumber,
    afterHours: isAfterHours(state, counter, viewing.at),
  };
}

/** Its queues were open today and are not any more. */
function isAfterHours({ config }: HallState, { queueIds }: Counter, at: Date): boolean {
  const now = localTime(at, config.timeZone);
  const ends = config.queues
    .filter(({ id }) => queueIds.includes(id))
    .map((queue) => spansOn(openingOf(config.calendar, queue), now.day).at(-1)?.to ?? '');
  return ends.some((end) => end !== '') && ends.every((end) => end <= now.time);
}

function currentTicket(state: HallState, ticket: Ticket, { directory }: Viewing): CounterSnapshot['current'] {
  const queue = queueOf(state, ticket.queueId);
  const { maxRecalls, minimumCalls } = queue.calls;
  const pause = pauseEnds(state, ticket).toISOString();
  return {
    ticketId: ticket.id,
    number: ticket.number,
    queueId: queue.id,
    queueName: queue.name,
    matterId: ticket.matterId,
    state: ticket.status === 'serving' ? 'serving' : 'called',
    issuedAt: ticket.issuedAt.toISOString(),
    carried: ticket.carriedTo !== null,
    calledAt: (ticket.lastCalledAt ?? ticket.statusAt).toISOString(),
    begunAt: ticket.begunAt?.toISOString() ?? null,
    calls: ticket.rounds,
    maxCalls: maxRecalls + 1,
    recallAt: ticket.rounds <= maxRecalls ? pause : null,
    missAt: ticket.rounds >= minimumCalls ? pause : null,
    minimumCalls,
    defaultOutcome: queue.defaultOutcome,
    groupName: state.config.callOrder.groups.find(({ id }) => id === ticket.groupId)?.name ?? null,
    helperName: (ticket.helperId && directory.person(ticket.helperId)?.name) ?? null,
    batchSize: ticket.batchSize,
    ...{ pickUp: queue.pickUp, receipt: ticket.receipt, signed: ticket.collectionId !== null },
    nextQueueName: state.config.queues.find(({ id }) => id === ticket.route[0])?.name ?? null,
    matters: queue.matterIds.flatMap((id) => {
      const matter = directory.matter(id);
      return matter ? [{ id, name: matter.name }] : [];
    }),
  };
}

function lineTicket(state: HallState, ticket: Ticket, counter: Counter, { directory }: Viewing) {
  const lane = laneOf(state.config.callOrder, ticket);
  return {
    ticketId: ticket.id,
    number: ticket.number,
    queueId: ticket.queueId,
    queueName: queueOf(state, ticket.queueId).name,
    matterName: (ticket.matterId && directory.matter(ticket.matterId)?.name) ?? null,
    issuedAt: ticket.issuedAt.toISOString(),
    carried: ticket.carriedTo !== null,
    fromCounterNumber: counterNumber(state, ticket.fromCounterId),
    forThisCounter: ticket.targetCounterId === counter.id,
    byAgent: ticket.batchId !== null,
    before: lane === 'ordinary' ? null : lane,
  };
}

/** Parked here, and the missed of the queues served here. */
function setAside(state: HallState, counter: Counter): Pick<CounterSnapshot, 'parked' | 'missed'> {
  const parked: CounterSnapshot['parked'] = [];
  const missed: CounterSnapshot['missed'] = [];
  const served = takenAt(state, counter).queueIds;
  for (const ticket of state.tickets.values()) {
    const { id: ticketId, number, status } = ticket;
    if (status !== 'parked' && status !== 'missed') continue;
    const { name: queueName, calls } = queueOf(state, ticket.queueId);
    const at = ticket.statusAt.toISOString();
    if (status === 'parked' && ticket.counterId === counter.id)
      parked.push({ ticketId, number, queueName, parkedAt: at, reason: ticket.reason ?? '' });
    if (status === 'missed' && served.includes(ticket.queueId))
      missed.push({ ticketId, number, queueName, missedAt: at, mayRejoin: calls.missedMay === 'rejoin' });
  }
  return { parked, missed };
}

function otherCounter(state: HallState, { id, number, post }: Counter): CounterSnapshot['counters'][number] {
  return {
    ...{ id, number, post },
    state: counterState(state, id),
    ticketNumber: currentAt(state, id)?.number ?? null,
    helpAsked: Boolean(state.desks.get(id)?.helpAskedAt),
  };
}
