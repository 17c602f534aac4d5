import { businessDay } from '#libs/calendar/business-day';
import { hoursOn, openingOf } from '#libs/calendar/opening';
import type { KioskSnapshot } from '#libs/contracts/snapshots';
import { PRINTER_STATES } from '#libs/fleet/fleet-event';
import type { Device, Queue } from '#libs/hall/config';
import type { HallState, SlipJob } from '#libs/hall/hall-state';
import { issuingAt, nextChance } from '#libs/queueing/issuing';
import { waitingCount } from '#libs/queueing/line';
import { hallHead, noonWatch, waitRange, type Viewing } from './hall-head.js';

/** Slips a kiosk may still be asked about. */
const SLIPS = 12;

export function kioskView(state: HallState, device: Device, viewing: Viewing): KioskSnapshot {
  const { config } = state;
  return {
    kind: 'kiosk',
    hall: hallHead(state),
    guideDesk: config.guideDesk,
    guideDeskEn: config.guideDeskEn,
    printer: printerOf(state, device),
    queues: config.queues.map((queue) => queueCard(state, queue, viewing)),
    appointments: config.appointments.length > 0,
    noon: noonWatch(state, viewing),
    slips: slipsOf(state, device),
  };
}

function printerOf(state: HallState, { printerId }: Device): KioskSnapshot['printer'] {
  if (printerId === undefined) return 'ready';
  const said = state.reports.get(printerId)?.state;
  return PRINTER_STATES.find((known) => known === said) ?? 'unreachable';
}

function queueCard(
  state: HallState,
  queue: Queue,
  { at, directory, paces }: Viewing,
): KioskSnapshot['queues'][number] {
  const { calendar, timeZone } = state.config;
  const { id, prefix, name, nameEn, forWhom, forWhomEn } = queue;
  const issuing = issuingAt(state, queue, at);
  return {
    ...{ id, prefix, name, nameEn, forWhom, forWhomEn },
    pickUp: queue.pickUp,
    open: issuing !== 'closed',
    stopped: issuing === 'stopped',
    soldOut: issuing === 'sold-out',
    waiting: waitingCount(state, id),
    wait: waitRange(paces.waits(state, at).joining.get(id)),
    hoursToday: hoursOn(openingOf(calendar, queue), businessDay(at, timeZone)),
    opensAt: issuing === 'gives' ? null : nextChance(state, queue, at),
    matters: queue.matterIds.flatMap((matterId) => {
      const matter = directory.matter(matterId);
      return matter ? [{ id: matter.id, name: matter.name, nameEn: matter.nameEn }] : [];
    }),
    routes: routesFrom(state, id),
  };
}

function routesFrom({ config }: HallState, queueId: string): KioskSnapshot['queues'][number]['routes'] {
  return config.routes
    .filter(({ queueIds }) => queueIds[0] === queueId)
    .map(({ id, name, nameEn, queueIds }) => ({
      ...{ id, name, nameEn },
      stops: queueIds.flatMap((stop) => {
        const queue = config.queues.find((one) => one.id === stop);
        return queue ? [{ name: queue.name, nameEn: queue.nameEn }] : [];
      }),
    }));
}

/** The last slip of each ticket that this kiosk asked for, newest first. */
function slipsOf(state: HallState, { id }: Device): KioskSnapshot['slips'] {
  const mine: SlipJob[] = [];
  for (const job of state.slips.values()) if (job.askedBy === `device:${id}`) mine.push(job);
  const seen = new Set<string>();
  const newest = mine.reverse().filter(({ ticketId }) => !seen.has(ticketId) && seen.add(ticketId));
  return newest
    .slice(0, SLIPS)
    .map(({ ticketId, number, outcome }) => ({ ticketId, number, state: outcome ?? 'queued' }));
}
