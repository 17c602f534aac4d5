import { expect, it } from 'vitest';
import type { Device, DevicePort } from '../hall/config.js';
import { usersOfHid, usersOfSerial } from './plug-use.js';

const at = (id: string, port: DevicePort): Device => ({ id, kind: 'scanner', name: id, port });
const serial = (path: string): DevicePort => ({ kind: 'serial', path, baudRate: 9600 });
const STABLE = '/dev/serial/by-id/usb-FTDI_A1';

it('a serial port is used under either of its names', () => {
  const devices = [
    at('one', serial('/dev/ttyUSB0')),
    at('two', serial(STABLE)),
    at('three', serial('/dev/ttyS0')),
  ];
  expect(usersOfSerial(devices, { path: '/dev/ttyUSB0', stablePath: STABLE })).toEqual(['one', 'two']);
  expect(usersOfSerial(devices, { path: '/dev/ttyS1', stablePath: null })).toEqual([]);
});

it('a HID device is used by what the configuration says of it; what it leaves out fits any', () => {
  const hid = (more: object): DevicePort => ({ kind: 'hid', vendorId: 1, productId: 2, ...more });
  const devices = [
    at('any', hid({})),
    at('left', hid({ serialNumber: 'L' })),
    at('right', hid({ serialNumber: 'R' })),
  ];
  const there = { vendorId: 1, productId: 2, serialNumber: 'L', usagePage: 1, usage: 6 };
  expect(usersOfHid(devices, there)).toEqual(['any', 'left']);
  expect(usersOfHid([at('other', hid({ usage: 2 }))], there)).toEqual([]);
  expect(usersOfHid(devices, { ...there, productId: 3 })).toEqual([]);
});
