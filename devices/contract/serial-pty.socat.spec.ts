import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Line } from './line.js';
import { serialPort } from './node-ports.js';
import { PtyCable } from './pty-cable.fixture.js';
import { realTimers } from './timers.js';
import { Watched } from './watched.js';

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

describe('a serial port of the kernel', () => {
  let cable: PtyCable;
  let heard: number[];
  let line: Line;
  let user: User;
  let leave: () => Promise<void>;

  beforeEach(async () => {
    heard = [];
    cable = new PtyCable((chunk) => heard.push(...chunk));
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
    cable.send(Uint8Array.from(all));
    await user.until(() => user.heard.length === 256);
    await line.write(Uint8Array.from(all));
    await cable.until(() => heard.length === 256);
    expect([user.heard, heard]).toEqual([all, all]);
  });

  it('is there again for the next host after one has closed it', async () => {
    await leave();
    leave = line.join(user);
    await user.until(() => user.openings === 2);
    cable.send(Uint8Array.of(0x55));
    await user.until(() => user.heard.length === 1);
  });

  it('tells within 2 s that it was unplugged, in the middle of traffic too, and comes back', async () => {
    const chatter = setInterval(() => cable.send(Uint8Array.of(0x55)), 1);
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
    cable.send(Uint8Array.of(0xaa));
    await line.write(Uint8Array.of(0xbb));
    await cable.until(() => heard.includes(0xbb));
    await user.until(() => user.heard.length > before);
    expect(user.heard.at(-1)).toBe(0xaa);
  }, 15_000);
});
