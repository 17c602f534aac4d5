import { afterEach, describe, expect, it } from 'vitest';
import { tcpPort } from './tcp-port.js';
import { listenTcp, type TcpWire } from './tcp-wire.js';
import { ManualTimers } from './manual-timers.js';
import type { PortListener } from './port.js';
import { Watched } from './watched.js';

class Ear extends Watched implements PortListener {
  heard: number[] = [];
  cause: string | null = null;

  bytes(chunk: Uint8Array): void {
    this.heard.push(...chunk);
    this.changed();
  }

  closed(cause: string): void {
    this.cause = cause;
    this.changed();
  }
}

const open: TcpWire[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((wire) => wire.close()));
});

async function device() {
  const ear = new Ear();
  const wire = await listenTcp({ port: 0, bytes: (chunk) => ear.bytes(chunk), connected: () => {} });
  open.push(wire);
  return { wire, ear };
}

describe('a TCP port', () => {
  it('carries bytes both ways', async () => {
    const { wire, ear } = await device();
    const here = new Ear();
    const port = await tcpPort('127.0.0.1', wire.port, new ManualTimers())(here);
    await port.write(Uint8Array.of(1, 2, 3));
    await ear.until(() => ear.heard.length === 3);
    wire.send(Uint8Array.of(4, 5));
    await here.until(() => here.heard.length === 2);
    expect([ear.heard, here.heard]).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    await port.close();
  });

  it('tells the cause when the other side breaks off', async () => {
    const { wire } = await device();
    const here = new Ear();
    await tcpPort('127.0.0.1', wire.port, new ManualTimers())(here);
    wire.cut();
    await here.until(() => here.cause !== null);
    expect(here.cause).not.toBe('');
  });

  it('rejects with the cause when nobody listens', async () => {
    const { wire } = await device();
    await wire.close();
    const opening = tcpPort('127.0.0.1', wire.port, new ManualTimers())(new Ear());
    await expect(opening).rejects.toThrow('ECONNREFUSED');
  });

  it('delivers all that was written before it closes, even while the device talks', async () => {
    const { wire, ear } = await device();
    const port = await tcpPort('127.0.0.1', wire.port, new ManualTimers())(new Ear());
    const slip = new Uint8Array(300_000).fill(0x41);
    void port.write(slip);
    wire.send(Uint8Array.of(0x16, 0x12, 0x12, 0x12));
    await port.close();
    await ear.until(() => ear.heard.length === slip.length);
    expect(ear.heard).toHaveLength(slip.length);
  });

  it('refuses to write once it is closed', async () => {
    const { wire } = await device();
    const port = await tcpPort('127.0.0.1', wire.port, new ManualTimers())(new Ear());
    await port.close();
    await expect(port.write(Uint8Array.of(1))).rejects.toThrow();
  });
});
