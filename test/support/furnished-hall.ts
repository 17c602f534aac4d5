import type { Device, HallConfig } from '#libs/hall/config';
import { Enrolment } from '../../apps/server/src/access/enrolment.js';
import { SetUp } from '../../apps/server/src/halls/set-up.js';
import { startServer } from '../../apps/server/src/server.js';
import { Client } from './client.js';
import { testConfig, testMatters } from './test-config.js';

const PASSWORD = 'test-password';

export interface Size {
  counters: number;
  kiosks: number;
  boards: number;
}

/** The pages of a hall, each with the cookies that say who it is. They outlive the server that gave them. */
export interface FurnishedHall {
  clerks: Client[];
  pads: Client[];
  kiosks: Client[];
  boards: Client[];
  /** Of its agent, where it has one: good for one use. */
  agentCode: string | null;
}

const many = (count: number): number[] => Array.from({ length: count }, (_none, place) => place + 1);

/**
 * Sets a hall up where a server of its own process will find it: clerks signed in at their counters, screens enrolled.
 * By the real clock, since that process has no other.
 */
export async function furnish(
  where: { dataDir: string; databaseUrl: string | undefined },
  { counters, kiosks, boards }: Size,
  change: (config: HallConfig) => HallConfig = (config) => config,
): Promise<FurnishedHall> {
  const server = await startServer({
    ...{ port: 0, host: '127.0.0.1', publicUrl: undefined, voiceDir: undefined },
    ...where,
  });
  const setUp = server.app.get(SetUp);
  const enrolment = server.app.get(Enrolment);
  const devices = [...places('kiosk', kiosks), ...places('board', boards)];
  await setUp.organisation('org', testMatters);
  const config = testConfig('hall', { counters, prefixes: 'ABC', devices, change });
  await setUp.hall('hall', 'org', config);
  const idsOf = (kind: Device['kind']) =>
    config.devices.filter((device) => device.kind === kind).map(({ id }) => id);
  const clerk = async (place: number) => {
    const username = `clerk-${place}`;
    const named = { username, name: `员工${place}`, staffNumber: username, photoSeed: username };
    const account = {
      id: `person-${place}`,
      ...named,
      password: PASSWORD,
      roles: { hall: ['clerk'] as const },
    };
    await setUp.account('org', account);
    const client = new Client(server.url, 'hall');
    await client.signIn(username, PASSWORD, `hall-counter-${place}`);
    return client;
  };
  const screen = async (id: string) => {
    const client = new Client(server.url, 'hall');
    await client.enrol((await enrolment.offer('hall', id)).code);
    return client;
  };
  const [agentId] = idsOf('agent');
  const furnished = {
    clerks: await Promise.all(many(counters).map(clerk)),
    pads: await Promise.all(idsOf('pad').map(screen)),
    kiosks: await Promise.all(many(kiosks).map((place) => screen(`hall-kiosk-${place}`))),
    boards: await Promise.all(many(boards).map((place) => screen(`hall-board-${place}`))),
    agentCode: agentId === undefined ? null : (await enrolment.offer('hall', agentId)).code,
  };
  await server.close();
  return furnished;
}

const places = (kind: 'kiosk' | 'board', count: number): Device[] =>
  many(count).map((place) => ({ id: `hall-${kind}-${place}`, kind, name: `${kind} ${place}` }));
