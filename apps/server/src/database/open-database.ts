import pg from 'pg';
import type { Database } from './database.js';
import { openEmbedded } from './embedded-database.js';
import { DatabaseUnavailable } from './database-unavailable.js';

export type { Database } from './database.js';

export interface DatabaseOptions {
  /** A PostgreSQL server; without it the embedded database in the data folder is used. */
  url?: string | undefined;
  dataDir: string;
  /** The embedded engine ended by itself; the process has to end, and the next start recovers from the WAL. */
  onFatal: (error: Error) => void;
}

export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openServer(options.url) : openEmbedded(options);
}

async function openServer(url: string): Promise<Database> {
  // adapter-pg stores wrong instants when the database has another time zone
  const pool = new pg.Pool({ connectionString: url, max: 10, pipeline: true, options: '-c timezone=UTC' });
  // A lost connection is answered to its query; unheard as an event it would end the process.
  const heard = () => undefined;
  pool.on('error', heard);
  pool.on('connect', (client) => client.on('error', heard));
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw new DatabaseUnavailable(`the database of DATABASE_URL does not answer: ${reason(error)}`);
  }
  return { pool, embedded: false, close: () => pool.end() };
}

/** Several addresses refused are an AggregateError, whose own message is empty. */
function reason(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}
