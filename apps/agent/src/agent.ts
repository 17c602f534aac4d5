import fs from 'node:fs/promises';
import path from 'node:path';
import type { HidSystem } from '#devices/contract/hid-port';
import { pluggedIn, type PluggedIn } from '#devices/contract/plugged-in';
import { realTimers, type Timers } from '#devices/contract/timers';
import type { Send } from './channel.js';
import { enrolled } from './enrolment.js';
import { Fleet } from './fleet.js';
import { FollowedClock } from './followed-clock.js';
import { JobMemory } from './job-memory.js';
import { Outbox } from './outbox.js';
import { PlugWatch } from './plug-watch.js';
import { PrintDesk } from './print-desk.js';
import { serverEvents } from './server-events.js';
import { Spool } from './spool.js';
import { TestBench } from './test-bench.js';
import { Uplink } from './uplink.js';

export interface AgentOptions {
  serverUrl: string;
  dataDir: string;
  /** One-time code; needed once, until the token is kept in the data folder. */
  enrolCode?: string;
  timers?: Timers;
  /** What is plugged into this computer. */
  look?: () => Promise<PluggedIn>;
  /** Where HID devices are plugged in, in place of this machine. */
  hid?: HidSystem;
}

export interface RunningAgent {
  stop(): Promise<void>;
  /** To the server, now. */
  connected(): boolean;
}

const log = (line: string): void => void process.stderr.write(`agent: ${line}\n`);

/** Starts an agent in this process. Rejects with EnrolmentFailed when there is no token and the code does not do. */
export async function startAgent(options: AgentOptions): Promise<RunningAgent> {
  const { serverUrl, dataDir, enrolCode, timers = realTimers } = options;
  await fs.mkdir(dataDir, { recursive: true, mode: 0o700 });
  const { token } = await enrolled({ serverUrl, dataDir, enrolCode, timers, log });
  const spool = await Spool.open(path.join(dataDir, 'inputs.spool'));
  const memory = await JobMemory.open(path.join(dataDir, 'print-jobs.journal'));
  return joined({ look: pluggedIn, ...options, token, timers, spool, memory });
}

interface Ground {
  serverUrl: string;
  token: string;
  timers: Timers;
  spool: Spool;
  memory: JobMemory;
  look(): Promise<PluggedIn>;
  hid?: HidSystem;
}

/** All parts of an agent, put together, with its line to the server. */
function joined({ serverUrl, token, timers, spool, memory, look, hid }: Ground): RunningAgent {
  const clock = new FollowedClock(timers);
  const send: Send = (event, message) => uplink.send(event, message);
  const outbox = new Outbox({
    ...{ spool, memory, send, timers: clock },
    onAnswer: (message, reply) => fleet.answered(message, reply),
  });
  const fleet = new Fleet({
    ...{ timers: clock, hid },
    onHealth: (message) => outbox.health(message),
    onDetached: (deviceId) => outbox.detached(deviceId),
    onInput: (deviceId, input) => {
      if (bench.takes(deviceId, input)) return;
      outbox.input(deviceId, input).catch((error) => log(`an input is not on disk: ${error}`));
    },
    onCard: (deviceId, read) => {
      if (!bench.takes(deviceId, read)) outbox.card(deviceId, read);
    },
    log,
  });
  const bench = new TestBench(fleet, clock);
  const plugs = new PlugWatch({ look, send, timers: clock });
  const desk = new PrintDesk({ fleet, memory, timers: clock, onEnded: () => outbox.jobEnded(), log });
  const events = serverEvents({ clock, fleet, desk, bench, spool, memory, send, log });
  const onConnected = (): void => [outbox, plugs].forEach((part) => part.connected());
  const uplink = new Uplink({ serverUrl, token, timers: clock, events, onConnected, log });
  uplink.connect();
  return {
    connected: () => uplink.connected,
    stop: async () => {
      outbox.close();
      for (const part of [plugs, bench]) part.stop();
      uplink.close();
      await Promise.all([desk.stop(), fleet.stop()]);
      await Promise.all([spool.close(), memory.close()]);
    },
  };
}
