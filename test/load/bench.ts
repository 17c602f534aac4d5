import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabaseUrl } from '../support/test-database.js';
import { frameRates } from './codec-frames.js';
import { bareLimits, fsyncCommits } from './limits.js';
import { measureAgent } from './measure-agent.js';
import { measureHall, type HallFigures } from './measure-hall.js';
import { searchPace } from './search-pace.js';
import { waitAccuracy } from './wait-accuracy.js';

/** Everything measured in this run: on the embedded database, and on PostgreSQL when TEST_DATABASE_URL names one. */
const embedded = await onDatabase(undefined);
const postgres = process.env['TEST_DATABASE_URL'] ? await onOwnPostgres() : undefined;
const figures = {
  ...embedded,
  ...(await measureAgent()),
  frames_per_s: frameRates(),
  ...(await bareLimits()),
  ...waitAccuracy(),
  ...searchPace(),
  ...(postgres ? { postgres } : {}),
};

console.log(JSON.stringify(figures, null, process.argv.includes('--json') ? 0 : 2));

async function onOwnPostgres(): Promise<HallFigures & { fsync_commits_per_s: number }> {
  const { url, drop } = await testDatabaseUrl();
  return onDatabase(url).finally(drop);
}

async function onDatabase(databaseUrl: string | undefined) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tingxu-bench-'));
  try {
    const hall = await measureHall({ dataDir, databaseUrl });
    return { ...hall, fsync_commits_per_s: await fsyncCommits(databaseUrl) };
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
