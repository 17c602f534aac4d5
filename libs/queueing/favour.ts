import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { ticketOf } from '../hall/lookup.js';
import { ageOn } from '../persons/id-number.js';
import { Refusal } from '../refusal.js';
import type { PriorityGroup } from './order-policy.js';
import { mustAllow } from './ticket-moves.js';

/** The guide desk has seen the evidence: the visitor belongs to a group (requirement 20), or does not after all. */
export function markGroup(state: HallState, body: { ticketId: string; groupId: string | null }): Decision {
  const ticket = ticketOf(state, body.ticketId);
  mustAllow('mark', ticket);
  mustKnowGroup(state, body.groupId);
  if (ticket.groupId === body.groupId) return { facts: [], answer: {} };
  return { facts: [{ type: 'ticket-marked', ticketId: ticket.id, groupId: body.groupId }], answer: {} };
}

type Aged = Pick<PriorityGroup, 'evidence' | 'fromAge'>;

/** The first of the groups that whoever was born then belongs to on a day (requirement 20). */
export function groupByAge<Group extends Aged>(
  groups: readonly Group[],
  birthDate: string,
  day: string,
): Group | null {
  const age = ageOn(day, birthDate);
  const old = groups.find(
    ({ evidence, fromAge }) => evidence === 'birth-date' && fromAge !== null && age >= fromAge,
  );
  return old ?? null;
}

export function mustKnowGroup(state: HallState, groupId: string | null): void {
  const known = state.config.callOrder.groups.some(({ id }) => id === groupId);
  if (groupId !== null && !known) throw new Refusal('group-unknown');
}

/** 急事急办 (requirement 19): before everybody else, approved by the duty chief, who stands in the event with the reason. */
export function expedite(
  state: HallState,
  body: { ticketId: string; reason: string },
  { actor }: Asking,
): Decision {
  const ticket = ticketOf(state, body.ticketId);
  mustAllow('expedite', ticket);
  if (actor.kind !== 'person') throw new Refusal('not-allowed');
  if (ticket.urgent) return { facts: [], answer: {} };
  const { personId } = actor;
  return {
    facts: [{ type: 'ticket-expedited', ticketId: ticket.id, personId, reason: body.reason }],
    answer: {},
  };
}

/** 帮办 (requirement 21): one named person accompanies the visitor; null ends it. */
export function assignHelper(
  state: HallState,
  body: { ticketId: string; personId: string | null },
): Decision {
  const ticket = ticketOf(state, body.ticketId);
  mustAllow('assist', ticket);
  if (ticket.helperId === body.personId) return { facts: [], answer: {} };
  return {
    facts: [{ type: 'helper-assigned', ticketId: ticket.id, helperId: body.personId }],
    answer: {},
  };
}
