import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { curedRead, type PollingPort } from './safe-binding.js';

/** A file stands in for the adapter: at its end a read gives 0 bytes, as an unplugged adapter's does. */
let dir: string;
let fd: number;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tingxu-serial-'));
  fs.writeFileSync(path.join(dir, 'adapter'), Uint8Array.of(1, 2, 3));
  fd = fs.openSync(path.join(dir, 'adapter'), 'r');
});
afterEach(() => {
  fs.closeSync(fd);
  fs.rmSync(dir, { recursive: true });
});

const port = (isOpen: () => boolean): PollingPort => ({
  fd,
  get isOpen() {
    return isOpen();
  },
  poller: { once: () => {} },
  read: () => Promise.reject(new Error('the stock read was used')),
});

describe('the cured read of a serial port', () => {
  it('hands over what came', async () => {
    const buffer = Buffer.alloc(8);
    await expect(curedRead(port(() => true))(buffer, 0, 8)).resolves.toMatchObject({ bytesRead: 3 });
    expect([...buffer.subarray(0, 3)]).toEqual([1, 2, 3]);
  });

  it('takes 0 bytes for an unplugged adapter, once, instead of asking for ever', async () => {
    const read = curedRead(port(() => true));
    await read(Buffer.alloc(8), 0, 8);
    await expect(read(Buffer.alloc(8), 0, 8)).rejects.toMatchObject({ disconnect: true });
  });

  it('calls its own close a close and not an accident', async () => {
    await expect(curedRead(port(() => false))(Buffer.alloc(8), 0, 8)).rejects.toMatchObject({
      canceled: true,
    });
  });

  it('hands on a real error', async () => {
    const broken = { ...port(() => true), isOpen: true, fd: 9_999 };
    await expect(curedRead(broken)(Buffer.alloc(8), 0, 8)).rejects.toMatchObject({ code: 'EBADF' });
  });
});
