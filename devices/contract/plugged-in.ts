import type { HidDevice } from './hid-port.js';
import { listedTerminals, stablePaths } from './sys-terminals.js';

/** One serial port, as the office page shows it. */
export interface PluggedSerial {
  path: string;
  /** `/dev/serial/by-id/…`: the name that stays the same at every plug and start. Null where the system has none. */
  stablePath: string | null;
  maker: string | null;
  serialNumber: string | null;
  vendorId: number | null;
  productId: number | null;
}

/** One use of a HID device: what identifies it in a port's settings, and what its maker calls it. */
export interface PluggedHid {
  vendorId: number;
  productId: number;
  serialNumber: string | null;
  usagePage: number | null;
  usage: number | null;
  maker: string | null;
  product: string | null;
}

export interface PluggedIn {
  serial: readonly PluggedSerial[];
  hid: readonly PluggedHid[];
  /** What could not be looked at, in words. */
  problems: readonly string[];
}

interface ListedSerial {
  path: string;
  manufacturer?: string | undefined;
  serialNumber?: string | undefined;
  vendorId?: string | undefined;
  productId?: string | undefined;
}

export interface PlaceToLook {
  /** `/`, or what a test puts in its place. */
  root: string;
  serial(): Promise<readonly ListedSerial[]>;
  hid(): Promise<readonly HidDevice[]>;
}

/** Native code is loaded only by looking: what cannot load is a problem told, and no exception. */
const here: PlaceToLook = {
  root: '/',
  serial: async () => (await import('./node-ports.js')).serialPorts(),
  hid: async () => (await import('./native-hid.js')).nativeHid.list(),
};

/** What is plugged in where, now. Never rejects. */
export async function pluggedIn(place: PlaceToLook = here): Promise<PluggedIn> {
  const problems: string[] = [];
  const noted = (what: string) => (error: unknown) => {
    problems.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  };
  const [serial, hid] = await Promise.all([
    plugged(place).catch(noted('serial ports')),
    place.hid().then((devices) => devices.map(pluggedHid), noted('HID devices')),
  ]);
  return { serial, hid, problems };
}

async function plugged({ root, serial }: PlaceToLook): Promise<PluggedSerial[]> {
  // The list needs udevadm; a system without it still has the kernel's own.
  const listed = await serial().catch((error: unknown) => {
    const terminals = listedTerminals(root);
    if (terminals === null) throw error;
    return terminals;
  });
  const stable = stablePaths(root);
  return listed.map(({ path, manufacturer, serialNumber, vendorId, productId }) => ({
    path,
    stablePath: stable.get(path) ?? null,
    maker: manufacturer ?? null,
    serialNumber: serialNumber ?? null,
    vendorId: number(vendorId),
    productId: number(productId),
  }));
}

const number = (hex: string | undefined): number | null =>
  hex !== undefined && /^[0-9a-f]{1,4}$/i.test(hex) ? parseInt(hex, 16) : null;

const pluggedHid = (device: HidDevice): PluggedHid => ({
  vendorId: device.vendorId,
  productId: device.productId,
  serialNumber: device.serialNumber || null,
  usagePage: device.usagePage ?? null,
  usage: device.usage ?? null,
  maker: device.manufacturer || null,
  product: device.product || null,
});
