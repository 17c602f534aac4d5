import { businessDay, localTime } from '../calendar/business-day.js';
import { hoursOn, openingOf, spanAt } from '../calendar/opening.js';
import type { Queue } from '../hall/config.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { queueOf } from '../hall/lookup.js';
import { heldTicket } from '../persons/held-ticket.js';
import { recordVisitor } from '../persons/record-visitor.js';
import { sealed } from '../persons/sealed.js';
import type { SealedVisitor } from '../persons/visitor.js';
import { Refusal } from '../refusal.js';
import { mustKnowGroup } from './favour.js';
import { giveNumber, NO_BATCH, type Batch, type IssueAnswer } from './give-number.js';
import { groupByAge } from './favour.js';
import { issuingAt, nextChance } from './issuing.js';

export interface IssueBody {
  queueId: string;
  matterId: string | null;
  groupId?: string | null | undefined;
  routeId?: string | null | undefined;
  /** 受理回执 of what is to be handed out; only a pick-up queue keeps it (requirement 87). */
  receipt?: string | null | undefined;
  /** Of cases that one agent handed in together: given by the rule, never by a body. */
  batch?: Batch | undefined;
  /** Who it is; null where nobody asked. */
  visitor?: SealedVisitor | null | undefined;
}

/** Takes a place in a queue (requirements 1, 10). */
export function issue(state: HallState, body: IssueBody, asking: Asking): Decision<IssueAnswer> {
  const queue = queueOf(state, body.queueId);
  mustBeOpen(state, queue, asking.at);
  mustHaveNumbers(state, queue, asking.at);
  if (body.matterId !== null && !queue.matterIds.includes(body.matterId)) throw new Refusal('matter-unknown');
  const visitor = body.visitor ?? null;
  mustNotWaitTwice(state, queue, visitor);
  const day = businessDay(asking.at, state.config.timeZone);
  const recorded = visitor && recordVisitor(state, visitor, day, asking);
  const wish = {
    matterId: body.matterId,
    groupId: groupOf(state, body, asking),
    route: restOfRoute(state, body, asking),
    appointmentId: null,
    visitorId: recorded?.visitorId ?? null,
    ...(body.batch ?? NO_BATCH),
    receipt: queue.pickUp ? (body.receipt ?? null) : null,
  };
  const given = giveNumber(state, queue, wish, asking);
  if (!recorded) return given;
  return { ...given, facts: [...recorded.facts, ...given.facts], attachment: sealed([recorded]) };
}

/** One waiting ticket a person and queue: the first one stands, its slip may be printed again. */
function mustNotWaitTwice(state: HallState, queue: Queue, visitor: SealedVisitor | null): void {
  const held = heldTicket(state, queue.id, visitor);
  if (held)
    throw new Refusal('already-waiting', { number: held.number, queue: queue.name, ticketId: held.id });
}

function mustBeOpen(state: HallState, queue: Queue, at: Date): void {
  if (issuingAt(state, queue, at) !== 'closed') return;
  const { calendar, timeZone } = state.config;
  throw new Refusal('queue-closed', {
    queue: queue.name,
    hours: hoursOn(openingOf(calendar, queue), businessDay(at, timeZone)),
    opens: nextChance(state, queue, at) ?? '',
  });
}

/** An open queue that gives no numbers now says so, and when it does again (requirement 12: nobody queues in vain). */
function mustHaveNumbers(state: HallState, queue: Queue, at: Date): void {
  const issuing = issuingAt(state, queue, at);
  if (issuing === 'gives') return;
  const next = nextChance(state, queue, at) ?? '';
  if (issuing === 'sold-out') throw new Refusal('sold-out', { queue: queue.name, next });
  const { calendar, timeZone } = state.config;
  const closes = spanAt(openingOf(calendar, queue), localTime(at, timeZone))?.to ?? '';
  throw new Refusal('issuing-stopped', { queue: queue.name, closes, opens: next });
}

/** A group is given by whoever has seen its evidence, not by a button that anyone may press (requirement 20). */
function groupOf(state: HallState, body: IssueBody, { actor, at }: Asking): string | null {
  const groupId = body.groupId ?? null;
  const birthDate = body.visitor?.birthDate ?? null;
  const day = businessDay(at, state.config.timeZone);
  if (groupId === null && birthDate !== null)
    return groupByAge(state.config.callOrder.groups, birthDate, day)?.id ?? null;
  if (groupId !== null && actor.kind !== 'person')
    throw new Refusal('group-at-guide-desk', {
      place: state.config.guideDesk,
      placeEn: state.config.guideDeskEn,
    });
  mustKnowGroup(state, groupId);
  return groupId;
}

/** The queues that follow on the same number (requirement 14); none of them may be closed now. */
function restOfRoute(state: HallState, { routeId, queueId }: IssueBody, { at }: Asking): string[] {
  if (routeId === null || routeId === undefined) return [];
  const route = state.config.routes.find(({ id }) => id === routeId);
  if (!route || route.queueIds[0] !== queueId) throw new Refusal('route-unknown');
  const rest = route.queueIds.slice(1);
  for (const id of rest) mustBeOpen(state, queueOf(state, id), at);
  return rest;
}
