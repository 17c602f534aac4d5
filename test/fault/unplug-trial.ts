import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { VirtualHidSystem } from '#devices/contract/virtual-hid';
import { startAgent, type RunningAgent } from '../../apps/agent/src/agent.js';
import { CODE, StandInServer } from '../../apps/agent/src/stand-in-server.fixture.js';
import type { BusyDevice } from './unplug-device.js';

/** Fifty unplugs a transport. Each device has a line of its own, so that they wait at the same time. */
const DEVICES = 10;
const TIMES = 5;
/** Promised are 2 s and 3 s on a machine that does nothing else; these are time-outs. */
const NOTICED_MS = 6_000;
const BACK_MS = 9_000;

export interface Bench {
  server: StandInServer;
  system: VirtualHidSystem;
}
type Build = (id: string, bench: Bench) => BusyDevice | Promise<BusyDevice>;

/** The test of one transport, by how a device on it is built. */
export const withstands = (transport: string, build: Build): void =>
  it(`${transport}, pulled out 50 times at work: nothing acknowledged is lost or doubled, it is back each time, and nothing spins`, async () => {
    const trial = await UnplugTrial.begin(build);
    try {
      await trial.nothingLostOrDoubled();
      await trial.nothingSpins();
    } finally {
      await trial.end();
    }
  });

/** An agent with devices of one transport, at work, before a server that speaks the contract. */
class UnplugTrial {
  private constructor(
    private readonly server: StandInServer,
    private readonly devices: readonly BusyDevice[],
    private readonly agent: RunningAgent,
    private readonly folder: string,
  ) {}

  static async begin(build: Build): Promise<UnplugTrial> {
    const folder = await mkdtemp(join(tmpdir(), 'tingxu-unplug-'));
    const [server, system] = [new StandInServer(), new VirtualHidSystem()];
    await server.start();
    const ids = Array.from({ length: DEVICES }, (_none, place) => `device-${place + 1}`);
    const devices = await Promise.all(ids.map((id) => build(id, { server, system })));
    server.devices = devices.map(({ attached }) => attached);
    const agent = await startAgent({ serverUrl: server.url, dataDir: folder, enrolCode: CODE, hid: system });
    const trial = new UnplugTrial(server, devices, agent, folder);
    await Promise.all(devices.map((device) => trial.#inService(device)));
    return trial;
  }

  async end(): Promise<void> {
    await this.agent.stop();
    await this.server.stop();
    await Promise.all(this.devices.map((device) => device.close()));
    await rm(this.folder, { recursive: true });
  }

  async nothingLostOrDoubled(): Promise<void> {
    await Promise.all(this.devices.map((device, place) => this.#shake(device, place)));
    // What came last may still be on its way; what would come twice comes within a resend time.
    await pause(1_000);
    expect(this.devices.flatMap((device) => device.faults())).toEqual([]);
    for (const device of this.devices) expect(device.owed()).toBeGreaterThan(0);
  }

  /** One of two stays unplugged: a reader that spins does so on a wire that is gone. */
  async nothingSpins(): Promise<void> {
    const gone = this.devices.filter((_device, place) => place % 2 === 0);
    for (const [use, device] of gone.entries()) {
      const used = device.use(1_000 + use, () => false);
      await device.unplug();
      await this.#told(device, 'unreachable', NOTICED_MS);
      void used;
    }
    expect(await coreShareAtRest()).toBeLessThan(0.5);
    expect(this.agent.connected()).toBe(true);
  }

  /** Uses the device all the time, and pulls its plug so often. */
  async #shake(device: BusyDevice, place: number): Promise<void> {
    let serves = true;
    let over = false;
    const using = (async () => {
      for (let use = 0; !over; use += 1) await device.use(use, () => serves);
    })();
    for (let time = 0; time < TIMES; time += 1) {
      await pause(200 + ((time * 137 + place * 53) % 400));
      serves = false;
      await device.unplug();
      await this.#told(device, 'unreachable', NOTICED_MS);
      await device.plug();
      await this.#inService(device);
      serves = true;
    }
    over = true;
    await using;
  }

  #inService(device: BusyDevice): Promise<void> {
    return this.#told(device, 'ready', BACK_MS);
  }

  /** Rejects when that is not told in time. */
  async #told({ attached: { id } }: BusyDevice, state: string, withinMs: number): Promise<void> {
    const { server } = this;
    const late = new AbortController();
    const deadline = pause(withinMs, null, { signal: late.signal }).then(() => {
      throw new Error(`${id} is ${server.state(id)}, and was not ${state} within ${withinMs} ms`);
    });
    await Promise.race([server.until(() => server.state(id) === state), deadline]).finally(() => {
      deadline.catch(() => {});
      late.abort();
    });
  }
}

/** Of this process, agent and simulators together, in seconds of one core for each second. */
async function coreShareAtRest(): Promise<number> {
  const [from, before] = [performance.now(), process.cpuUsage()];
  await pause(2_000);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / (performance.now() - from);
}
