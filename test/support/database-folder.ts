import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../apps/server/src/database/migrate.js';
import { openDatabase } from '../../apps/server/src/database/open-database.js';

const onFatal = (cause: Error): never => {
  throw cause;
};

/** A new data folder with an empty, migrated database: copied from one that is built once for each set of migrations. */
export async function databaseFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tingxu-test-'));
  cpSync(await template(), folder, { recursive: true });
  return folder;
}

async function template(): Promise<string> {
  const ready = join(tmpdir(), `tingxu-template-${migrationsHash()}`);
  if (existsSync(ready)) return ready;
  const building = `${ready}-${randomUUID()}`;
  const database = await openDatabase({ dataDir: building, onFatal });
  await migrate(database);
  await database.close();
  try {
    renameSync(building, ready);
  } catch {
    rmSync(building, { recursive: true, force: true }); // another test file was faster
  }
  return ready;
}

function migrationsHash(): string {
  const dir = join(import.meta.dirname, '../../prisma/migrations');
  const hash = createHash('sha256');
  for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort())
    if (name.endsWith('.sql')) hash.update(readFileSync(join(dir, name)));
  return hash
    .update(readFileSync(join(dir, '../../package.json')))
    .digest('hex')
    .slice(0, 16);
}
