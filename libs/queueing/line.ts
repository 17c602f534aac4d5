import type { Counter } from '../hall/config.js';
import type { HallState } from '../hall/hall-state.js';
import type { Ticket } from './ticket.js';

/** Waiting tickets of a queue, first to be called first. */
export const lineOf = (state: HallState, queueId: string): readonly string[] =>
  state.lines.get(queueId) ?? [];

export const waitingCount = (state: HallState, queueId: string): number => lineOf(state, queueId).length;

/** People before a waiting ticket in its own queue; null when it does not wait. */
export function aheadOf(state: HallState, ticket: Ticket): number | null {
  const place = lineOf(state, ticket.queueId).indexOf(ticket.id);
  return place < 0 ? null : place;
}

/** May this counter call it: meant for this counter, or for none in particular and of a queue it serves. */
const mayCall = (counter: Counter, ticket: Ticket): boolean =>
  ticket.targetCounterId === null
    ? counter.queueIds.includes(ticket.queueId)
    : ticket.targetCounterId === counter.id;

/** Who waits for a counter, in the order it will call them. */
export function waitingFor(state: HallState, counter: Counter): Ticket[] {
  const waiting: Ticket[] = [];
  for (const ids of state.lines.values())
    for (const id of ids) {
      const ticket = state.tickets.get(id);
      if (ticket && mayCall(counter, ticket)) waiting.push(ticket);
    }
  return waiting.sort((a, b) => a.rank - b.rank);
}

/** The one that *next* calls at this counter: of those it may call, the lowest rank. */
export function firstFor(state: HallState, counter: Counter): Ticket | null {
  let first: Ticket | null = null;
  for (const ids of state.lines.values())
    for (const id of ids) {
      const ticket = state.tickets.get(id);
      if (!ticket || !mayCall(counter, ticket)) continue;
      if (first === null || ticket.rank < first.rank) first = ticket;
      break;
    }
  return first;
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
