import fs from 'node:fs';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import pg from 'pg';
import { lockDataDir } from './data-dir-lock.js';
import type { Database } from './database.js';
import { closeWorker, connectTo, onceEnded, startWorker } from './engine-worker.js';
import { keepInOrder } from './maintenance.js';
import { makeWritable } from './writable-folder.js';

export interface EmbeddedOptions {
  dataDir: string;
  /** The engine ended by itself; the process has to end, and the next start recovers from the WAL. */
  onFatal: (error: Error) => void;
  /** Only the durability test takes the fsync hook out, to see that opening is refused. */
  withoutHook?: boolean;
}

export interface EmbeddedDatabase extends Database {
  /** How many times the engine's files reached the disk since it was opened. */
  fsyncs(): bigint;
}

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

async function openLocked(
  dir: string,
  options: EmbeddedOptions,
  unlock: () => void,
): Promise<EmbeddedDatabase> {
  const dataDir = path.join(dir, 'pg');
  const fsyncs = new BigInt64Array(new SharedArrayBuffer(8));
  const what = { dataDir, fsyncs, withoutHook: options.withoutHook ?? false };
  if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) await startWorker({ job: 'build', ...what });
  const worker = await startWorker({ job: 'open', ...what });
  let state: 'open' | 'closing' | 'ended' = 'open';
  const pool = poolOver(worker);
  const stopKeeping = keepInOrder(pool);
  onceEnded(worker, (error) => {
    stopKeeping();
    const unexpected = state === 'open';
    state = 'ended';
    if (unexpected) options.onFatal(error);
  });
  const close = async () => {
    stopKeeping();
    if (state === 'open') await pool.query('CHECKPOINT'); // so that the next start has nothing to recover
    await pool.end();
    if (state === 'open') {
      state = 'closing';
      await closeWorker(worker);
    }
    unlock();
  };
  return { pool, embedded: true, close, fsyncs: () => Atomics.load(fsyncs, 0) };
}

/** The engine has one session, so there is exactly one connection, and it stays. */
function poolOver(worker: Worker): pg.Pool {
  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    pipeline: true, // the ledger does not wait from statement to statement
    stream: () => connectTo(worker),
  });
  const heard = () => undefined;
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  return pool;
}
