import { isOpen, openingOf } from '#libs/calendar/opening';
import type { BoardCall, BoardSnapshot } from '#libs/contracts/snapshots';
import type { Device } from '#libs/hall/config';
import type { Call, HallState } from '#libs/hall/hall-state';
import { waitingCount } from '#libs/queueing/line';
import { boardPublications } from './board-publications.js';
import { counterNumber, hallHead, noonWatch, type Viewing } from './hall-head.js';

const ROWS = 12;
/** A call that could not be spoken by then is read from the screen. */
const SPOKEN_FOR_SECONDS = 90;

export function boardView(
  state: HallState,
  { zoneId }: Device,
  viewing: Viewing,
  announcer: boolean,
): BoardSnapshot {
  const { config } = state;
  const waits = viewing.paces.waits(state, viewing.at);
  const zone = config.zones.find(({ id }) => id === zoneId) ?? null;
  const counters = new Set(
    config.counters.filter((counter) => zone === null || counter.zoneId === zone.id).map(({ id }) => id),
  );
  const queues = config.queues.filter((queue) => zone === null || queue.zoneId === zone.id);
  return {
    kind: 'board',
    hall: hallHead(state),
    zoneName: zone?.name ?? null,
    zoneNameEn: zone?.nameEn ?? null,
    announcer,
    calls: newestCalls(state, counters),
    waiting: queues.map((queue) => ({
      ...{ queueId: queue.id, prefix: queue.prefix, name: queue.name, nameEn: queue.nameEn },
      waiting: waitingCount(state, queue.id),
      waitMinutes: waits.joining.get(queue.id)?.boundMinutes ?? null,
      open: isOpen(openingOf(config.calendar, queue), viewing.at, config.timeZone),
    })),
    notices: config.notices,
    publications: boardPublications(state),
    noon: noonWatch(state, viewing),
    dutyChief: config.dutyChief,
  };
}

/** One row a ticket, its newest call. A counter taken out of the hall leaves its calls behind, not the board. */
function newestCalls(state: HallState, counters: ReadonlySet<string>): BoardCall[] {
  const rows: BoardCall[] = [];
  const seen = new Set<string>();
  for (const call of state.calls) {
    const number = counterNumber(state, call.counterId);
    if (!counters.has(call.counterId) || number === null || seen.has(call.ticketId)) continue;
    seen.add(call.ticketId);
    rows.push(row(state, call, number));
    if (rows.length === ROWS) break;
  }
  return rows;
}

function row(state: HallState, call: Call, counter: number): BoardCall {
  const ticket = state.tickets.get(call.ticketId);
  const over = ticket?.status !== 'called' || ticket.counterId !== call.counterId;
  const { announcement, ticketId, number, at, round } = call;
  const expiresAt = new Date(at.getTime() + SPOKEN_FOR_SECONDS * 1000).toISOString();
  return {
    announcement,
    ticketId,
    number,
    counterNumber: counter,
    at: at.toISOString(),
    expiresAt,
    over,
    round,
  };
}
