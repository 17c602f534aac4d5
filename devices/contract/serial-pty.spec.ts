import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Line } from './line.js';
import { serialPort } from './node-ports.js';
import { openPty, type PtyWire } from './pty-wire.js';
import { realTimers } from './timers.js';
import { Watched } from './watched.js';
import { describeWith } from './workshop-tools.fixture.js';

/** A serial port of the kernel with a device behind it: bytes into `device` come out of the port, and back. */
class Cable extends Watched {
  readonly #dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tingxu-pty-'));
  readonly path = path.join(this.#dir, 'port');
  readonly heard: number[] = [];
  #wire: PtyWire | null = null;

  async plug(): Promise<void> {
    const bytes = (chunk: Uint8Array): void => {
      this.heard.push(...chunk);
      this.changed();
    };
    if (this.#wire) await this.#wire.plug();
    else this.#wire = await openPty({ path: this.path, bytes });
  }

  send(...bytes: number[]): void {
    this.#wire?.send(Uint8Array.from(bytes));
  }

  async unplug(): Promise<void> {
    await this.#wire?.unplug();
  }

  async close(): Promise<void> {
    await this.unplug();
    fs.rmSync(this.#dir, { recursive: true });
  }
}

class User extends Watched {
  readonly heard: number[] = [];
  openings = 0;
  losses: string[] = [];

  opened(): void {
    this.openings += 1;
    this.changed();
  }

  bytes(chunk: Uint8Array): void {
    this.heard.push(...chunk);
    this.changed();
  }

  lost(cause: string): void {
    this.losses.push(cause);
    this.changed();
  }
}

describeWith('socat', 'a serial port of the kernel', () => {
  let cable: Cable;
  let line: Line;
  let user: User;
  let leave: () => Promise<void>;

  beforeEach(async () => {
    cable = new Cable();
    await cable.plug();
    line = new Line(serialPort(cable.path, 9600), realTimers);
    user = new User();
    leave = line.join(user);
    await user.until(() => user.openings === 1);
  });
  afterEach(async () => {
    await leave();
    await cable.close();
  });

  it('carries every byte both ways', async () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte);
    cable.send(...all);
    await user.until(() => user.heard.length === 256);
    await line.write(Uint8Array.from(all));
    await cable.until(() => cable.heard.length === 256);
    expect([user.heard, cable.heard]).toEqual([all, all]);
  });

  it('is there again for the next host after one has closed it', async () => {
    await leave();
    leave = line.join(user);
    await user.until(() => user.openings === 2);
    cable.send(0x55);
    await user.until(() => user.heard.length === 1);
  });

  it('tells within 2 s that it was unplugged, in the middle of traffic too, and comes back', async () => {
    const chatter = setInterval(() => cable.send(0x55), 1);
    await user.until(() => user.heard.length > 0);
    const unplugged = performance.now();
    await cable.unplug();
    await user.until(() => user.losses.length > 0);
    clearInterval(chatter);
    expect(performance.now() - unplugged).toBeLessThan(2_000);
    await expect(line.write(Uint8Array.of(1))).rejects.toThrow('the line is down');

    await cable.plug();
    await user.until(() => user.openings === 2);
    const before = user.heard.length;
    cable.send(0xaa);
    await line.write(Uint8Array.of(0xbb));
    await cable.until(() => cable.heard.includes(0xbb));
    await user.until(() => user.heard.length > before);
    expect(user.heard.at(-1)).toBe(0xaa);
  }, 15_000);
});
