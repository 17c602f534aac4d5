import type { Counter } from '../hall/config.js';
import type { HallState } from '../hall/hall-state.js';
import type { CallReason, CallRule } from './call-reason.js';
import type { OrderPolicy } from './order-policy.js';
import { takenAt } from './skill.js';
import type { Ticket } from './ticket.js';

export type Lane = 'urgent' | 'priority' | 'ordinary';

/** What decides a ticket's place. */
export type Placed = Pick<Ticket, 'rank' | 'urgent' | 'groupId' | 'appointmentId'>;

/** A group that the hall no longer knows counts for nothing: its tickets wait in the ordinary line. Bookings come in the groups' lane: the share protects the others. */
export function laneOf({ groups }: OrderPolicy, ticket: Omit<Placed, 'rank'>): Lane {
  if (ticket.urgent) return 'urgent';
  if (ticket.appointmentId !== null) return 'priority';
  return groups.some(({ id }) => id === ticket.groupId) ? 'priority' : 'ordinary';
}

type Firsts = Record<Lane, Ticket | null>;

/** May this counter call it: meant for this counter, or for none in particular and of a queue it takes. */
const mayCall = (counter: Counter, queueIds: readonly string[], ticket: Ticket): boolean =>
  ticket.targetCounterId === null ? queueIds.includes(ticket.queueId) : ticket.targetCounterId === counter.id;

/** The first of each lane for a counter. The favoured are few and looked at one by one; a line's first other is near. */
function firstsFor(state: HallState, counter: Counter, queueIds: readonly string[]): Firsts {
  const firsts: Firsts = { urgent: null, priority: null, ordinary: null };
  const offer = (ticket: Ticket): void => {
    const lane = laneOf(state.config.callOrder, ticket);
    const first = firsts[lane];
    if (first === null || ticket.rank < first.rank) firsts[lane] = ticket;
  };
  for (const id of state.favoured) {
    const ticket = state.tickets.get(id);
    if (ticket && mayCall(counter, queueIds, ticket)) offer(ticket);
  }
  for (const ids of state.lines.values())
    for (const id of ids) {
      const ticket = state.favoured.has(id) ? undefined : state.tickets.get(id);
      if (!ticket || !mayCall(counter, queueIds, ticket)) continue;
      offer(ticket);
      break;
    }
  return firsts;
}

export interface Choice {
  ticket: Ticket;
  why: CallReason;
}

/** Whom *next* calls at this counter, and why. Null when nobody waits for it and whoever sits there, nor for the queues it helps out with. */
export function choiceFor(state: HallState, counter: Counter, at: Date): Choice | null {
  const { queueIds, backupQueueIds } = takenAt(state, counter);
  const own = choose(state, counter, firstsFor(state, counter, queueIds), at);
  if (own) return own;
  const other = choose(state, counter, firstsFor(state, counter, backupQueueIds), at);
  return other && { ...other, why: { ...other.why, rule: 'backup' } };
}

function choose(state: HallState, counter: Counter, firsts: Firsts, at: Date): Choice | null {
  const { urgent, priority, ordinary } = firsts;
  if (urgent) return chosen(urgent, 'urgent', ordinary ?? priority);
  if (!priority || !ordinary) {
    const alone = priority ?? ordinary;
    return alone && chosen(alone, 'order', null);
  }
  const { share, ageingMinutes } = state.config.callOrder;
  const aged = agedOf([priority, ordinary], ageingMinutes, at);
  if (aged) return chosen(aged, 'aged', aged === priority ? ordinary : priority);
  const turn = (state.desks.get(counter.id)?.turn ?? 0) % (share.priority + share.ordinary);
  const choice = turn < share.priority ? priority : ordinary;
  const after = (turn + 1) % (share.priority + share.ordinary);
  return chosen(choice, 'share', choice === priority ? ordinary : priority, after);
}

/** Of those who have waited too long, who came first; null when nobody has. */
function agedOf(firsts: readonly Ticket[], minutes: number | null, at: Date): Ticket | null {
  if (minutes === null) return null;
  const aged = firsts.filter(({ issuedAt }) => at.getTime() - issuedAt.getTime() >= minutes * 60_000);
  return aged.sort((a, b) => a.rank - b.rank)[0] ?? null;
}

function chosen(ticket: Ticket, rule: CallRule, other: Ticket | null, turn: number | null = null): Choice {
  const { groupId, appointmentId, rank } = ticket;
  return { ticket, why: { rule, groupId, appointmentId, rank, otherRank: other?.rank ?? null, turn } };
}

/**
 * Waiting tickets as they are going to be called if nothing else happens: urgent ones, then the two classes by their share
 * from this turn on. Each class is in its order of rank.
 */
export function inCallOrder<T extends Placed>(policy: OrderPolicy, tickets: readonly T[], turn: number): T[] {
  const lanes: Record<Lane, T[]> = { urgent: [], priority: [], ordinary: [] };
  for (const ticket of [...tickets].sort((a, b) => a.rank - b.rank))
    lanes[laneOf(policy, ticket)].push(ticket);
  const { priority, ordinary, urgent } = lanes;
  const { share } = policy;
  const merged = [...urgent];
  for (let place = turn; priority.length > 0 && ordinary.length > 0; place++) {
    const lane = place % (share.priority + share.ordinary) < share.priority ? priority : ordinary;
    merged.push(...lane.splice(0, 1));
  }
  return [...merged, ...priority, ...ordinary];
}

/** Who waits for a counter, in the order it will call them; for its helping out only while nobody waits for itself. */
export function waitingFor(state: HallState, counter: Counter): Ticket[] {
  const { queueIds, backupQueueIds } = takenAt(state, counter);
  const own = waitingOf(state, counter, queueIds);
  const waiting = own.length > 0 ? own : waitingOf(state, counter, backupQueueIds);
  return inCallOrder(state.config.callOrder, waiting, state.desks.get(counter.id)?.turn ?? 0);
}

function waitingOf(state: HallState, counter: Counter, queueIds: readonly string[]): Ticket[] {
  const waiting: Ticket[] = [];
  for (const ids of state.lines.values())
    for (const id of ids) {
      const ticket = state.tickets.get(id);
      if (ticket && mayCall(counter, queueIds, ticket)) waiting.push(ticket);
    }
  return waiting;
}
