import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, type Settings } from '../config.js';
import { DatabaseUnavailable } from '../database/database-unavailable.js';
import { openDatabase, type Database } from '../database/open-database.js';
import { createPrisma } from '../database/prisma-client.js';
import { plainFailure } from '../plain-failure.js';
import { hallsWithDayHeads } from './day-heads.js';
import { verifyLedger, type Verdict } from './verify.js';

/** What the person at the terminal reads: a line a ledger. */
function lineOf({ ledgerId, events, head, broken }: Verdict): string {
  return broken
    ? `${ledgerId}: BROKEN at event ${broken.sequence}: ${broken.what}`
    : `${ledgerId}: ${events} events, unbroken, head ${head.slice(0, 16)}`;
}

/** Verifying makes nothing: a folder without a database stays one. */
async function open({ dataDir, databaseUrl }: Settings): Promise<Database> {
  if (!databaseUrl && !existsSync(join(dataDir, 'pg')))
    throw new DatabaseUnavailable(`there is no database in ${dataDir} (DATA_DIR)`);
  const onFatal = (cause: Error) => {
    console.error(`the embedded database has ended: ${cause.message}`);
    process.exit(1);
  };
  return openDatabase({ url: databaseUrl, dataDir, onFatal });
}

async function ledgersOf({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query("SELECT to_regclass('ledger') IS NOT NULL AS there");
  if (!rows[0]?.there) return [];
  const ledgers = await pool.query<{ id: string }>('SELECT id FROM ledger ORDER BY id');
  return ledgers.rows.map(({ id }) => id);
}

async function verifyAll(settings: Settings): Promise<boolean> {
  const database = await open(settings);
  try {
    const ids = await ledgersOf(database);
    const gone = hallsWithDayHeads(settings.dataDir).filter((id) => !ids.includes(id));
    if (ids.length + gone.length === 0)
      throw new DatabaseUnavailable('this database has no ledger: no hall was ever set up in it');
    for (const id of gone) console.log(`${id}: BROKEN: heads/${id}.log knows it, the database does not`);
    let whole = gone.length === 0;
    const prisma = createPrisma(database);
    for (const id of ids) {
      const verdict = await verifyLedger(prisma, id, settings.dataDir);
      console.log(lineOf(verdict));
      whole &&= verdict.broken === null;
    }
    return whole;
  } finally {
    await database.close();
  }
}

try {
  process.exitCode = (await verifyAll(readSettings(process.env))) ? 0 : 1;
} catch (cause) {
  console.error(plainFailure(cause) ?? cause);
  process.exitCode = 1;
}
