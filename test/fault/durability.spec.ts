import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { openEmbedded } from '../../apps/server/src/database/embedded-database.js';
import { tidy } from '../../apps/server/src/database/maintenance.js';

let fresh: string;
let dataDir: string;
const folder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'durability-'));
const remove = (dir: string) => fs.rmSync(dir, { recursive: true, force: true });

beforeAll(async () => {
  dataDir = fresh = folder();
  await (await open()).close();
});
afterAll(() => remove(fresh));
beforeEach(() => {
  dataDir = folder();
  fs.cpSync(fresh, dataDir, { recursive: true });
});
afterEach(() => remove(dataDir));

const open = () =>
  openEmbedded({
    dataDir,
    onFatal: (error) => {
      throw error;
    },
  });

async function numbersAfterRestart(): Promise<number[]> {
  const database = await open();
  const { rows } = await database.pool.query<{ n: number }>('SELECT n FROM t ORDER BY n');
  await database.close();
  return rows.map(({ n }) => n);
}

/** Another process that writes through the built module; it is killed when `enough` rows are acknowledged. */
function writer(enough: number): Promise<{ acknowledged: number[]; said: string }> {
  const script = path.join(import.meta.dirname, 'power-cut-writer.mjs');
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  const acknowledged: number[] = [];
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  readline.createInterface({ input: child.stdout }).on('line', (line) => {
    if (line !== 'open') acknowledged.push(Number(line));
    if (acknowledged.length >= enough) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', () => resolve({ acknowledged, said })));
}

it('brings every commit to the disk before it is acknowledged', async () => {
  const database = await open();
  await database.pool.query('CREATE TABLE t (n integer)');
  for (let n = 0; n < 20; n++) {
    const before = database.fsyncs();
    await database.pool.query('INSERT INTO t VALUES ($1)', [n]);
    expect(database.fsyncs()).toBeGreaterThan(before);
  }
  await database.close();
});

it('brings many rows of one transaction to the disk with one fsync', async () => {
  const database = await open();
  await database.pool.query('CREATE TABLE t (n integer)');
  const before = database.fsyncs();
  await database.pool.query('INSERT INTO t SELECT generate_series(1, 50)');
  expect(database.fsyncs() - before).toBe(1n);
  await database.close();
});

it('is not opened when commits cause no fsync', async () => {
  const unhooked = openEmbedded({ dataDir, onFatal: () => undefined, withoutHook: true });
  await expect(unhooked).rejects.toThrow('a commit was not followed by an fsync');
});

it('ends, and acknowledges nothing more, when the engine cannot write its log', async () => {
  let onFatal = (error: Error): void => void error;
  const ended = new Promise<Error>((resolve) => (onFatal = resolve));
  const database = await openEmbedded({ dataDir, onFatal });
  await database.pool.query('CREATE TABLE t (n integer)');
  fs.rmSync(path.join(dataDir, 'pg', 'pg_wal'), { recursive: true });
  await database.pool.query('SELECT pg_switch_wal()');
  await expect(database.pool.query('INSERT INTO t VALUES (1)')).rejects.toThrow();
  expect((await ended).message).toContain('PANIC');
  await database.close();
});

it('refuses a folder that this process has open already', async () => {
  const database = await open();
  await expect(open()).rejects.toThrow(`data folder ${dataDir} is in use by another process`);
  await database.close();
});

it('refuses a folder that another process has open, and takes it when that process is dead', async () => {
  const database = await open();
  expect(await writer(1)).toEqual({
    acknowledged: [],
    said: `data folder ${dataDir} is in use by another process\n`,
  });
  await database.close();
  expect((await writer(1)).acknowledged).toContain(1);
});

it('says in one sentence that a folder cannot be written', async () => {
  const below = path.join(dataDir, 'pg', 'PG_VERSION', 'data');
  const opening = openEmbedded({ dataDir: below, onFatal: () => undefined });
  await expect(opening).rejects.toThrow(`data folder ${below} cannot be written`);
});

it('keeps the next acknowledged row when a client was dropped inside a transaction', async () => {
  const database = await open();
  await database.pool.query('CREATE TABLE t (n integer)');
  const client = await database.pool.connect();
  await client.query('BEGIN');
  await client.query('INSERT INTO t VALUES (1)');
  client.release(true);
  await database.pool.query('INSERT INTO t VALUES (2)');
  await database.close();
  expect(await numbersAfterRestart()).toEqual([2]);
});

it('is not blocked by a text of several statements that fails inside its transaction', async () => {
  const database = await open();
  await database.pool.query('CREATE TABLE t (n integer)');
  const failing = database.pool.query('BEGIN; INSERT INTO t VALUES (1); SELECT 1 / 0; COMMIT');
  await expect(failing).rejects.toThrow('division by zero');
  await database.pool.query('INSERT INTO t VALUES (2)');
  await database.close();
  expect(await numbersAfterRestart()).toEqual([2]);
});

it('has every acknowledged row after its process was killed', async () => {
  const { acknowledged } = await writer(200);
  expect(acknowledged.length).toBeGreaterThanOrEqual(200);
  const database = await open();
  const { rows } = await database.pool.query<{ id: number }>('SELECT id FROM acknowledged');
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
  await database.close();
});

it('cleans a table up once it has changed enough, and then leaves it alone', async () => {
  const database = await open();
  await database.pool.query('CREATE TABLE t AS SELECT generate_series(1, 3000) AS n');
  expect(await tidy(database.pool)).toEqual(['public.t']);
  expect(await tidy(database.pool)).toEqual([]);
  await database.close();
});
