import dgram from 'node:dgram';
import type { OpenPort } from './port.js';

/** Cards that listen to datagrams. There is no connection: what nobody hears is lost, and silence is the driver's to notice. */
export function udpPort(host: string, port: number): OpenPort {
  return (listener) =>
    new Promise((resolve, reject) => {
      const socket = dgram.createSocket('udp4');
      let opened = false;
      const fail = (error: Error): void => {
        socket.close();
        if (opened) listener.closed(error.message);
        else reject(error);
      };
      socket.once('error', fail);
      socket.on('message', (bytes) => listener.bytes(bytes));
      socket.connect(port, host, (error?: Error) => {
        if (error) return fail(error);
        opened = true;
        resolve({
          write: (bytes) =>
            new Promise((done, failed) => {
              socket.send(bytes, (error) => (error ? failed(error) : done()));
            }),
          close: () =>
            new Promise((done) => {
              socket.off('error', fail);
              socket.once('close', () => {
                listener.closed('closed');
                done();
              });
              socket.close();
            }),
        });
      });
    });
}
