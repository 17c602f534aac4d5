import type { DutySnapshot } from '#libs/contracts/snapshots';

export type DeviceRow = DutySnapshot['devices'][number];

/** Devices that stand together: at a counter, at a kiosk, or for the whole hall. */
export interface Group {
  key: string;
  counter: number | null;
  /** The name of a kiosk. */
  kiosk: string | null;
  devices: DeviceRow[];
}

/** Counters by number, then kiosks by name, then what is there for all. */
export function groupsOf(devices: readonly DeviceRow[]): Group[] {
  const groups = new Map<string, Group>();
  for (const device of devices) {
    const { counterNumber: counter, kioskId } = device;
    const kiosk = counter === null ? (devices.find(({ id }) => id === kioskId)?.name ?? null) : null;
    const key = counter !== null ? `counter ${counter}` : kiosk !== null ? `kiosk ${kioskId}` : 'hall';
    const group = groups.get(key) ?? { key, counter, kiosk, devices: [] };
    group.devices.push(device);
    groups.set(key, group);
  }
  return Array.from(groups.values()).sort(
    (one, other) =>
      placeOf(one) - placeOf(other) ||
      (one.counter ?? 0) - (other.counter ?? 0) ||
      (one.kiosk ?? '').localeCompare(other.kiosk ?? ''),
  );
}

const placeOf = ({ counter, kiosk }: Group): number => (counter !== null ? 0 : kiosk !== null ? 1 : 2);
