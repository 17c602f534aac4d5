import type { Counter } from '../hall/config.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallFact } from '../hall/hall-event.js';
import type { HallState, Session } from '../hall/hall-state.js';
import { askingCounter, askingSession, counterOf, currentAt, sessionAt } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';
import type { SessionEnd } from './desk-event.js';
import { takenBy, type Takes } from './skill.js';

/**
 * A person sits down (requirements 156, 157): one live session a person, one person a counter. Signing in again takes the
 * own session over; a ticket left open at another counter must be ended there first. Nobody sits where they may serve nobody.
 */
export function openSession(
  state: HallState,
  body: { sessionId: string; personId: string; counterId: string | null; tokenHash: string },
): Decision<{ sessionId: string }> {
  const { personId, counterId } = body;
  const own = [...state.sessions.values()].find((session) => session.personId === personId);
  if (counterId !== null) {
    const counter = counterOf(state, counterId);
    const sitting = sessionAt(state, counter.id);
    if (sitting && sitting.personId !== personId)
      throw new Refusal('counter-taken', { counter: counter.number });
    mustServe(state, counter, personId);
  }
  const moves = own && own.counterId !== null && own.counterId !== counterId;
  if (moves && own.counterId !== null) mustBeFree(state, own.counterId);
  const leaves = own ? closing(state, own, 'taken-over', Boolean(moves)) : [];
  return {
    facts: [...leaves, { type: 'session-opened', ...body }],
    answer: { sessionId: body.sessionId },
  };
}

/** Requirement 7: a counter of whose queues this person may serve none is no place to sit. */
function mustServe({ config }: HallState, counter: Counter, personId: string): void {
  const count = ({ queueIds, backupQueueIds }: Takes): number => queueIds.length + backupQueueIds.length;
  if (count(counter) > 0 && count(takenBy(config, counter, personId)) === 0)
    throw new Refusal('no-skill-here', { counter: counter.number });
}

/** Signing out: not with a visitor at the counter. */
export function closeSession(state: HallState, _body: object, asking: Asking): Decision {
  const session = askingSession(state, asking);
  if (session.counterId !== null) mustBeFree(state, session.counterId);
  return { facts: closing(state, session, 'signed-out', true), answer: {} };
}

/** The duty chief ends a session that was left open; an open ticket stays for whoever sits down next. */
export function endSession(state: HallState, body: { counterId: string }): Decision {
  const session = sessionAt(state, counterOf(state, body.counterId).id);
  if (!session) throw new Refusal('no-counter');
  return { facts: closing(state, session, 'ended-by-duty', true), answer: {} };
}

function closing(state: HallState, session: Session, cause: SessionEnd, leaves: boolean): HallFact[] {
  const { id, personId, counterId } = session;
  const facts: HallFact[] = [{ type: 'session-closed', sessionId: id, personId, counterId, cause }];
  const desk = counterId === null || !leaves ? undefined : state.desks.get(counterId);
  if (counterId !== null && desk?.pausedFor) facts.push({ type: 'counter-reopened', counterId, personId });
  if (counterId !== null && desk?.helpAskedAt) facts.push({ type: 'help-cleared', counterId });
  return facts;
}

function mustBeFree(state: HallState, counterId: string): void {
  const current = currentAt(state, counterId);
  if (current)
    throw new Refusal('visitor-present', {
      number: current.number,
      counter: counterOf(state, counterId).number,
    });
}

/** Requirement 159: leaving the counter has a reason. */
export function pause(state: HallState, body: { reason: string }, asking: Asking): Decision {
  const { counter, personId } = askingCounter(state, asking);
  mustBeFree(state, counter.id);
  if (state.desks.get(counter.id)?.pausedFor) throw new Refusal('counter-paused');
  return {
    facts: [{ type: 'counter-paused', counterId: counter.id, personId, reason: body.reason }],
    answer: {},
  };
}

export function reopen(state: HallState, _body: object, asking: Asking): Decision {
  const { counter, personId } = askingCounter(state, asking);
  if (!state.desks.get(counter.id)?.pausedFor) throw new Refusal('not-paused');
  return { facts: [{ type: 'counter-reopened', counterId: counter.id, personId }], answer: {} };
}

/** 求助 (requirement 49). Asking twice is asking once. */
export function askHelp(state: HallState, _body: object, asking: Asking): Decision {
  const { counter, personId } = askingCounter(state, asking);
  if (state.desks.get(counter.id)?.helpAskedAt) return { facts: [], answer: {} };
  return { facts: [{ type: 'help-asked', counterId: counter.id, personId }], answer: {} };
}

/** The counter itself, or whoever has the duty, says it is over. */
export function clearHelp(state: HallState, body: { counterId: string }, asking: Asking): Decision {
  const counter = counterOf(state, body.counterId);
  const { actor } = asking;
  const duty = actor.kind === 'person' && actor.roles.some((role) => role !== 'clerk');
  if (!duty && askingSession(state, asking).counterId !== counter.id) throw new Refusal('not-allowed');
  if (!state.desks.get(counter.id)?.helpAskedAt) throw new Refusal('help-not-asked');
  return { facts: [{ type: 'help-cleared', counterId: counter.id }], answer: {} };
}
