import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'socket.io-client';
import { enrolAnswer } from '#libs/contracts/rest';
import type { Role } from '#libs/hall/actor';
import type { HallConfig } from '#libs/hall/config';
import { Enrolment } from '../../../apps/server/src/access/enrolment.js';
import { SetUp } from '../../../apps/server/src/halls/set-up.js';
import { Clock } from '../../../apps/server/src/clock.js';
import { startServer, type RunningServer } from '../../../apps/server/src/server.js';
import { Client } from '../../support/client.js';
import { entered } from '../../support/counter-desk.js';
import { testMatters } from '../../support/test-config.js';
import { testDatabaseUrl } from '../../support/test-database.js';
import { counterId, dayConfig, HOUR_S, MIDNIGHT, type DaySize } from './day-config.js';
import { agentId, clerkName, withServices, withSkills } from './day-services.js';
import { Boards, Pad } from './day-screens.js';

const PASSWORD = 'test-password';

/** Everybody who works in the hall, at their places, by the doors that they have at work. */
export interface Staffed {
  desks: Socket[];
  pads: Pad[];
  kiosks: Socket[];
  boards: Boards;
  guide: Client;
  chief: Client;
  /** The line of the agent beside the callers. */
  agent: Socket;
}

/** A server on a fresh database, in the morning of its day, with every place taken. */
export class DayHall {
  private constructor(
    readonly server: RunningServer,
    private readonly config: HallConfig,
    private readonly end: () => Promise<void>,
  ) {}

  static async open(size: DaySize): Promise<DayHall> {
    const database = await testDatabaseUrl();
    const dataDir = await mkdtemp(join(tmpdir(), 'tingxu-day-'));
    const clock = new Clock();
    clock.moveTo(new Date(MIDNIGHT.getTime() + (size.from - HOUR_S / 2) * 1000));
    const settings = { port: 0, host: '127.0.0.1', publicUrl: undefined, voiceDir: undefined };
    const server = await startServer({ ...settings, dataDir, databaseUrl: database.url }, clock);
    const setUp = server.app.get(SetUp);
    await setUp.organisation('org', testMatters);
    const config = withServices(dayConfig(size), size);
    await setUp.hall('hall', 'org', config);
    return new DayHall(server, config, async () => {
      await server.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  /** Whoever has shown nothing: a phone, or an agent before it is known. */
  get outside(): Client {
    return new Client(this.server.url, 'hall');
  }

  async staff({ counters, kiosks, boards }: DaySize): Promise<Staffed> {
    await this.#each(counters, (place) => this.#account(clerkName(place), 'clerk'));
    await this.#account('guide', 'guide');
    await this.#account('chief', 'duty-chief');
    await this.server.app.get(SetUp).configure('hall', withSkills(this.config));
    return {
      desks: await this.#each(counters, (place) => this.#desk(place)),
      pads: (await this.#each(counters, (place) => this.#screen(`hall-pad-${place + 1}`))).map(
        (socket) => new Pad(socket),
      ),
      kiosks: await this.#each(kiosks, (place) => this.#screen(`hall-kiosk-${place + 1}`)),
      boards: new Boards(await this.#each(boards, (place) => this.#screen(`hall-board-${place + 1}`))),
      guide: await this.#person('guide', null),
      chief: await this.#person('chief', null),
      agent: await this.#agent(),
    };
  }

  /** A visitor's phone, by the link of its slip. */
  async phone(followUrl: string): Promise<Socket> {
    const token = followUrl.split('/').at(-1) ?? '';
    const socket = new Client(this.server.url, 'hall').socket({ page: 'follow', token });
    await entered(socket);
    return socket;
  }

  /** The newest call that the hall has written down. */
  async newestCall(): Promise<number> {
    const { rows } = await this.server.database.pool.query<{ newest: number | null }>(
      'SELECT max(announcement) AS newest FROM call',
    );
    return rows[0]?.newest ?? 0;
  }

  /** Resolves when so many days' closes are in the ledger: the clock has passed midnight. */
  async daysClosed(count: number): Promise<void> {
    const ends = performance.now() + 20_000;
    for (;;) {
      const closed = await this.server.database.pool.query(`SELECT 1 FROM event WHERE type = 'day-closed'`);
      if (closed.rowCount === count) return;
      if (performance.now() > ends) throw new Error('the day was not closed at midnight');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  close(): Promise<void> {
    return this.end();
  }

  #each<Made>(count: number, make: (place: number) => Promise<Made>): Promise<Made[]> {
    return Promise.all(Array.from({ length: count }, (_none, place) => make(place)));
  }

  async #desk(place: number): Promise<Socket> {
    const client = await this.#person(clerkName(place), counterId(place));
    return opened(client, { page: 'counter' });
  }

  async #screen(id: string): Promise<Socket> {
    const client = new Client(this.server.url, 'hall');
    await client.enrol((await this.server.app.get(Enrolment).offer('hall', id)).code);
    return opened(client, { page: 'screen', deviceId: id });
  }

  async #agent(): Promise<Socket> {
    const { code } = await this.server.app.get(Enrolment).offer('hall', agentId);
    const answer = await this.outside.rest('POST', '/api/devices/enrol', { code });
    const { token } = enrolAnswer.parse(await answer.json());
    const socket = new Client(this.server.url, 'hall').socket({ token }, '/agent');
    await entered(socket);
    return socket;
  }

  async #account(username: string, role: Role): Promise<void> {
    const named = { username, name: `员工 ${username}`, staffNumber: username, photoSeed: username };
    const account = { id: `person-${username}`, ...named, password: PASSWORD, roles: { hall: [role] } };
    await this.server.app.get(SetUp).account('org', account);
  }

  async #person(username: string, counter: string | null): Promise<Client> {
    const client = new Client(this.server.url, 'hall');
    const answer = await client.signIn(username, PASSWORD, counter);
    if (!answer.ok) throw new Error(`${username} cannot sign in: ${await answer.text()}`);
    return client;
  }
}

async function opened(client: Client, page: object): Promise<Socket> {
  const socket = client.socket(page);
  await entered(socket);
  return socket;
}
