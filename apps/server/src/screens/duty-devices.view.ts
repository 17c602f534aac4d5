import type { DutySnapshot } from '#libs/contracts/snapshots';
import { usersOfHid, usersOfSerial } from '#libs/fleet/plug-use';
import { ENROLLED_KINDS, type Device } from '#libs/hall/config';
import type { HallState } from '#libs/hall/hall-state';
import type { HallDevices } from '../state/fleet-memory.js';
import { counterNumber } from './hall-head.js';

/** What the server knows of the hall's devices beside the ledger. */
export interface KnownDevices {
  /** Those with a line to the server. */
  connected: { has(deviceId: string): boolean };
  heard: HallDevices;
}

type DevicePart = Pick<DutySnapshot, 'devices' | 'faults' | 'plugged' | 'selfTest'>;

export const devicePart = (state: HallState, known: KnownDevices): DevicePart => ({
  devices: state.config.devices.map((device) => deviceRow(state, device, known)),
  faults: faults(state),
  plugged: plugged(state, known),
  selfTest: selfTest(state, known),
});

function deviceRow(
  state: HallState,
  device: Device,
  { connected, heard }: KnownDevices,
): DutySnapshot['devices'][number] {
  const enrols = ENROLLED_KINDS.some((kind) => kind === device.kind);
  const report = state.reports.get(device.id);
  const input = heard.inputs.get(device.id);
  return {
    ...{ id: device.id, kind: device.kind, name: device.name },
    enrolled: !enrols || state.enrolled.has(device.id),
    connected: enrols ? connected.has(device.id) : report !== undefined && report.state !== 'unreachable',
    trouble: report === undefined || report.state === 'ready' ? null : report.state,
    cause: report?.cause ?? null,
    since: report?.since.toISOString() ?? null,
    counterNumber: counterNumber(state, device.counterId ?? null),
    ...{ kioskId: kioskOf(state, device), agentId: device.agentId ?? null },
    ...{ driver: device.driver ?? null, port: device.port ?? null, address: device.address ?? null },
    lastInput: input ? { kind: input.kind, at: input.at.toISOString() } : null,
  };
}

/** Where it stands: a reader says so, a printer is named by its kiosk. */
function kioskOf({ config }: HallState, { id, kind, kioskId }: Device): string | null {
  if (kind === 'kiosk') return id;
  return kioskId ?? config.devices.find(({ printerId }) => printerId === id)?.id ?? null;
}

function faults(state: HallState): DutySnapshot['faults'] {
  return [...state.faults]
    .flatMap(([deviceId, { what, at }]) => {
      const device = state.config.devices.find(({ id }) => id === deviceId);
      if (!device) return [];
      const place = counterNumber(state, device.counterId ?? null);
      return [{ deviceId, name: device.name, counterNumber: place, what, at: at.toISOString() }];
    })
    .sort((one, other) => one.at.localeCompare(other.at));
}

function plugged({ config }: HallState, { heard }: KnownDevices): DutySnapshot['plugged'] {
  return config.devices.flatMap((agent) => {
    const there = heard.plugged.get(agent.id);
    if (!there) return [];
    const own = config.devices.filter(({ agentId }) => agentId === agent.id);
    const named = (ids: string[]): string[] =>
      own.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    return {
      ...{ agentId: agent.id, agentName: agent.name, at: there.at.toISOString(), problems: there.problems },
      serial: there.serial.map((port) => ({ ...port, usedBy: named(usersOfSerial(own, port)) })),
      hid: there.hid.map((device) => ({ ...device, usedBy: named(usersOfHid(own, device)) })),
    };
  });
}

function selfTest({ selfTest: last, config }: HallState, { heard }: KnownDevices): DutySnapshot['selfTest'] {
  if (!last) return null;
  const { report, testing } = heard;
  const nameOf = (deviceId: string): string =>
    config.devices.find(({ id }) => id === deviceId)?.name ?? deviceId;
  const wordsOf = (deviceId: string) => report?.rows.find((row) => row.deviceId === deviceId)?.words ?? null;
  return {
    ...{ begunAt: last.begunAt.toISOString(), endedAt: last.endedAt?.toISOString() ?? null },
    running: testing,
    tested: last.endedAt ? (report?.rows.length ?? null) : null,
    failed: last.failed.map((deviceId) => ({ deviceId, name: nameOf(deviceId), words: wordsOf(deviceId) })),
  };
}
