import dgram from 'node:dgram';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { udpPort } from './udp-port.js';

async function card(): Promise<dgram.Socket> {
  const socket = dgram.createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

it('a UDP port carries datagrams both ways, and says once that it is closed', async () => {
  const there = await card();
  const heard: number[][] = [];
  const causes: string[] = [];
  const arrived = new Promise<void>((resolve) => {
    void udpPort(
      '127.0.0.1',
      there.address().port,
    )({
      bytes: (chunk) => {
        heard.push([...chunk]);
        resolve();
      },
      closed: (cause) => void causes.push(cause),
    }).then(async (port) => {
      await port.write(Uint8Array.of(1, 2));
      await arrived;
      await port.close();
      there.close();
    });
  });
  const [question, from]: [Buffer, dgram.RemoteInfo] = await once(there, 'message').then(
    ([bytes, remote]) => [bytes, remote],
  );
  expect([...question]).toEqual([1, 2]);
  there.send(Uint8Array.of(3), from.port, from.address);
  await arrived;
  await once(there, 'close');
  expect([heard, causes]).toEqual([[[3]], ['closed']]);
});

it('a host that has no address is told as the cause', async () => {
  await expect(udpPort('no-such-host.invalid', 9)({ bytes: () => {}, closed: () => {} })).rejects.toThrow();
});
