import type { Device, DevicePort } from '../hall/config.js';

type HidPort = Extract<DevicePort, { kind: 'hid' }>;

interface Serial {
  path: string;
  stablePath: string | null;
}
interface Hid {
  vendorId: number;
  productId: number;
  serialNumber: string | null;
  usagePage: number | null;
  usage: number | null;
}

/** Ids of the devices of one agent that the configuration has on this serial port, by either of its names. */
export const usersOfSerial = (devices: readonly Device[], { path, stablePath }: Serial): string[] =>
  devices.filter(({ port }) => port?.kind === 'serial' && [path, stablePath].includes(port.path)).map(idOf);

/** … and on this HID device: what the configuration leaves out fits any. */
export const usersOfHid = (devices: readonly Device[], hid: Hid): string[] =>
  devices.filter(({ port }) => port?.kind === 'hid' && fits(port, hid)).map(idOf);

const idOf = ({ id }: Device): string => id;

function fits(port: HidPort, hid: Hid): boolean {
  const asked = [port.serialNumber, port.usagePage, port.usage];
  const there = [hid.serialNumber, hid.usagePage, hid.usage];
  return (
    port.vendorId === hid.vendorId &&
    port.productId === hid.productId &&
    asked.every((value, place) => value === undefined || value === there[place])
  );
}
