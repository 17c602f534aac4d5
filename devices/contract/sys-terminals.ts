import fs from 'node:fs';
import path from 'node:path';

/** A serial port as the kernel's own tree tells of it, without udev. USB numbers in hexadecimal, as it has them. */
export interface SysTerminal {
  path: string;
  manufacturer?: string | undefined;
  serialNumber?: string | undefined;
  vendorId?: string | undefined;
  productId?: string | undefined;
}

/** From the port up to its USB device are two or three steps. */
const STEPS_TO_USB = 4;
/** A port of the board with nothing behind it (linux/serial_core.h). */
const PORT_UNKNOWN = '0';

/** The serial ports in sysfs; null on a system without one. Terminals without hardware behind them are left out. */
export function listedTerminals(root: string): SysTerminal[] | null {
  const all = path.join(root, 'sys/class/tty');
  const names = entries(all);
  return (
    names?.toSorted().flatMap((name) => {
      const device = real(path.join(all, name, 'device'));
      if (device === null || content(path.join(all, name, 'type')) === PORT_UNKNOWN) return [];
      return [{ path: `/dev/${name}`, ...usbOf(device) }];
    }) ?? null
  );
}

/** Port → its name in /dev/serial/by-id. */
export function stablePaths(root: string): ReadonlyMap<string, string> {
  const byId = path.join(root, 'dev/serial/by-id');
  return new Map(
    (entries(byId) ?? []).flatMap((name) => {
      const port = real(path.join(byId, name));
      return port === null ? [] : [[`/dev/${path.basename(port)}`, `/dev/serial/by-id/${name}`] as const];
    }),
  );
}

function usbOf(device: string): Omit<SysTerminal, 'path'> {
  for (let at = device, steps = 0; steps < STEPS_TO_USB; at = path.dirname(at), steps += 1) {
    const vendorId = content(path.join(at, 'idVendor'));
    if (vendorId === undefined) continue;
    return {
      vendorId,
      productId: content(path.join(at, 'idProduct')),
      serialNumber: content(path.join(at, 'serial')),
      manufacturer: content(path.join(at, 'manufacturer')),
    };
  }
  return {};
}

/** What is unplugged while it is read is simply not there. */
function tried<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const entries = (dir: string): string[] | null => tried(() => fs.readdirSync(dir));
const real = (link: string): string | null => tried(() => fs.realpathSync(link));
const content = (file: string): string | undefined =>
  tried(() => fs.readFileSync(file, 'utf8').trim()) ?? undefined;
