import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Database } from './database.js';
import { DatabaseUnavailable } from './database-unavailable.js';

/** The lock that Prisma Migrate takes, so that it and several starting servers wait for each other. */
const MIGRATION_LOCK = 72707369;

const MIGRATIONS_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

/** Applies prisma/migrations as `prisma migrate deploy` does and keeps its table, with no engine. Returns the names applied. */
export async function migrate(database: Database, dir = migrationsDir()): Promise<string[]> {
  const client = await database.pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(MIGRATIONS_TABLE);
    const pending = pendingOf(migrationsIn(dir), await appliedIn(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}

async function appliedIn(client: pg.PoolClient): Promise<Map<string, Applied>> {
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

function pendingOf(known: Migration[], applied: Map<string, Applied>): Migration[] {
  const names = new Set(known.map(({ name }) => name));
  const foreign = [...applied.keys()].find((name) => !names.has(name));
  if (foreign) throw new DatabaseUnavailable(`the database is newer than this program: it has ${foreign}`);
  return known.filter(({ name, checksum }) => {
    const was = applied.get(name);
    if (was && !was.finished_at)
      throw new DatabaseUnavailable(`migration ${name} was begun and not finished`);
    if (was && was.checksum !== checksum) {
      throw new DatabaseUnavailable(`migration ${name} was changed after it was applied`);
    }
    return !was;
  });
}

/** A migration and its row are one transaction: one that fails leaves nothing behind. */
async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${name} failed`, { cause });
  }
}

function migrationsIn(dir: string): Migration[] {
  return fs
    .readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => read(dir, name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The sum is over Unix line ends, so that a checkout on Windows is the same migration. */
function read(dir: string, name: string): Migration {
  const sql = fs.readFileSync(path.join(dir, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

/** The nearest prisma/migrations above this file: the same one from the sources and from dist. */
export function migrationsDir(from = import.meta.dirname): string {
  const dir = path.join(from, 'prisma', 'migrations');
  if (fs.existsSync(dir)) return dir;
  const above = path.dirname(from);
  if (above === from) throw new Error('prisma/migrations is missing from this installation');
  return migrationsDir(above);
}
