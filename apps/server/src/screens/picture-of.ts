import type { Snapshot } from '#libs/contracts/snapshots';
import type { Actor } from '#libs/hall/actor';
import type { Counter, Device } from '#libs/hall/config';
import { deviceOf } from '#libs/hall/lookup';
import type { TicketStatus } from '#libs/queueing/ticket';
import type { HallState } from '#libs/hall/hall-state';
import { kioskRoom } from '../state/screen-line.js';
import { boardView } from './board.view.js';
import { counterView } from './counter.view.js';
import type { KnownDevices } from './duty-devices.view.js';
import { dutyView } from './duty.view.js';
import { followView, type Followed } from './follow.view.js';
import { guideView } from './guide.view.js';
import { kioskView } from './kiosk.view.js';
import type { Viewing } from './hall-head.js';
import type { Picture } from './pictures.js';
import { padView, signView } from './sign.view.js';

type DeviceActor = Extract<Actor, { kind: 'device' }>;

/** What a screen shows, by what the configuration says it is for. Screens of one kind and place share a picture. */
export function screenPicture(
  hallId: string,
  { deviceId, deviceKind, counterId }: DeviceActor,
): Picture | null {
  switch (deviceKind) {
    case 'kiosk':
      return {
        room: kioskRoom(hallId, deviceId),
        hallId,
        draw: ofDevice(deviceId, kioskView),
      };
    case 'sign':
      return counterId === null ? null : atCounter('sign', hallId, counterId, signView);
    case 'pad':
      return counterId === null ? null : atCounter('pad', hallId, counterId, padView);
    case 'board':
    case 'agent':
      return null; // boards take turns at speaking, see boardPicture; an agent has no picture
  }
}

type CounterPicture = typeof signView | typeof padView;

function atCounter(kind: 'sign' | 'pad', hallId: string, counterId: string, view: CounterPicture): Picture {
  return {
    room: `${kind} ${hallId} ${counterId}`,
    hallId,
    draw: ofCounter(counterId, view),
  };
}

type View<Place> = (state: HallState, place: Place, viewing: Viewing) => Snapshot | null;

/** A place that a new configuration leaves out has no picture any more: its screen keeps the last one. */
const ofDevice =
  (deviceId: string, view: View<Device>): Picture['draw'] =>
  (state, viewing) => {
    const device = state.config.devices.find(({ id }) => id === deviceId);
    return device ? view(state, device, viewing) : null;
  };
const ofCounter =
  (counterId: string, view: View<Counter>): Picture['draw'] =>
  (state, viewing) => {
    const counter = state.config.counters.find(({ id }) => id === counterId);
    return counter ? view(state, counter, viewing) : null;
  };

/** Where a board stands: its zone, or the whole hall. */
export const boardZone = (state: HallState, hallId: string, deviceId: string): string =>
  `${hallId} ${deviceOf(state, deviceId).zoneId ?? ''}`;

export function boardPicture(hallId: string, deviceId: string, zone: string, announcer: boolean): Picture {
  return {
    room: `board ${zone} ${announcer ? 'speaks' : 'silent'}`,
    hallId,
    draw: ofDevice(deviceId, (state, device, viewing) => boardView(state, device, viewing, announcer)),
  };
}

export const counterPicture = (hallId: string, counterId: string): Picture => ({
  room: `counter ${hallId} ${counterId}`,
  hallId,
  draw: ofCounter(counterId, counterView),
});

export const dutyPicture = (hallId: string, known: KnownDevices): Picture => ({
  room: `duty ${hallId}`,
  hallId,
  draw: (state, viewing) => dutyView(state, viewing, known),
});

export const guidePicture = (hallId: string): Picture => ({
  room: `guide ${hallId}`,
  hallId,
  draw: guideView,
});

/** How a ticket ends. */
const ENDINGS: ReadonlyMap<string, TicketStatus> = new Map([
  ['visit-finished', 'served'],
  ['ticket-cancelled', 'cancelled'],
  ['ticket-expired', 'expired'],
]);

/** `last` is what the row said when the phone came; an ended ticket leaves the state, so its end is heard. */
export function followPicture(hallId: string, last: Followed): Picture {
  let known = last;
  return {
    room: `follow ${last.id}`,
    hallId,
    hear: (events) => {
      for (const { fact } of events)
        if ('ticketId' in fact && fact.ticketId === last.id)
          known = { ...known, status: ENDINGS.get(fact.type) ?? known.status };
    },
    draw: (state, viewing) => {
      known = state.tickets.get(last.id) ?? known;
      return followView(state, known, viewing);
    },
  };
}
