import { hoursOn, openingOf } from '#libs/calendar/opening';
import type { FollowSnapshot } from '#libs/contracts/snapshots';
import type { HallState } from '#libs/hall/hall-state';
import { aheadOf } from '#libs/queueing/line';
import type { Ticket } from '#libs/queueing/ticket';
import { counterNumber, hallHead, waitRange, type Viewing } from './hall-head.js';

/** The part of a ticket a phone follows; of an ended one the row is all that is left. */
export type Followed = Pick<
  Ticket,
  'id' | 'number' | 'queueId' | 'status' | 'counterId' | 'issuedAt' | 'lastCalledAt' | 'carriedTo'
>;

export function followView(state: HallState, ended: Followed, { paces, at }: Viewing): FollowSnapshot {
  const held = state.tickets.get(ended.id);
  const ticket = held ?? ended;
  const { calendar } = state.config;
  const day = ticket.carriedTo;
  const queue = state.config.queues.find(({ id }) => id === ticket.queueId);
  const atCounter = ticket.status === 'called' || ticket.status === 'serving';
  return {
    kind: 'follow',
    hall: hallHead(state),
    number: ticket.number,
    queueName: queue?.name ?? '',
    queueNameEn: queue?.nameEn ?? '',
    state: ticket.status,
    ahead: held ? aheadOf(state, held) : null,
    wait: waitRange(paces.waits(state, at).waiting.get(ticket.id)),
    counterNumber: atCounter ? counterNumber(state, ticket.counterId) : null,
    issuedAt: ticket.issuedAt.toISOString(),
    carriedTo: day !== null && queue ? { day, hours: hoursOn(openingOf(calendar, queue), day) } : null,
    calledAt: atCounter ? (ticket.lastCalledAt?.toISOString() ?? null) : null,
  };
}
