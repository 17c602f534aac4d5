import type { Device, DeviceKind, DevicePort, HallConfig } from '../hall/config.js';
import { Refusal } from '../refusal.js';
import { DRIVERS, type DriverRow } from './drivers.js';

/** What is at a counter, and what is at a kiosk. */
const AT_COUNTER: readonly DeviceKind[] = ['evaluator-pad', 'call-keypad', 'counter-sign', 'pad', 'sign'];
const AT_KIOSK: readonly DeviceKind[] = ['id-card-reader', 'scanner'];

/** Refuses devices that no agent could attach: in words that name the device and what to change. */
export function mustFitDevices({ devices }: HallConfig): void {
  const kiosks = new Set(devices.filter(({ kind }) => kind === 'kiosk').map(({ id }) => id));
  for (const device of devices) {
    const { name, kind, counterId, kioskId, driver } = device;
    if (AT_COUNTER.includes(kind) && counterId === undefined)
      throw new Refusal('device-without-counter', { device: name });
    if (kioskId !== undefined && !kiosks.has(kioskId))
      throw new Refusal('device-without-kiosk', { device: name });
    if (AT_KIOSK.includes(kind) && kioskId === undefined)
      throw new Refusal('device-without-kiosk', { device: name });
    if (driver !== undefined) mustFitDriver(device, driver);
  }
  mustShareWell(devices);
}

function mustFitDriver(device: Device, driver: string): void {
  const { name, kind, port, address } = device;
  const row = rowOf(driver);
  if (row?.kind !== kind) throw new Refusal('driver-unknown', { device: name, driver });
  if (port === undefined || !row.ports.includes(port.kind))
    throw new Refusal('port-unfit', { device: name, ports: row.ports.join(' / ') });
  if (row.bus && address === undefined) throw new Refusal('address-missing', { device: name });
}

const rowOf = (driver: string): DriverRow | undefined =>
  Object.entries(DRIVERS).find(([name]) => name === driver)?.[1];

/** A port belongs to one device, or to a bus on which each has its own address. */
function mustShareWell(devices: readonly Device[]): void {
  const taken = new Map<string, Device[]>();
  for (const device of devices) {
    const { agentId = '', port, driver } = device;
    if (port === undefined || driver === undefined) continue;
    const place = placeOf(agentId, port);
    const others = taken.get(place) ?? [];
    for (const other of others) mustShare(device, other);
    taken.set(place, [...others, device]);
  }
}

function mustShare(device: Device, other: Device): void {
  const params = { device: device.name, other: other.name };
  // those that log in speak one dialect a port; on a bus every frame names its address
  const onePort = device.port?.kind !== 'websocket' || device.driver === other.driver;
  const shared = onePort && rowOf(device.driver ?? '')?.bus && rowOf(other.driver ?? '')?.bus;
  if (!shared) throw new Refusal('port-taken', params);
  if (device.address === other.address)
    throw new Refusal('address-taken', { ...params, address: device.address ?? '' });
}

/** A network address is the same from every agent; what is plugged in belongs to one. */
function placeOf(agentId: string, port: DevicePort): string {
  switch (port.kind) {
    case 'tcp':
    case 'udp':
      return `${port.kind} ${port.host}:${port.port}`;
    case 'websocket':
      return `${agentId} websocket ${port.port}`;
    case 'serial':
    case 'character':
      return `${agentId} ${port.kind} ${port.path}`;
    case 'hid':
      return `${agentId} hid ${port.vendorId}:${port.productId} ${port.serialNumber ?? ''} ${port.usage ?? ''}`;
  }
}
