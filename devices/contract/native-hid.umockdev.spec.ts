import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Eight-byte boot reports in, one byte of lights out (HID 1.11, appendix B). */
const DESCRIPTOR =
  '05010906A101050719E029E71500250175019508810295017508810195067508150025650507190029658100C0';
const USB = '/devices/pci0000:00/0000:00:14.0/usb1/1-1';
const HID = `${USB}/1-1:1.0/0003:1209:A001.0001`;

/** A five-key pad with a serial number, as the kernel would show it. */
const DEVICE = `P: ${USB}
E: SUBSYSTEM=usb
E: DEVTYPE=usb_device
E: PRODUCT=1209/a001/100
A: idVendor=1209\\n
A: idProduct=a001\\n
A: manufacturer=Test bench\\n
A: product=Five keys\\n
A: serial=PAD-3\\n
A: bcdDevice=0100\\n

P: ${USB}/1-1:1.0
E: SUBSYSTEM=usb
E: DEVTYPE=usb_interface
E: DRIVER=usbhid
A: bInterfaceNumber=00\\n

P: ${HID}
E: SUBSYSTEM=hid
E: DRIVER=hid-generic
E: HID_ID=0003:00001209:0000A001
E: HID_NAME=Test bench Five keys
E: HID_UNIQ=PAD-3
H: report_descriptor=${DESCRIPTOR}

P: ${HID}/hidraw/hidraw0
N: hidraw0
L: device=../../../0003:1209:A001.0001
E: SUBSYSTEM=hidraw
E: DEVNAME=/dev/hidraw0
E: MAJOR=240
E: MINOR=0
`;

/** Each time the host has written a report: key j down and up; then key k down. Bytes below 32 are written `^` + (byte + 64). */
const DIALOGUE = `w 0 ^@^@
r 100 ^@^@^M^@^@^@^@^@
r 50 ^@^@^@^@^@^@^@^@
w 0 ^@^A
r 50 ^@^@^N^@^@^@^@^@
`;

function answersToQuestions(): string {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(DESCRIPTOR.length / 2);
  const whole = Buffer.alloc(4_100);
  size.copy(whole);
  whole.write(DESCRIPTOR, 4, 'hex');
  const hex = (bytes: Buffer): string => bytes.toString('hex').toUpperCase();
  return `@DEV /dev/hidraw0\nHIDIOCGRDESCSIZE 0 ${hex(size)}\nHIDIOCGRDESC 0 ${hex(whole)}\n`;
}

describe('node-hid on a hidraw device of the kernel', () => {
  let dir: string;
  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tingxu-hid-'));
  });
  afterEach(() => fs.rmSync(dir, { recursive: true }));

  const kept = (name: string, text: string): string => {
    const file = path.join(dir, name);
    fs.writeFileSync(file, text);
    return file;
  };

  it('hears reports, writes one, notices the unplugging and comes back', async () => {
    const session = path.join(import.meta.dirname, 'native-hid.fixture.ts');
    const program = `
      const { runnerImport } = await import('vite');
      const { module } = await runnerImport(${JSON.stringify(session)}, { configFile: false });
      await module.runSession();
      process.exit();`;
    const bench = spawn(
      'umockdev-run',
      [
        `--device=${kept('pad.umockdev', DEVICE)}`,
        `--ioctl=/dev/hidraw0=${kept('pad.ioctl', answersToQuestions())}`,
        `--script=/dev/hidraw0=${kept('pad.script', DIALOGUE)}`,
        '--',
        process.execPath,
        '--input-type=module',
        '--eval',
        program,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const said: Buffer[] = [];
    bench.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    await new Promise((resolve) => bench.once('close', resolve));
    expect(Buffer.concat(said).toString().trim().split('\n')).toEqual([
      'opened',
      'report 00000d0000000000',
      'report 0000000000000000',
      'report 00000e0000000000',
      'lost unplugged',
      'noticed within 2 s',
      'opened',
      'left',
    ]);
  }, 30_000);
});
