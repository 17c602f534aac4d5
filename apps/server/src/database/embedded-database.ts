import fs from 'node:fs';
import path from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import pg from 'pg';
import { lockDataDir } from './data-dir-lock.js';
import type { Database } from './database.js';
import { DatabaseUnavailable } from './database-unavailable.js';
import { keepInOrder } from './maintenance.js';
import { PortStream } from './port-stream.js';

export interface EmbeddedOptions {
  dataDir: string;
  onFatal: (error: Error) => void;
  /** Only the durability test takes the fsync hook out, to see that opening is refused. */
  withoutHook?: boolean;
}

export interface EmbeddedDatabase extends Database {
  /** How many times the engine's files reached the disk since it was opened. */
  fsyncs(): bigint;
}

type WorkerReport = { ready: true } | { closed: true } | { refused: string };

export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dir = path.resolve(options.dataDir);
  makeWritable(dir);
  const unlock = await lockDataDir(dir);
  try {
    return await openLocked(dir, options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openLocked(dir: string, options: EmbeddedOptions, unlock: () => void): Promise<EmbeddedDatabase> {
  const dataDir = path.join(dir, 'pg');
  const counter = new BigInt64Array(new SharedArrayBuffer(8));
  const { withoutHook = false, onFatal } = options;
  const start = async (job: 'build' | 'open') => {
    const file = new URL('./embedded.worker.mjs', import.meta.url);
    const worker = new Worker(file, { workerData: { dataDir, fsyncs: counter, withoutHook, job } });
    await ready(worker, dir);
    return worker;
  };
  if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) await start('build');
  const worker = await start('open');
  let closing = false;
  const fatal = (error: Error) => {
    if (!closing) onFatal(error);
  };
  worker.on('error', fatal);
  worker.on('exit', (code) => fatal(new Error(`the embedded database ended by itself (${code})`)));
  const pool = poolOver(worker);
  const stopKeeping = keepInOrder(pool);
  const close = async () => {
    stopKeeping();
    await pool.query('CHECKPOINT').catch(() => undefined); // so that the next start has nothing to recover
    await pool.end();
    closing = true;
    await closed(worker);
    await worker.terminate();
    unlock();
  };
  return { pool, embedded: true, close, fsyncs: () => Atomics.load(counter, 0) };
}

/** The engine has one session, so there is exactly one connection, and it stays. */
function poolOver(worker: Worker): pg.Pool {
  const stream = () => {
    const { port1, port2 } = new MessageChannel();
    worker.postMessage({ connect: port2 }, [port2]);
    return new PortStream(port1);
  };
  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    stream,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function ready(worker: Worker, dir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (why: string) =>
      reject(new DatabaseUnavailable(`the database in data folder ${dir} cannot be opened: ${why}`));
    worker.once('error', (error) => refuse(error.message));
    worker.once('exit', (code) => refuse(`the engine ended (${code})`));
    worker.once('message', (report: WorkerReport) => {
      worker.removeAllListeners();
      if ('refused' in report) void worker.terminate().then(() => refuse(report.refused));
      else resolve();
    });
  });
}

function closed(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('message', () => resolve());
    worker.once('exit', () => resolve());
    worker.postMessage({ close: true });
  });
}

/** Tried, not asked: access rights say nothing of a read-only or full disk. */
function makeWritable(dir: string): void {
  const probe = path.join(dir, `.write-${process.pid}`);
  try {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
    fs.writeFileSync(probe, 'x');
    fs.rmSync(probe);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`data folder ${dir} cannot be written: ${why}`);
  }
}
