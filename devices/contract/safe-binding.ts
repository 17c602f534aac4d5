import fs from 'node:fs';

/** What this cure needs to know of an open serial port on Linux and macOS. Windows has no poller and needs no cure. */
export interface PollingPort {
  fd: number | null;
  readonly isOpen: boolean;
  readonly poller: { once(event: 'readable', act: (error: Error | null) => void): void };
  read(buffer: Buffer, offset: number, length: number): Promise<{ buffer: Buffer; bytesRead: number }>;
}

const WAIT_FOR_MORE = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR']);

/**
 * A read of 0 bytes is the hang-up of an unplugged adapter. The stock binding retries it for ever at 100 % CPU
 * (bindings-cpp issue 162; seen in 4 of 15 unplugs); here it is a disconnect.
 */
export function curedRead(port: PollingPort): PollingPort['read'] {
  return async (buffer, offset, length) => {
    for (;;) {
      if (!port.isOpen || port.fd === null) throw canceled();
      try {
        const bytesRead = await readOnce(port.fd, buffer, offset, length);
        if (bytesRead > 0) return { bytesRead, buffer };
      } catch (error) {
        if (!port.isOpen) throw canceled();
        if (!waitsForMore(error)) throw error;
        await readable(port);
        continue;
      }
      throw port.isOpen ? hungUp() : canceled();
    }
  };
}

const readOnce = (fd: number, buffer: Buffer, offset: number, length: number): Promise<number> =>
  new Promise((resolve, reject) => {
    fs.read(fd, buffer, offset, length, null, (error, count) => (error ? reject(error) : resolve(count)));
  });

const readable = (port: PollingPort): Promise<void> =>
  new Promise((resolve, reject) => {
    port.poller.once('readable', (error) => (error ? reject(error) : resolve()));
  });

const waitsForMore = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && WAIT_FOR_MORE.has(String(error.code));

/** The words serialport's stream looks for: `canceled` is our own close, `disconnect` is the device's. */
const canceled = (): Error => Object.assign(new Error('the port is closed'), { canceled: true });
const hungUp = (): Error => Object.assign(new Error('the adapter was unplugged'), { disconnect: true });
