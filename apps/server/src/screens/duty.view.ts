import { holdsPlace } from '#libs/appointments/booking';
import { dayAfter, localTime } from '#libs/calendar/business-day';
import { isOpen, isOver, openingOf } from '#libs/calendar/opening';
import type { DutySnapshot } from '#libs/contracts/snapshots';
import type { HallState } from '#libs/hall/hall-state';
import { currentAt } from '#libs/hall/lookup';
import { openDayFrom } from '#libs/queueing/carry-over';
import { waitingCount } from '#libs/queueing/line';
import { TICKET_MOVES } from '#libs/queueing/ticket-moves';
import type { TicketStatus } from '#libs/queueing/ticket';
import { enquiryCard, openEnquiries } from '../state/enquiry-card.js';
import { devicePart, type KnownDevices } from './duty-devices.view.js';
import { urgentPublications } from './urgent-publications.js';
import { counterState, hallHead, staffCard, type Viewing } from './hall-head.js';

/** What needs a person now. */
export function dutyView(state: HallState, viewing: Viewing, known: KnownDevices): DutySnapshot {
  const { config } = state;
  return {
    kind: 'duty',
    hall: hallHead(state),
    counters: config.counters.map((counter) => ({
      ...{ id: counter.id, number: counter.number, post: counter.post },
      state: counterState(state, counter.id),
      ticketNumber: currentAt(state, counter.id)?.number ?? null,
      staffName: staffCard(state, counter, viewing)?.name ?? null,
      pausedFor: state.desks.get(counter.id)?.pausedFor ?? null,
      helpAskedAt: state.desks.get(counter.id)?.helpAskedAt?.toISOString() ?? null,
    })),
    queues: config.queues.map((queue) => ({
      ...{ id: queue.id, prefix: queue.prefix, name: queue.name },
      waiting: waitingCount(state, queue.id),
      open: isOpen(openingOf(config.calendar, queue), viewing.at, config.timeZone),
    })),
    undecided: undecided(state, viewing.at),
    extended: extendedSlots(state),
    enquiries: openEnquiries(state).map((one) => enquiryCard(state, one, viewing.directory)),
    ...devicePart(state, known),
    publications: urgentPublications(state, viewing),
  };
}

/** Whoever has the duty decides about these when their queue is over: all but those at a counter. */
function undecided(state: HallState, at: Date): DutySnapshot['undecided'] {
  const { queues, calendar, timeZone } = state.config;
  const now = localTime(at, timeZone);
  const moves: readonly TicketStatus[] = TICKET_MOVES.carryOver;
  const held = [...state.tickets.values()].filter(({ status }) => moves.includes(status));
  return queues.flatMap((queue) => {
    const tickets = held.filter(({ queueId }) => queueId === queue.id).sort((a, b) => a.rank - b.rank);
    if (tickets.length === 0 || !isOver(openingOf(calendar, queue), now)) return [];
    return {
      ...{ queueId: queue.id, prefix: queue.prefix, name: queue.name },
      toDay: openDayFrom(state, { queueId: queue.id }, dayAfter(now.day)),
      tickets: tickets.map(({ id: ticketId, number, status }) => ({ ticketId, number, state: status })),
    };
  });
}

function extendedSlots({ config, bookings, day }: HallState): DutySnapshot['extended'] {
  const slots = new Map<string, DutySnapshot['extended'][number]>();
  for (const booking of bookings.values()) {
    if (booking.kind !== 'extended' || booking.day !== day || !holdsPlace(booking)) continue;
    const { queueId, from, to, status } = booking;
    const queue = config.queues.find(({ id }) => id === queueId);
    const head = { prefix: queue?.prefix ?? '', queueName: queue?.name ?? '', from, to };
    const slot = slots.get(`${from} ${queueId}`) ?? { ...head, booked: 0, arrived: 0 };
    slot.booked += 1;
    if (status === 'used') slot.arrived += 1;
    slots.set(`${from} ${queueId}`, slot);
  }
  return [...slots].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, slot]) => slot);
}
