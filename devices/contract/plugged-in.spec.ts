import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pluggedIn, type PlaceToLook } from './plugged-in.js';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'tingxu-sys-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const write = (file: string, text: string): void => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
};
const link = (file: string, to: string): void => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.symlinkSync(to, path.join(root, file));
};
const place = (more: Partial<PlaceToLook>): PlaceToLook => ({
  root,
  serial: () => Promise.resolve([]),
  hid: () => Promise.resolve([]),
  ...more,
});
const noUdev = { serial: () => Promise.reject(new Error('spawn udevadm ENOENT')) };

/** An adapter on ttyUSB0, a port of the board, one with nothing behind it, a console. */
function kernelTree(): void {
  const usb = 'sys/devices/usb1/1-2';
  write(`${usb}/idVendor`, '1a86\n');
  write(`${usb}/idProduct`, '7523\n');
  write(`${usb}/serial`, 'B12\n');
  write(`${usb}/1-2:1.0/ttyUSB0/port_number`, '0\n');
  link('sys/class/tty/ttyUSB0/device', path.join(root, `${usb}/1-2:1.0/ttyUSB0`));
  for (const [name, type] of [
    ['ttyS0', '4'],
    ['ttyS1', '0'],
  ]) {
    write(`sys/devices/pnp/${name}/id`, 'PNP0501\n');
    link(`sys/class/tty/${name}/device`, path.join(root, `sys/devices/pnp/${name}`));
    write(`sys/class/tty/${name}/type`, `${type}\n`);
  }
  write('sys/class/tty/tty0/active', '');
}

const adapterName = 'usb-1a86_USB_Serial_B12-if00-port0';
function stableName(): void {
  write('dev/ttyUSB0', '');
  link(`dev/serial/by-id/${adapterName}`, '../../ttyUSB0');
}

describe('what is plugged in', () => {
  it('are serial ports with a name that stays', async () => {
    stableName();
    const serial = () =>
      Promise.resolve([
        { path: '/dev/ttyUSB0', vendorId: '1a86', productId: '7523', manufacturer: 'QinHeng' },
        { path: '/dev/ttyS0' },
      ]);
    expect(await pluggedIn(place({ serial }))).toEqual({
      serial: [
        {
          path: '/dev/ttyUSB0',
          stablePath: `/dev/serial/by-id/${adapterName}`,
          maker: 'QinHeng',
          serialNumber: null,
          vendorId: 0x1a86,
          productId: 0x7523,
        },
        {
          path: '/dev/ttyS0',
          stablePath: null,
          maker: null,
          serialNumber: null,
          vendorId: null,
          productId: null,
        },
      ],
      hid: [],
      problems: [],
    });
  });

  it('are the same ports where udevadm is absent', async () => {
    kernelTree();
    stableName();
    const { serial, problems } = await pluggedIn(place(noUdev));
    expect(serial).toEqual([
      expect.objectContaining({ path: '/dev/ttyS0', vendorId: null }),
      {
        path: '/dev/ttyUSB0',
        stablePath: `/dev/serial/by-id/${adapterName}`,
        maker: null,
        serialNumber: 'B12',
        vendorId: 0x1a86,
        productId: 0x7523,
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('are HID devices, like ones each by itself', async () => {
    const pad = { path: '/dev/hidraw0', vendorId: 0x1209, productId: 0xa001, usagePage: 1, usage: 6 };
    const devices = [
      { ...pad, serialNumber: '', product: 'Five keys' },
      { ...pad, path: '/dev/hidraw1' },
    ];
    const { hid } = await pluggedIn(place({ hid: () => Promise.resolve(devices) }));
    const told = {
      vendorId: 0x1209,
      productId: 0xa001,
      usagePage: 1,
      usage: 6,
      serialNumber: null,
      maker: null,
    };
    expect(hid).toEqual([
      { ...told, product: 'Five keys' },
      { ...told, product: null },
    ]);
  });

  it('is told as far as it can be seen, and what cannot be is told in words', async () => {
    const hid = () => Promise.reject(new Error('libusb-1.0.so.0: cannot open shared object file'));
    expect(await pluggedIn(place({ ...noUdev, hid }))).toEqual({
      serial: [],
      hid: [],
      problems: expect.arrayContaining([
        'serial ports: spawn udevadm ENOENT',
        'HID devices: libusb-1.0.so.0: cannot open shared object file',
      ]),
    });
  });

  it('is looked up on this very machine without an exception', async () => {
    const { serial, hid, problems } = await pluggedIn();
    expect([serial, hid, problems].every(Array.isArray)).toBe(true);
  });
});
