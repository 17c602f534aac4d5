import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#libs/hall/actor';
import { Enrolment } from '../../apps/server/src/access/enrolment.js';
import { SetUp } from '../../apps/server/src/halls/set-up.js';
import { Clock } from '../../apps/server/src/clock.js';
import type { Settings } from '../../apps/server/src/config.js';
import { startServer, type RunningServer } from '../../apps/server/src/server.js';
import { Client } from './client.js';
import { databaseFolder } from './database-folder.js';
import { testConfig, testMatters, type Shape } from './test-config.js';
import { testDatabaseUrl } from './test-database.js';

export const PASSWORD = 'test-password';
/** A Monday morning in the hall. */
export const MONDAY = new Date('2026-03-02T01:00:00Z');

/** A real server on a real database, with a clock the test moves, and the words to act in it. */
export class TestHall {
  private constructor(
    private running: RunningServer,
    readonly id: string,
    private readonly end: () => Promise<void>,
    private readonly settings: Settings,
  ) {}

  static async start(shape: Shape = {}, at: Date | null = MONDAY): Promise<TestHall> {
    const database = await testDatabaseUrl();
    const dataDir = database.url ? await mkdtemp(join(tmpdir(), 'tingxu-test-')) : await databaseFolder();
    const settings = {
      port: 0,
      host: '127.0.0.1',
      publicUrl: undefined,
      dataDir,
      databaseUrl: database.url,
      voiceDir: undefined,
    };
    const server = await startServer(settings);
    if (at) server.clock.moveTo(at);
    const setUp = server.app.get(SetUp);
    await setUp.organisation('org', testMatters);
    await setUp.hall('hall', 'org', testConfig('hall', shape));
    await setUp.hall('other', 'org', testConfig('other', { counters: 1, prefixes: 'A' }));
    const end = async () => {
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    };
    return new TestHall(server, 'hall', end, settings);
  }

  get server(): RunningServer {
    return this.running;
  }

  get dataDir(): string {
    return this.settings.dataDir;
  }

  get clock() {
    return this.server.clock;
  }

  /** Stops the server and starts it again on its data, where its pages look for it; `meanwhile` there is none. */
  async restart(meanwhile: () => Promise<void>): Promise<void> {
    const clock = new Clock();
    clock.moveTo(this.clock.now());
    const port = Number(new URL(this.server.url).port);
    await this.server.close();
    await meanwhile();
    this.running = await startServer({ ...this.settings, port }, clock);
  }

  /** A member of staff with these roles, not yet signed in. */
  async hire(username: string, roles: readonly Role[], hallId = this.id): Promise<void> {
    await this.server.app.get(SetUp).account('org', {
      ...{
        id: `person-${username}`,
        username,
        name: `员工${username}`,
        staffNumber: username,
        photoSeed: username,
      },
      password: PASSWORD,
      roles: { [hallId]: roles },
    });
  }

  /** Signs in at a counter, or (null) at a desk. */
  async signIn(username: string, counter: number | null, hallId = this.id): Promise<Client> {
    const client = new Client(this.server.url, hallId);
    await client.signIn(username, PASSWORD, counter === null ? null : `${hallId}-counter-${counter}`);
    return client;
  }

  /** A clerk who sits at a counter. */
  async clerk(counter: number, hallId = this.id): Promise<Client> {
    const username = `clerk-${hallId}-${counter}`;
    await this.hire(username, ['clerk'], hallId);
    return this.signIn(username, counter, hallId);
  }

  /** A screen that has taken its place. */
  async screen(deviceId: string, hallId = this.id): Promise<Client> {
    const { code } = await this.server.app.get(Enrolment).offer(hallId, deviceId);
    const client = new Client(this.server.url, hallId);
    await client.enrol(code);
    return client;
  }

  kiosk(): Promise<Client> {
    return this.screen(`${this.id}-kiosk`);
  }

  /** An agent's enrolment code. */
  async code(deviceId: string): Promise<string> {
    return (await this.server.app.get(Enrolment).offer(this.id, deviceId)).code;
  }

  nobody(hallId = this.id): Client {
    return new Client(this.server.url, hallId);
  }

  async stop(): Promise<void> {
    await this.server.close();
    await this.end();
  }
}
