import { DRIVERS } from '#libs/fleet/drivers';
import type { Device, DeviceKind, DevicePort } from '#libs/hall/config';

/** What is done to one device; `device` null: it is removed. `prints`: the kiosk that a printer cuts slips for. */
export interface Change {
  id: string;
  device: Device | null;
  prints: string | null;
}

/** The hall's devices after a change. A printer that is gone or moved is no kiosk's printer any more. */
export function withChange(devices: readonly Device[], { id, device, prints }: Change): Device[] {
  const known = devices.some((one) => one.id === id);
  const changed = known
    ? devices.flatMap((one) => (one.id === id ? (device ?? []) : one))
    : [...devices, ...(device ? [device] : [])];
  return changed.map((one) => {
    if (one.kind !== 'kiosk') return one;
    if (device?.kind === 'slip-printer' && one.id === prints) return { ...one, printerId: id };
    if (one.printerId !== id) return one;
    const { printerId: _printerId, ...bare } = one;
    return bare;
  });
}

/** Names of drivers for a kind of device. */
export const driversFor = (kind: DeviceKind): string[] =>
  Object.entries(DRIVERS).flatMap(([name, row]) => (row.kind === kind ? name : []));

export const portKindsOf = (driver: string | undefined): readonly DevicePort['kind'][] =>
  DRIVERS[driver ?? '']?.ports ?? [];

export const onBus = (driver: string | undefined): boolean => DRIVERS[driver ?? '']?.bus ?? false;

/** A port of a kind, to be filled in. Nought is no port's number and no vendor's: it is asked for. */
export function blankPort(kind: DevicePort['kind']): DevicePort {
  switch (kind) {
    case 'tcp':
    case 'udp':
      return { kind, host: '', port: 0 };
    case 'websocket':
      return { kind, host: '0.0.0.0', port: 0 };
    case 'serial':
      return { kind, path: '', baudRate: 9600 };
    case 'character':
      return { kind, path: '/dev/usb/lp0' };
    case 'hid':
      return { kind, vendorId: 0, productId: 0 };
  }
}

/** What belongs to a device of this kind, with the first driver that there is for it. */
export function ofKind(device: Device, kind: DeviceKind): Device {
  const { id, name, counterId, kioskId, zoneId, agentId } = device;
  const [driver] = driversFor(kind);
  const bare: Device = { id, name, kind };
  if (['sign', 'pad', 'evaluator-pad', 'call-keypad', 'counter-sign'].includes(kind))
    bare.counterId = counterId;
  if (kind === 'id-card-reader' || kind === 'scanner') bare.kioskId = kioskId;
  if (kind === 'board') bare.zoneId = zoneId;
  return driver === undefined ? bare : withDriver({ ...bare, agentId, port: device.port }, driver);
}

/** A port that the driver can use is kept; settings of another model are not. */
export function withDriver({ settings: _settings, address, ...device }: Device, driver: string): Device {
  const kinds = portKindsOf(driver);
  const [first] = kinds;
  const kept = device.port && kinds.includes(device.port.kind) ? device.port : first && blankPort(first);
  return { ...device, driver, port: kept, ...(onBus(driver) && { address: address ?? 1 }) };
}

/** A serial number that was emptied is none: any device of that kind will do. */
export function tidied(device: Device): Device {
  const { port } = device;
  if (port?.kind !== 'hid' || port.serialNumber !== '') return device;
  const { serialNumber: _serialNumber, ...any } = port;
  return { ...device, port: any };
}

interface Issue {
  path: readonly PropertyKey[];
}

/** Fields of the form that the hall's schema does not take, and those it cannot know to be needed. */
export function faultyFields(
  issues: readonly Issue[],
  devices: readonly Device[],
  { id, device }: Change,
): string[] {
  if (!device) return [];
  const place = devices.findIndex((one) => one.id === id);
  const told = issues
    .filter(({ path }) => path[0] === 'devices' && path[1] === place)
    .map(({ path }) => (path[2] === 'settings' ? 'settings' : String(path[path.length - 1])));
  const { port, driver, agentId } = device;
  const empty = [
    ...(driver !== undefined && !agentId ? ['agent'] : []),
    ...(port && 'host' in port && port.host.trim() === '' ? ['host'] : []),
    ...(port && 'path' in port && port.path.trim() === '' ? ['path'] : []),
    ...(port?.kind === 'hid' && port.vendorId === 0 ? ['vendorId'] : []),
  ];
  return Array.from(new Set([...empty, ...told]));
}
