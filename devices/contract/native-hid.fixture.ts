import fs from 'node:fs';
import process from 'node:process';
import { hidPort } from './hid-port.js';
import { Line } from './line.js';
import { nativeHid } from './native-hid.js';
import { realTimers } from './timers.js';
import { Watched } from './watched.js';

/** Runs inside umockdev's testbed, a process of its own, and tells on its output what a HID line went through. */
const said = new Watched();
const events: string[] = [];
const say = (event: string): void => {
  events.push(event);
  process.stdout.write(`${event}\n`);
  said.changed();
};
const heard = (event: string, times = 1): Promise<void> =>
  said.until(() => events.filter((said) => said.startsWith(event)).length >= times);

/** umockdev cannot unplug by itself; what the system lists is a directory of its testbed. */
const listed = `${process.env['UMOCKDEV_DIR']}/sys/class/hidraw/hidraw0`;
const hidden = `${process.env['UMOCKDEV_DIR']}/hidraw0`;

export async function runSession(): Promise<void> {
  const identity = { vendorId: 0x1209, productId: 0xa001, serialNumber: 'PAD-3', usagePage: 1, usage: 6 };
  const line = new Line(hidPort({ identity, timers: realTimers, system: nativeHid }), realTimers);
  const leave = line.join({
    opened: () => say('opened'),
    bytes: (chunk) => say(`report ${Buffer.from(chunk).toString('hex')}`),
    lost: (cause) => say(`lost ${cause}`),
  });
  await heard('opened');
  await line.write(Uint8Array.of(0, 0));
  await heard('report', 2);
  await line.write(Uint8Array.of(0, 1));
  await heard('report', 3);

  fs.renameSync(listed, hidden);
  const unplugged = performance.now();
  await heard('lost');
  say(performance.now() - unplugged < 2_000 ? 'noticed within 2 s' : 'noticed late');
  fs.renameSync(hidden, listed);
  await heard('opened', 2);
  await leave();
  say('left');
}
