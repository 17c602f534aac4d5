import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallConfig } from '#libs/hall/small-config.fixture';
import type { Device } from '#libs/hall/config';
import { countyWires } from '../../../prisma/seed/demo-devices.js';
import { configuredPorts, startDevices, type SimulatedDevices } from './simulated-devices.js';

let folder: string;
let devices: SimulatedDevices | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tingxu-devices-'));
});
afterEach(async () => {
  await devices?.close();
  await rm(folder, { recursive: true });
});

const hallWith = (wires: Device[]) => ({ ...smallConfig(), devices: wires });

it('takes other ports where the wished ones are in use, and the same ones at the next start', async () => {
  const taken = net.createServer().listen(9111, '127.0.0.1');
  // somebody else's hold on it does as well
  await new Promise((settled) => taken.once('listening', settled).once('error', settled));
  devices = await startDevices(() => null, folder);
  const { ports } = devices;
  expect(ports.cardReader).not.toMatchObject({ port: 9111 });
  await devices.close();
  taken.close();
  devices = await startDevices(configuredPorts([hallWith(countyWires(ports))]), folder);
  expect(devices.ports).toMatchObject({ ...ports, townPrinter: expect.anything() });
});

it('starts on a database of a hall that has none of them', async () => {
  devices = await startDevices(configuredPorts([hallWith([])]), folder);
  expect(Object.keys(devices.ports)).toHaveLength(7);
});
