import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'socket.io-client';
import type { Role } from '#libs/hall/actor';
import { Enrolment } from '../../../apps/server/src/access/enrolment.js';
import { SetUp } from '../../../apps/server/src/halls/set-up.js';
import { Clock } from '../../../apps/server/src/clock.js';
import { startServer, type RunningServer } from '../../../apps/server/src/server.js';
import { Client } from '../../support/client.js';
import { entered } from '../../support/counter-desk.js';
import { testMatters } from '../../support/test-config.js';
import { testDatabaseUrl } from '../../support/test-database.js';
import { counterId, dayConfig, HOUR_S, MIDNIGHT, type DaySize } from './day-config.js';
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
}

/** A server on a fresh database, in the morning of its day, with every place taken. */
export class DayHall {
  private constructor(
    readonly server: RunningServer,
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
    await setUp.hall('hall', 'org', dayConfig(size));
    return new DayHall(server, async () => {
      await server.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  async staff({ counters, kiosks, boards }: DaySize): Promise<Staffed> {
    return {
      desks: await this.#each(counters, (place) => this.#desk(place)),
      pads: (await this.#each(counters, (place) => this.#screen(`hall-pad-${place + 1}`))).map(
        (socket) => new Pad(socket),
      ),
      kiosks: await this.#each(kiosks, (place) => this.#screen(`hall-kiosk-${place + 1}`)),
      boards: new Boards(await this.#each(boards, (place) => this.#screen(`hall-board-${place + 1}`))),
      guide: await this.#person('guide', 'guide', null),
      chief: await this.#person('chief', 'duty-chief', null),
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

  /** Resolves when the day's close is in the ledger: the clock has passed midnight. */
  async dayClosed(): Promise<boolean> {
    const ends = performance.now() + 20_000;
    for (;;) {
      const closed = await this.server.database.pool.query(`SELECT 1 FROM event WHERE type = 'day-closed'`);
      if (closed.rowCount === 1 || performance.now() > ends) return closed.rowCount === 1;
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
    const client = await this.#person(`clerk-${place + 1}`, 'clerk', counterId(place));
    return opened(client, { page: 'counter' });
  }

  async #screen(id: string): Promise<Socket> {
    const client = new Client(this.server.url, 'hall');
    await client.enrol((await this.server.app.get(Enrolment).offer('hall', id)).code);
    return opened(client, { page: 'screen', deviceId: id });
  }

  async #person(username: string, role: Role, counter: string | null): Promise<Client> {
    const named = { username, name: `员工 ${username}`, staffNumber: username, photoSeed: username };
    const account = { id: `person-${username}`, ...named, password: PASSWORD, roles: { hall: [role] } };
    await this.server.app.get(SetUp).account('org', account);
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
