import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualHidSystem } from '#devices/contract/virtual-hid';
import { describeWith } from '#devices/contract/workshop-tools.fixture';
import { startAgent, type RunningAgent } from '../../apps/agent/src/agent.js';
import { CODE, StandInServer } from '../../apps/agent/src/stand-in-server.fixture.js';
import { keypadOnTcp, padOnSerial } from './unplug-buses.js';
import type { BusyDevice } from './unplug-device.js';
import { scannerOnHid } from './unplug-hid.js';
import { printerOnCharacter } from './unplug-printer.js';

/** Fifty unplugs a transport. Each device has a line of its own, so that they wait at the same time. */
const DEVICES = 10;
const TIMES = 5;
/** Promised are 2 s and 3 s on a machine that does nothing else; these are time-outs. */
const NOTICED_MS = 6_000;
const BACK_MS = 9_000;

let folder: string;
let server: StandInServer;
let system: VirtualHidSystem;
let agent: RunningAgent | null = null;
let devices: BusyDevice[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tingxu-unplug-'));
  server = new StandInServer();
  system = new VirtualHidSystem();
  await server.start();
});
afterEach(async () => {
  await agent?.stop();
  await server.stop();
  await Promise.all(devices.map((device) => device.close()));
  await rm(folder, { recursive: true });
});

type Build = (id: string) => BusyDevice | Promise<BusyDevice>;

async function attach(build: Build): Promise<void> {
  const ids = Array.from({ length: DEVICES }, (_none, place) => `device-${place + 1}`);
  devices = await Promise.all(ids.map(build));
  server.devices = devices.map(({ attached }) => attached);
  agent = await startAgent({ serverUrl: server.url, dataDir: folder, enrolCode: CODE, hid: system });
  await Promise.all(devices.map(inService));
}

/** Rejects when that is not told in time. */
async function told({ attached: { id } }: BusyDevice, state: string, withinMs: number): Promise<void> {
  const late = new AbortController();
  const deadline = pause(withinMs, null, { signal: late.signal }).then(() => {
    throw new Error(`${id} is ${server.state(id)}, and was not ${state} within ${withinMs} ms`);
  });
  await Promise.race([server.until(() => server.state(id) === state), deadline]).finally(() => {
    deadline.catch(() => {});
    late.abort();
  });
}
const inService = (device: BusyDevice): Promise<void> => told(device, 'ready', BACK_MS);

/** Uses the device all the time, and pulls its plug so often. */
async function shake(device: BusyDevice, place: number): Promise<void> {
  let serves = true;
  let over = false;
  const using = (async () => {
    for (let use = 0; !over; use += 1) await device.use(use, () => serves);
  })();
  for (let time = 0; time < TIMES; time += 1) {
    await pause(200 + ((time * 137 + place * 53) % 400));
    serves = false;
    await device.unplug();
    await told(device, 'unreachable', NOTICED_MS);
    await device.plug();
    await inService(device);
    serves = true;
  }
  over = true;
  await using;
}

/** Of this process, agent and simulators together, in seconds of one core for each second. */
async function coreShareAtRest(): Promise<number> {
  const [from, before] = [performance.now(), process.cpuUsage()];
  await pause(2_000);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / (performance.now() - from);
}

async function nothingLostOrDoubled(): Promise<void> {
  await Promise.all(devices.map(shake));
  // What came last may still be on its way; what would come twice comes within a resend time.
  await pause(1_000);
  expect(devices.flatMap((device) => device.faults())).toEqual([]);
  for (const device of devices) expect(device.owed()).toBeGreaterThan(0);
}

/** One of two stays unplugged: a reader that spins does so on a wire that is gone. */
async function nothingSpins(): Promise<void> {
  const gone = devices.filter((_device, place) => place % 2 === 0);
  for (const [use, device] of gone.entries()) {
    const used = device.use(1_000 + use, () => false);
    await device.unplug();
    await told(device, 'unreachable', NOTICED_MS);
    void used;
  }
  expect(await coreShareAtRest()).toBeLessThan(0.5);
  expect(agent?.connected()).toBe(true);
}

const withstands = (build: Build): void =>
  it('pulled out 50 times at work: nothing acknowledged is lost or doubled, it is back each time, and nothing spins', async () => {
    await attach(build);
    await nothingLostOrDoubled();
    await nothingSpins();
  });

describe('a keypad on TCP', () => withstands((id) => keypadOnTcp(id, server)));
describe('a scanner on HID', () => withstands((id) => scannerOnHid(id, server, system)));
describeWith('socat', 'a pad on a serial port', () => withstands((id) => padOnSerial(id, server)));
describeWith('socat', 'a printer on a character device', () =>
  withstands((id) => printerOnCharacter(id, server)),
);
