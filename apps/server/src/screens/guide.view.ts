import { isOpen, openingOf } from '#libs/calendar/opening';
import type { GuideSnapshot, GuideTicket } from '#libs/contracts/snapshots';
import type { Queue } from '#libs/hall/config';
import type { HallState } from '#libs/hall/hall-state';
import { currentAt, queueOf } from '#libs/hall/lookup';
import { aheadOf, lineOf, waitingCount } from '#libs/queueing/line';
import { ENDED, type Ticket } from '#libs/queueing/ticket';
import { enquiryCard, openEnquiries } from '../state/enquiry-card.js';
import { counterNumber, counterState, hallHead, staffCard, waitRange, type Viewing } from './hall-head.js';

/** More than a hall holds at once; the count tells the rest. */
const LINE_SHOWN = 400;

/** The guide desk: whom to help, how to number them, and where everybody stands. */
export function guideView(state: HallState, viewing: Viewing): GuideSnapshot {
  const { config } = state;
  const shown = shownOf(state);
  return {
    kind: 'guide',
    hall: hallHead(state),
    day: state.day,
    queues: config.queues.map((queue) => queueCard(state, queue, viewing)),
    groups: config.callOrder.groups.map(({ id, name, nameEn, evidence, fromAge }) => ({
      ...{ id, name, nameEn, evidence, fromAge },
    })),
    routes: config.routes.map(({ id, name, nameEn, queueIds }) => ({ id, name, nameEn, queueIds })),
    counters: config.counters.map((counter) => ({
      ...{ id: counter.id, number: counter.number, post: counter.post, postEn: counter.postEn },
      state: counterState(state, counter.id),
      ticketNumber: currentAt(state, counter.id)?.number ?? null,
      staffName: staffCard(state, counter, viewing)?.name ?? null,
    })),
    homeVisits: homeVisits(state, viewing),
    staff: viewing.directory.staff(state.hallId).map(({ id, name }) => ({ id, name })),
    line: inOrder(
      state,
      shown.map((ticket) => rowOf(state, ticket, viewing)),
    ),
    lineCount: openTickets(state).length,
    enquiries: openEnquiries(state).map((one) => enquiryCard(state, one, viewing.directory)),
  };
}

function queueCard(
  state: HallState,
  queue: Queue,
  { at, directory }: Viewing,
): GuideSnapshot['queues'][number] {
  const { calendar, timeZone } = state.config;
  const { id, prefix, name, nameEn } = queue;
  return {
    ...{ id, prefix, name, nameEn },
    waiting: waitingCount(state, id),
    pickUp: queue.pickUp,
    open: isOpen(openingOf(calendar, queue), at, timeZone),
    matters: queue.matterIds.flatMap((matterId) => {
      const matter = directory.matter(matterId);
      return matter ? [{ id: matter.id, name: matter.name, nameEn: matter.nameEn }] : [];
    }),
  };
}

const homeVisits = (state: HallState, { directory }: Viewing): GuideSnapshot['homeVisits'] =>
  [...state.homeVisits.values()]
    .sort((one, other) => (`${one.day} ${one.half}` < `${other.day} ${other.half}` ? -1 : 1))
    .map((visit) => {
      const { id: homeVisitId, day, half, status, visitorId, personId, requestedAt } = visit;
      const queue = state.config.queues.find(({ id }) => id === visit.queueId);
      const matter = directory.matter(visit.matterId);
      return {
        ...{ homeVisitId, day, half, state: status, visitorId, requestedAt: requestedAt.toISOString() },
        ...{ queueName: queue?.name ?? '', queueNameEn: queue?.nameEn ?? '' },
        ...{ matterName: matter?.name ?? '', matterNameEn: matter?.nameEn ?? '' },
        personName: (personId !== null && directory.person(personId)?.name) || null,
      };
    });

const openTickets = (state: HallState): Ticket[] =>
  [...state.tickets.values()].filter(({ status }) => !ENDED.includes(status));

/** Those who are away from the line stand first when there is no room for all: they are the ones who come and ask. */
function shownOf(state: HallState): Ticket[] {
  const away = openTickets(state).filter(({ status }) => status !== 'waiting');
  const waiting = state.config.queues
    .flatMap(({ id }) => lineOf(state, id))
    .flatMap((id) => state.tickets.get(id) ?? []);
  return [...away, ...waiting].slice(0, LINE_SHOWN);
}

function rowOf(state: HallState, ticket: Ticket, { directory, paces, at }: Viewing): GuideTicket {
  const queue = queueOf(state, ticket.queueId);
  const { id: ticketId, number, status, groupId, urgent, helperId } = ticket;
  return {
    ...{ ticketId, number, queueId: queue.id, queueName: queue.name, queueNameEn: queue.nameEn },
    state: status,
    ahead: aheadOf(state, ticket),
    wait: waitRange(paces.waits(state, at).waiting.get(ticketId)),
    counterNumber: counterNumber(state, ticket.counterId),
    ...{ groupId, urgent, helperId },
    visitorId: ticket.visitorId,
    batchSize: ticket.batchSize,
    helperName: (helperId !== null && directory.person(helperId)?.name) || null,
    mayRejoin: queue.calls.missedMay === 'rejoin',
    carriedTo: ticket.carriedTo,
    issuedAt: ticket.issuedAt.toISOString(),
    statusAt: ticket.statusAt.toISOString(),
  };
}

/** Waiting ones by queue and place, then the others as they came to their state; queues keep the hall's order. */
function inOrder({ config }: HallState, rows: GuideTicket[]): GuideTicket[] {
  const queueIds = config.queues.map(({ id }) => id);
  const places = new Map(queueIds.map((id, place) => [id, place]));
  const queuePlace = ({ queueId }: GuideTicket): number => places.get(queueId) ?? 0;
  return rows.sort((a, b) => {
    if (a.ahead !== null && b.ahead !== null) return queuePlace(a) - queuePlace(b) || a.ahead - b.ahead;
    if (a.ahead === null && b.ahead === null) return Date.parse(a.statusAt) - Date.parse(b.statusAt);
    return a.ahead === null ? 1 : -1;
  });
}
