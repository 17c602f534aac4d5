import { join } from 'node:path';
import type { HallConfig } from '#libs/hall/config';
import { startAgent, type RunningAgent } from '../../agent/src/agent.js';
import { seedDemonstration, type DemoAccount } from '../../../prisma/seed.js';
import { COUNTY, TOWN } from '../../../prisma/seed/demo-people.js';
import { Enrolment } from '../../server/src/access/enrolment.js';
import { newPassword } from '../../server/src/access/passwords.js';
import type { Settings } from '../../server/src/config.js';
import { SetUp } from '../../server/src/halls/set-up.js';
import { Ledger } from '../../server/src/ledger/ledger.js';
import { startServer, type RunningServer } from '../../server/src/server.js';
import { SHOWN_SCREENS, openPages, type Line } from './addresses.js';
import { openLab } from './lab/lab.js';
import { configuredPorts, keepSlips, startDevices, type SimulatedDevices } from './simulated-devices.js';

export interface Demonstration {
  server: RunningServer;
  devices: SimulatedDevices;
  /** Empty after the first start. */
  accounts: DemoAccount[];
  lines: Line[];
  slipFolder: string;
  stop(): Promise<void>;
}

const AGENTS = [
  { hallId: COUNTY, deviceId: 'agent-1' },
  { hallId: TOWN, deviceId: 'town-agent' },
] as const;

/** Server, agents and simulated devices in one process, on a hall that is set up at the first start. */
export async function startDemonstration(settings: Settings): Promise<Demonstration> {
  const server = await startServer(settings);
  try {
    const devices = await startDevices(
      configuredPorts(await configurations(server)),
      join(settings.dataDir, 'demo', 'wires'),
    );
    const accounts = await seedOnce(server, devices);
    const agents: RunningAgent[] = [];
    for (const agent of AGENTS) agents.push(await startDemoAgent(server, settings.dataDir, agent));
    const slipFolder = join(settings.dataDir, 'demo', 'slips');
    const ended = new AbortController();
    keepSlips(devices.printer, slipFolder, ended.signal);
    const lab = openLab(server.app.getHttpServer(), devices);
    const lines = [...(await screenLines(server)), ...openPages(server.url)];
    const stop = async () => {
      ended.abort();
      lab.close();
      await Promise.all(agents.map((agent) => agent.stop()));
      await devices.close();
      await server.close();
    };
    return { server, devices, accounts, lines, slipFolder, stop };
  } catch (cause) {
    await server.close();
    throw cause;
  }
}

async function configurations({ app }: RunningServer): Promise<HallConfig[]> {
  const ledger = app.get(Ledger);
  const halls = await ledger.halls();
  return Promise.all(halls.map(({ id }) => ledger.hall(id, ({ config }) => config)));
}

async function seedOnce(server: RunningServer, { ports }: SimulatedDevices): Promise<DemoAccount[]> {
  if ((await server.app.get(Ledger).halls()).length > 0) return [];
  return seedDemonstration(server.app.get(SetUp), ports, newPassword);
}

/** An agent that lost its token gets a new code, as an installer would type it. */
async function startDemoAgent(
  { app, url }: RunningServer,
  dataDir: string,
  { hallId, deviceId }: (typeof AGENTS)[number],
): Promise<RunningAgent> {
  const agent = { serverUrl: url, dataDir: join(dataDir, 'demo', deviceId) };
  const { code } = await app.get(Enrolment).offer(hallId, deviceId);
  return startAgent({ ...agent, enrolCode: code });
}

async function screenLines({ app }: RunningServer): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { hallId, deviceId, page, what } of SHOWN_SCREENS)
    lines.push({ page, address: (await app.get(Enrolment).offer(hallId, deviceId)).url, what });
  return lines;
}
