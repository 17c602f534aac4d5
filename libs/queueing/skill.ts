import type { Counter, HallConfig } from '../hall/config.js';
import type { HallState } from '../hall/hall-state.js';
import { sessionAt } from '../hall/lookup.js';

/** What a counter takes: of its own queues, and of those it helps out with. */
export type Takes = Pick<Counter, 'queueIds' | 'backupQueueIds'>;

/** Of a counter's queues those that this person may serve. */
export function takenBy(
  { skills }: HallConfig,
  { queueIds, backupQueueIds }: Takes,
  personId: string,
): Takes {
  const skill = skills.find((one) => one.personId === personId);
  const may = (id: string): boolean => skill?.queueIds.includes(id) ?? true;
  return { queueIds: queueIds.filter(may), backupQueueIds: backupQueueIds.filter(may) };
}

/** What a counter takes now, with whoever sits there; while nobody does, all that it is for. */
export function takenAt(state: HallState, counter: Counter): Takes {
  const session = sessionAt(state, counter.id);
  return session ? takenBy(state.config, counter, session.personId) : counter;
}

/** Queues that none of these people may serve. */
export const unservedBy = ({ queues, skills }: HallConfig, personIds: readonly string[]): string[] =>
  queues
    .map(({ id }) => id)
    .filter((id) =>
      personIds.every(
        (personId) => skills.find((one) => one.personId === personId)?.queueIds.includes(id) === false,
      ),
    );
