import { localTime } from '#libs/calendar/business-day';
import type { DeviceWish } from '#libs/contracts/agent';
import { openInvitationAt } from '#libs/evaluation/invitation';
import type { Counter, Device } from '#libs/hall/config';
import type { HallState } from '#libs/hall/hall-state';
import { currentAt, sessionAt } from '#libs/hall/lookup';
import { waitingFor } from '#libs/queueing/call-order';
import type { Directory } from '../state/directory.js';

export interface Wishing {
  directory: Directory;
  at: Date;
}

/** What a device at a counter should show now; null for one that shows nothing. */
export function wishOf(state: HallState, device: Device, wishing: Wishing): DeviceWish | null {
  const counter = state.config.counters.find(({ id }) => id === device.counterId);
  if (!counter) return null;
  const { id: deviceId, kind } = device;
  if (kind === 'evaluator-pad') return { kind, deviceId, invitation: invitationAt(state, counter.id) };
  if (kind === 'call-keypad') return { kind, deviceId, ...displayAt(state, counter) };
  if (kind === 'counter-sign') return { kind, deviceId, shows: signAt(state, counter, wishing) };
  return null;
}

function invitationAt(state: HallState, counterId: string) {
  const lit = openInvitationAt(state, counterId);
  return lit && { id: lit.id, endsAt: lit.endsAt.toISOString() };
}

function displayAt(state: HallState, counter: Counter) {
  const current = currentAt(state, counter.id);
  return {
    ticket: current && { ticketId: current.id, number: current.number },
    waiting: sessionAt(state, counter.id) ? waitingFor(state, counter).length : null,
  };
}

type SignShows = Extract<DeviceWish, { kind: 'counter-sign' }>['shows'];

/** Requirements 2, 3: post and name while nobody is called; the number while somebody is. Dark at night. */
function signAt(state: HallState, counter: Counter, { directory, at }: Wishing): SignShows {
  const { brightness, lit } = state.config.signs;
  const bright = brightness === null ? {} : { brightness };
  const current = currentAt(state, counter.id);
  if (current) return { kind: 'call', text: `${current.number} 号`, ...bright };
  const { time } = localTime(at, state.config.timeZone);
  if (lit && (time < lit.from || time >= lit.to)) return { kind: 'dark' };
  const session = sessionAt(state, counter.id);
  if (session && state.desks.get(counter.id)?.pausedFor)
    return { kind: 'paused', text: '暂停服务', ...bright };
  const name = session && directory.person(session.personId)?.name;
  return { kind: 'idle', text: name ? `${counter.post} ${name}` : counter.post, ...bright };
}
