import { rotaAt } from '#libs/calendar/noon-rota';
import type { NoonWatch } from '#libs/contracts/snapshots';
import type { Counter } from '#libs/hall/config';
import type { HallState } from '#libs/hall/hall-state';
import { currentAt, sessionAt } from '#libs/hall/lookup';
import type { Wait } from '#libs/queueing/expected-wait';
import type { Directory } from '../state/directory.js';
import type { Paces } from '../state/paces.js';

/** What every view needs beside the state. */
export interface Viewing {
  directory: Directory;
  paces: Paces;
  at: Date;
}

export const hallHead = ({ config }: HallState) => ({
  name: config.name,
  nameEn: config.nameEn,
  timeZone: config.timeZone,
  complaintPhone: config.complaintPhone,
});

/** What half and four in five of the people wait at most, as screens name it. */
export const waitRange = (wait: Wait | null | undefined): { from: number; to: number } | null =>
  wait ? { from: wait.medianMinutes, to: wait.boundMinutes } : null;

export type CounterStateName = 'closed' | 'paused' | 'free' | 'calling' | 'serving';

/** A counter as everyone may see it. */
export function counterState(state: HallState, counterId: string): CounterStateName {
  const current = currentAt(state, counterId);
  if (current) return current.status === 'serving' ? 'serving' : 'calling';
  if (!sessionAt(state, counterId)) return 'closed';
  return state.desks.get(counterId)?.pausedFor ? 'paused' : 'free';
}

/** The staff card of requirements 2 and 3: who sits here now. */
export function staffCard(state: HallState, counter: Counter, { directory }: Viewing) {
  const session = sessionAt(state, counter.id);
  const person = session ? directory.person(session.personId) : undefined;
  if (!person) return null;
  const { name, staffNumber } = person;
  return {
    name,
    staffNumber,
    post: counter.post,
    postEn: counter.postEn,
    photoUrl: `/api/photos/${person.id}.svg`,
  };
}

export const counterNumber = (state: HallState, counterId: string | null): number | null =>
  state.config.counters.find(({ id }) => id === counterId)?.number ?? null;

/** Requirement 9: who serves through noon, as the board and the kiosk name it; in the order of their numbers. */
export function noonWatch(state: HallState, { at }: Viewing): NoonWatch | null {
  const rota = rotaAt(state.config, at);
  if (rota === null) return null;
  const counters = rota.counterIds.flatMap((id) => counterNumber(state, id) ?? []);
  if (counters.length === 0) return null;
  return { from: rota.from, until: rota.to, counters: counters.sort((a, b) => a - b) };
}
