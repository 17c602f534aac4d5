import process from 'node:process';
import { HIDAsync, devicesAsync } from 'node-hid';
import type { HidSystem } from './hid-port.js';

/** The only import of node-hid. Its native part is loaded at the first listing: where it cannot load, that listing rejects. */
export const nativeHid: HidSystem = {
  platform: process.platform,
  list: () => devicesAsync(),
  open: (path) => HIDAsync.open(path),
};
