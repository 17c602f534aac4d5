import type { AttachedDevice } from '#libs/contracts/agent';
import type { Attach, Attached, Surroundings } from './drivers/attached.js';
import { keypads } from './drivers/keypads.js';
import { pads } from './drivers/pads.js';
import { readers } from './drivers/readers.js';
import { signs } from './drivers/signs.js';
import { printers } from './drivers/printers.js';

/** Driver names as the hall's configuration has them (libs/fleet/drivers.ts). */
export const ATTACH: Readonly<Record<string, Attach>> = {
  ...printers,
  ...pads,
  ...keypads,
  ...signs,
  ...readers,
};

/** Throws, in words for the log, when the device's settings do not do. */
export function attach(device: AttachedDevice, around: Surroundings): Attached {
  const row = Object.hasOwn(ATTACH, device.driver) ? ATTACH[device.driver] : undefined;
  if (!row) throw new Error(`no driver is called ${device.driver}`);
  return row(device, around);
}
