import { isOpen, openingOf } from '#libs/calendar/opening';
import type { DutySnapshot } from '#libs/contracts/snapshots';
import { ENROLLED_KINDS, type Device } from '#libs/hall/config';
import type { HallState } from '#libs/hall/hall-state';
import { currentAt } from '#libs/hall/lookup';
import { waitingCount } from '#libs/queueing/line';
import { counterState, hallHead, staffCard, type Viewing } from './hall-head.js';

/** Which devices of the hall have a line to the server. */
export interface ConnectedDevices {
  has(deviceId: string): boolean;
}

/** What needs a person now. */
export function dutyView(state: HallState, viewing: Viewing, connected: ConnectedDevices): DutySnapshot {
  const { config } = state;
  return {
    kind: 'duty',
    hall: hallHead(state),
    counters: config.counters.map((counter) => ({
      ...{ id: counter.id, number: counter.number, post: counter.post },
      state: counterState(state, counter.id),
      ticketNumber: currentAt(state, counter.id)?.number ?? null,
      staffName: staffCard(state, counter, viewing)?.name ?? null,
      pausedFor: state.desks.get(counter.id)?.pausedFor ?? null,
      helpAskedAt: state.desks.get(counter.id)?.helpAskedAt?.toISOString() ?? null,
    })),
    queues: config.queues.map((queue) => ({
      ...{ id: queue.id, prefix: queue.prefix, name: queue.name },
      waiting: waitingCount(state, queue.id),
      open: isOpen(openingOf(config.calendar, queue), viewing.at, config.timeZone),
    })),
    devices: config.devices.map((device) => deviceRow(state, device, connected)),
  };
}

function deviceRow(
  state: HallState,
  device: Device,
  connected: ConnectedDevices,
): DutySnapshot['devices'][number] {
  const enrols = ENROLLED_KINDS.some((kind) => kind === device.kind);
  const said = state.reports.get(device.id) ?? null;
  return {
    ...{ id: device.id, kind: device.kind, name: device.name },
    enrolled: !enrols || state.enrolled.has(device.id),
    connected: enrols ? connected.has(device.id) : said !== null && said !== 'unreachable',
    trouble: said === 'ready' ? null : said,
  };
}
