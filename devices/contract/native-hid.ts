import process from 'node:process';
import { HIDAsync, devicesAsync } from 'node-hid';
import { hidPort, type HidPortOptions, type HidSystem } from './hid-port.js';
import type { OpenPort } from './port.js';

/** The only import of node-hid. Its native part is loaded at the first listing: where it cannot load, that listing rejects. */
export const nativeHid: HidSystem = {
  platform: process.platform,
  list: () => devicesAsync(),
  open: (path) => HIDAsync.open(path),
};

export const nativeHidPort = (options: Omit<HidPortOptions, 'system'>): OpenPort =>
  hidPort({ ...options, system: nativeHid });
