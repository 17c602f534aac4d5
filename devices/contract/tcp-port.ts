import net from 'node:net';
import type { OpenPort, Port } from './port.js';
import type { Timers } from './timers.js';

/** The kernel asks a second time after 1 s; an attempt that still waits for a third keeps a device waiting that has come back. */
const CONNECT_MS = 2_000;
/** A pulled cable sends no farewell: the kernel asks after this silence. */
const KEEP_ALIVE_MS = 5_000;
/** How long a closing socket may take to deliver what is on its way. */
const FAREWELL_MS = 1_000;

/** A network printer or a serial server. */
export function tcpPort(host: string, port: number, timers: Timers): OpenPort {
  return (listener) =>
    new Promise((resolve, reject) => {
      const socket = net.connect({
        host,
        port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: KEEP_ALIVE_MS,
      });
      const forgetDeadline = timers.after(CONNECT_MS, () =>
        socket.destroy(new Error('no answer to connect')),
      );
      let opened = false;
      let cause = 'ended by the other side';
      socket.on('connect', () => {
        forgetDeadline();
        opened = true;
        resolve(portOf(socket, timers));
      });
      socket.on('data', (chunk) => listener.bytes(chunk));
      socket.on('error', (error) => {
        cause = error.message;
      });
      socket.on('close', () => {
        forgetDeadline();
        if (opened) listener.closed(cause);
        else reject(new Error(cause));
      });
    });
}

function portOf(socket: net.Socket, timers: Timers): Port {
  return {
    write: (bytes) =>
      new Promise((resolve, reject) => {
        socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      }),
    close: () =>
      new Promise((resolve) => {
        if (socket.closed) return resolve();
        const forget = timers.after(FAREWELL_MS, () => socket.destroy());
        socket.once('close', () => {
          forget();
          resolve();
        });
        // Never destroy first: a printer that sends status bytes while we leave would lose the slip (device-packages.md).
        socket.end();
      }),
  };
}
