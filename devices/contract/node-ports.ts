import { SerialPort } from 'serialport';
import type { OpenPort, Port } from './port.js';
import { curedRead, type PollingPort } from './safe-binding.js';

/** The only import of serialport; its traps are in device-packages.md and stay in here. */
export function serialPort(path: string, baudRate: number): OpenPort {
  return (listener) =>
    new Promise((resolve, reject) => {
      const options = { path, baudRate, autoOpen: false, binding: safeBinding };
      const stream = new SerialPort(options);
      let opened = false;
      let ended = false;
      // An unplug while writing gives `error` and two `close` events.
      const end = (cause: string): void => {
        if (ended) return;
        ended = true;
        if (opened) listener.closed(cause);
        else reject(new Error(cause));
      };
      // Without a data listener an unplug goes unnoticed until the next write.
      stream.on('data', (chunk: Buffer) => listener.bytes(chunk));
      stream.on('error', (error: Error) => end(error.message));
      stream.on('close', (error: Error | null) => end(error?.message ?? 'closed here'));
      stream.open((error) => {
        if (error) return end(error.message);
        opened = true;
        resolve(portOf(stream));
      });
    });
}

/** Rejects where the list needs udevadm and there is none. */
export const serialPorts = () => SerialPort.list();

function portOf(stream: SerialPort): Port {
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        // A write on a closed port is queued and would go out, stale, after the next open.
        if (!stream.isOpen) return reject(new Error('the port is closed'));
        stream.write(Buffer.from(bytes), (error) => (error ? reject(error) : resolve()));
      }),
    close: () =>
      new Promise((resolve) => {
        if (!stream.isOpen) return resolve();
        stream.drain(() => stream.close(() => resolve()));
      }),
  };
}

const stock = SerialPort.binding;
const safeBinding = {
  ...stock,
  open: async (options: never) => {
    const port = await stock.open(options);
    const polling = port as unknown as PollingPort;
    if (polling.poller) polling.read = curedRead(polling);
    return port;
  },
} as typeof stock;
