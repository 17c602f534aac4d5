import fs from 'node:fs';
import type { OpenPort, Port, PortListener } from './port.js';
import type { Timers } from './timers.js';

/** A file of this kind cannot be waited for without native code: it is looked at this often. */
const LOOK_MS = 50;
const READ_BYTES = 256;
/** A printer whose memory is full takes no more: it is tried again, and given up as a dead line after this. */
const FULL_MS = 20;
const STUCK_MS = 10_000;

const { O_RDWR, O_NONBLOCK, O_NOCTTY } = fs.constants;
const COME_AGAIN = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR']);

const causeOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const comesAgain = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && COME_AGAIN.has(String(error.code));

/** A character device such as /dev/usb/lp0. Unplugged: a read of 0 bytes, ENODEV or EIO. */
export function characterPort(path: string, timers: Timers): OpenPort {
  return async (listener) => {
    const file = await fs.promises.open(path, O_RDWR | O_NONBLOCK | O_NOCTTY);
    return new CharacterPort(file, listener, timers);
  };
}

class CharacterPort implements Port {
  #closed = false;
  #reading: Promise<void> = Promise.resolve();
  #writing: Promise<void> = Promise.resolve();
  #forgetLook = (): void => {};

  constructor(
    private readonly file: fs.promises.FileHandle,
    private readonly listener: PortListener,
    private readonly timers: Timers,
  ) {
    this.#lookLater();
  }

  write(bytes: Uint8Array): Promise<void> {
    const written = this.#writing.then(() => this.#writeAll(bytes));
    this.#writing = written.catch(() => {});
    return written;
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#end('closed here');
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    const givenUp = this.timers.now().getTime() + STUCK_MS;
    for (let at = 0; at < bytes.length;) {
      if (this.#closed) throw new Error('the port is closed');
      try {
        at += (await this.file.write(bytes, at, bytes.length - at)).bytesWritten;
      } catch (error) {
        if (comesAgain(error) && this.timers.now().getTime() < givenUp) await this.#pause();
        else {
          void this.#end(causeOf(error));
          throw error;
        }
      }
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => this.timers.after(FULL_MS, resolve));
  }

  #lookLater(): void {
    this.#forgetLook = this.timers.after(LOOK_MS, () => {
      this.#reading = this.#look();
    });
  }

  /** Takes all that is there. */
  async #look(): Promise<void> {
    try {
      while (!this.#closed) {
        const { bytesRead, buffer } = await this.file.read(Buffer.alloc(READ_BYTES), 0, READ_BYTES, null);
        if (this.#closed) return;
        if (bytesRead === 0) return void this.#end('the device was unplugged');
        this.listener.bytes(buffer.subarray(0, bytesRead));
      }
    } catch (error) {
      if (!comesAgain(error)) return void this.#end(causeOf(error));
    }
    if (!this.#closed) this.#lookLater();
  }

  async #end(cause: string): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#forgetLook();
    await this.#reading;
    await this.file.close().catch(() => {});
    this.listener.closed(cause);
  }
}
