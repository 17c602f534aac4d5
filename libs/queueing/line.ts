import type { HallState } from '../hall/hall-state.js';
import { inCallOrder, laneOf, type Placed } from './call-order.js';
import type { Ticket } from './ticket.js';

/** Waiting tickets of a queue in order of rank. */
export const lineOf = (state: HallState, queueId: string): readonly string[] =>
  state.lines.get(queueId) ?? [];

export const waitingCount = (state: HallState, queueId: string): number => lineOf(state, queueId).length;

/**
 * People before a waiting ticket in its own queue; null when it does not wait. Where groups are called by their share it is
 * the most there can be: the turn counts against whoever asks.
 */
export function aheadOf(state: HallState, ticket: Ticket): number | null {
  const line = lineOf(state, ticket.queueId);
  const place = line.indexOf(ticket.id);
  if (place < 0) return null;
  if (!line.some((id) => state.favoured.has(id))) return place;
  const { callOrder } = state.config;
  const tickets = line.flatMap((id) => state.tickets.get(id) ?? []);
  const against = laneOf(callOrder, ticket) === 'priority' ? callOrder.share.priority : 0;
  return inCallOrder(callOrder, tickets, against).findIndex(({ id }) => id === ticket.id);
}

/** People before a ticket that is about to be given: all who wait, but for a booked one only those called before it. */
export function aheadOfNew(state: HallState, queueId: string, appointmentId: string | null): number {
  const line = lineOf(state, queueId);
  if (appointmentId === null) return line.length;
  const { callOrder } = state.config;
  const newcomer: Placed = { appointmentId, groupId: null, urgent: false, rank: Infinity };
  const waiting: Placed[] = line.flatMap((id) => state.tickets.get(id) ?? []);
  return inCallOrder(callOrder, [...waiting, newcomer], callOrder.share.priority).indexOf(newcomer);
}

/** The rank that puts a ticket n places down its line: between its new neighbours, or behind the last. */
export function rankPlacesDown(state: HallState, queueId: string, places: number): number {
  const ranks = lineOf(state, queueId).map((id) => state.tickets.get(id)?.rank ?? 0);
  const before = ranks[places - 1];
  const after = ranks[places];
  if (before === undefined && after === undefined) return state.sequence + 1;
  if (after === undefined) return Math.max(before ?? 0, state.sequence) + 1;
  return before === undefined ? after - 1 : (before + after) / 2;
}
