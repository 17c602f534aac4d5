import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../apps/server/src/database/embedded-database.js';
import { SetUp } from '../../apps/server/src/halls/set-up.js';
import { startServer } from '../../apps/server/src/server.js';
import { testConfig, testMatters } from '../support/test-config.js';

/** Made by `npm run build:server`; `npm test` does it. */
const BUILT = join(process.cwd(), 'dist', 'apps', 'server', 'src');

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tingxu-test-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string[];
  err: string[];
}

/** Runs a program to its end. */
function run(program: string, env: Record<string, string>): Promise<Ended> {
  const { PATH = '', SystemRoot = '' } = process.env;
  const child = spawn(process.execPath, [join(BUILT, program)], { env: { PATH, SystemRoot, ...env } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (said.err += bytes.toString()));
  const lines = (text: string) => text.split('\n').filter(Boolean);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out: lines(said.out), err: lines(said.err) }));
  });
}

/** One clear line, without a stack, a secret or an empty promise; and not zero. */
async function failsWith(env: Record<string, string>, line: RegExp, program = 'main.js'): Promise<void> {
  const { code, out, err } = await run(program, { DATA_DIR: dataDir, PORT: '0', ...env });
  expect([out, err]).toEqual([[], [expect.stringMatching(line)]]);
  expect(code).not.toBe(0);
}

describe('a start that cannot be ends with one line that says what to do', () => {
  it.each([
    ['PORT', 'eighty', /bad settings: PORT:/],
    ['PORT', '70000', /bad settings: PORT:/],
    ['PUBLIC_URL', 'hall.example', /bad settings: PUBLIC_URL:/],
    ['DATABASE_URL', 'mysql://root:secret@db/x', /bad settings: DATABASE_URL: (?!.*secret)/],
    ['HOST', '203.0.113.7', /HOST is not an address of this machine/],
    ['DATABASE_URL', 'postgres://u:secret@127.0.0.1:1/x', /DATABASE_URL does not answer: (?!.*secret)/],
  ])('%s=%s', (name, value, line) => failsWith({ [name]: value }, line));

  it('several bad settings are named together', () =>
    failsWith(
      { PORT: '-1', PUBLIC_URL: 'x', DATABASE_URL: 'y' },
      /PORT: .*; PUBLIC_URL: .*; DATABASE_URL: /,
    ));

  it('a port in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    await failsWith({ PORT: port }, new RegExp(`port ${port} is in use; .*\\(PORT\\)`));
    await new Promise((resolve) => other.close(resolve));
  });

  it('a data folder that cannot be made', async () => {
    const file = join(dataDir, 'a-file');
    await writeFile(file, '');
    await failsWith({ DATA_DIR: join(file, 'data') }, /data folder .* cannot be written: /);
  });

  it('a data folder that may not be written', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'tingxu-closed-'));
    await chmod(closed, 0o500);
    // root may write everywhere: there a folder that no rights open stands in
    const folder = process.getuid?.() === 0 ? '/proc/tingxu' : closed;
    await failsWith({ DATA_DIR: folder }, /data folder .* cannot be written: /);
    await rm(closed, { recursive: true });
  });

  it('a data folder in use, for the server and for the verification of its ledgers', async () => {
    const onFatal = (cause: Error): never => {
      throw cause;
    };
    const holder = await openEmbedded({ dataDir, onFatal });
    await failsWith({}, /data folder .* is in use by another process/);
    await failsWith({}, /data folder .* is in use by another process/, 'ledger/verify.main.js');
    await holder.close();
  });
});

describe('npm run ledger:verify', () => {
  const verify = (env: Record<string, string>) => run('ledger/verify.main.js', { DATA_DIR: dataDir, ...env });

  it('makes no database where there is none, and says so', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'tingxu-empty-'));
    await failsWith({ DATA_DIR: empty }, /there is no database in/, 'ledger/verify.main.js');
    await rm(empty, { recursive: true });
    await failsWith({}, /has no ledger: no hall was ever set up in it/, 'ledger/verify.main.js');
  });

  it('has a line for each ledger and ends with 0; with 1 once one is broken', async () => {
    const nowhere = {
      port: 0,
      host: '127.0.0.1',
      publicUrl: undefined,
      databaseUrl: undefined,
      voiceDir: undefined,
    };
    const server = await startServer({ ...nowhere, dataDir });
    const setUp = server.app.get(SetUp);
    await setUp.organisation('org', testMatters);
    await setUp.hall('hall', 'org', testConfig('hall'));
    await server.close();
    const whole = await verify({});
    const events = expect.stringMatching(/^(hall|org): 1 events, unbroken, head [0-9a-f]{16}$/);
    expect(whole).toEqual({ code: 0, out: [events, events], err: [] });

    await mkdir(join(dataDir, 'heads'));
    await writeFile(join(dataDir, 'heads', 'vanished.log'), `2026-03-02 7 ${'0'.repeat(64)}\n`);
    const vanished = 'vanished: BROKEN: heads/vanished.log knows it, the database does not';
    expect(await verify({})).toEqual({ code: 1, out: [vanished, events, events], err: [] });

    await tamper(`ALTER TABLE event DISABLE TRIGGER event_stands; UPDATE event SET actor = 'x'`);
    const broken = await verify({});
    expect(broken.code).toBe(1);
    expect(broken.out).toEqual([
      vanished,
      'hall: BROKEN at event 1: its column actor disagrees with its record',
      'org: BROKEN at event 1: its column actor disagrees with its record',
    ]);
  });

  async function tamper(sql: string): Promise<void> {
    const onFatal = (cause: Error): never => {
      throw cause;
    };
    const database = await openEmbedded({ dataDir, onFatal });
    const client: pg.PoolClient = await database.pool.connect();
    await client.query(sql);
    client.release();
    await database.close();
  }
});
