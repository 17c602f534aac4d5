import { localTime } from '../calendar/business-day.js';
import type { Counter } from '../hall/config.js';
import type { HallState } from '../hall/hall-state.js';
import { currentAt } from '../hall/lookup.js';
import { inCallOrder } from './call-order.js';
import { expectedWaits, type CounterNow, type Wait } from './expected-wait.js';
import { waitingCount } from './line.js';
import type { Pace } from './pace.js';
import { takenAt } from './skill.js';

/** What a hall says of waiting at one moment; null where nobody can tell. */
export interface HallWaits {
  /** By queue: of somebody who takes a ticket now. */
  joining: ReadonlyMap<string, Wait | null>;
  /** By waiting ticket. */
  waiting: ReadonlyMap<string, Wait | null>;
}

export function hallWaits(state: HallState, service: Pace, at: Date): HallWaits {
  const { config } = state;
  const { time } = localTime(at, config.timeZone);
  const [hour, minute] = time.split(':').map(Number);
  const floor = {
    counters: countersOf(state, at),
    service,
    minute: (hour ?? 0) * 60 + (minute ?? 0),
  };
  const tickets = inCallOrder(config.callOrder, waitingTickets(state), 0);
  const told = expectedWaits({ ...floor, waiting: tickets, joining: config.queues.map(({ id }) => id) });
  return {
    joining: new Map(config.queues.map(({ id }, place) => [id, told.joining[place] ?? null])),
    waiting: new Map(tickets.map(({ id }, place) => [id, told.waiting[place] ?? null])),
  };
}

const waitingTickets = (state: HallState) =>
  [...state.lines.values()].flatMap((ids) => ids.flatMap((id) => state.tickets.get(id) ?? []));

function countersOf(state: HallState, at: Date): CounterNow[] {
  const staffed = new Set([...state.sessions.values()].map(({ counterId }) => counterId));
  return state.config.counters.map((counter) => {
    const current = currentAt(state, counter.id);
    const since = current?.lastCalledAt ?? at;
    return {
      id: counter.id,
      queueIds: takes(state, counter),
      open: staffed.has(counter.id) && !state.desks.get(counter.id)?.pausedFor,
      busy: current
        ? { queueId: current.queueId, minutes: Math.max(0, (at.getTime() - since.getTime()) / 60_000) }
        : null,
    };
  });
}

/** What whoever sits there may serve. A counter helps out only while nobody waits for itself; with people of its own in line it is no help to others. */
function takes(state: HallState, counter: Counter): string[] {
  const { queueIds, backupQueueIds } = takenAt(state, counter);
  return queueIds.some((id) => waitingCount(state, id) > 0) ? queueIds : [...queueIds, ...backupQueueIds];
}
