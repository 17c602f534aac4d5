import { ENROLLED_KINDS } from '#libs/hall/config';
import type { DeviceRow } from './devices/groups.js';

export interface Trouble {
  /** The key of its words: `devices.trouble.<state>`. */
  state: string;
  /** Something in the hall stands still, or will soon. */
  severity: 'stop' | 'soon';
}

/** Those with which a device goes on working, for a while or in part. */
const SOON: readonly string[] = ['paper-low', 'slip-left', 'sound-blocked', 'refusing', 'not-enrolled'];

/** Why a device needs a person; null when it is well. What keeps it from working at all comes first. */
export function troubleOf(device: DeviceRow): Trouble | null {
  const state = stateOf(device);
  return state === null ? null : { state, severity: SOON.includes(state) ? 'soon' : 'stop' };
}

function stateOf({ kind, enrolled, connected, trouble }: DeviceRow): string | null {
  if (!enrolled) return 'not-enrolled';
  const enrols = ENROLLED_KINDS.some((one) => one === kind);
  if (enrols) return connected ? trouble : 'apart';
  if (trouble !== null) return trouble;
  return connected ? null : 'unreachable';
}

export interface Alarm extends Trouble {
  device: DeviceRow;
  /** Devices that are out of reach because this agent is. */
  behind: number;
}

/** What needs a person, the gravest and oldest first. What lies behind an agent that is away is told with it. */
export function alarmsOf(devices: readonly DeviceRow[]): Alarm[] {
  const away = new Set(
    devices.filter(({ kind, connected }) => kind === 'agent' && !connected).map(({ id }) => id),
  );
  const alarms = devices.flatMap((device) => {
    const trouble = troubleOf(device);
    return trouble ? [{ ...trouble, device, behind: 0 }] : [];
  });
  const hides = ({ device, state }: Alarm): boolean =>
    state === 'unreachable' && away.has(device.agentId ?? '');
  return alarms
    .filter((alarm) => !hides(alarm))
    .map((alarm) => ({
      ...alarm,
      behind: alarms.filter((other) => hides(other) && other.device.agentId === alarm.device.id).length,
    }))
    .sort((one, other) => gravity(one) - gravity(other) || sinceOf(one) - sinceOf(other));
}

const gravity = ({ severity }: Alarm): number => (severity === 'stop' ? 0 : 1);
const sinceOf = ({ device }: Alarm): number => (device.since === null ? 0 : Date.parse(device.since));

/** What to do about it: of this kind of device, else of any. */
export const todoKey = (kind: string, state: string, known: (key: string) => boolean): string =>
  known(`devices.todo.${kind}.${state}`) ? `devices.todo.${kind}.${state}` : `devices.todo.any.${state}`;
