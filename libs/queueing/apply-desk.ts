import type { HallEvent } from '../hall/hall-event.js';
import type { Desk, HallState } from '../hall/hall-state.js';
import type { DeskEvent } from './desk-event.js';

/** What lasts at a counter; made on first use. */
export function deskOf(state: HallState, counterId: string): Desk {
  const known = state.desks.get(counterId);
  if (known) return known;
  const made: Desk = { pausedFor: null, helpAskedAt: null, turn: 0, lastVisit: null };
  state.desks.set(counterId, made);
  return made;
}

export function applyDesk(state: HallState, event: HallEvent, fact: DeskEvent): void {
  switch (fact.type) {
    case 'session-opened':
      state.sessions.set(fact.sessionId, {
        id: fact.sessionId,
        personId: fact.personId,
        counterId: fact.counterId,
      });
      return;
    case 'session-closed':
      state.sessions.delete(fact.sessionId);
      return;
    case 'counter-paused':
      deskOf(state, fact.counterId).pausedFor = fact.reason;
      return;
    case 'counter-reopened':
      deskOf(state, fact.counterId).pausedFor = null;
      return;
    case 'help-asked':
      deskOf(state, fact.counterId).helpAskedAt = event.at;
      return;
    case 'help-cleared':
      deskOf(state, fact.counterId).helpAskedAt = null;
      return;
  }
}
