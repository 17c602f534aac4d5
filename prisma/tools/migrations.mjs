import fs from 'node:fs';
import path from 'node:path';
import { offline } from './adapters.mjs';
import { startEngine } from './wasm-engine.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dir = path.join(root, 'migrations');
const schema = path.join(root, 'schema.prisma');
const LOCK = 'migration_lock.toml';
const LOCK_TEXT =
  '# Prisma reads from this file which kind of database the migrations are for.\nprovider = "postgresql"\n';

/** Writes what the migrations lack of the schema as one more migration. Needs no database. */
export async function writeMigration(name, now = new Date()) {
  if (!/^[a-z][a-z0-9_]*$/.test(name ?? ''))
    throw new Error('a migration is named in lower case: add_ticket_note');
  const { sql } = await difference();
  if (!sql) return console.log('The migrations already make this schema.');
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const target = path.join(dir, `${stamp}_${name}`);
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(dir, LOCK), LOCK_TEXT);
  fs.writeFileSync(path.join(target, 'migration.sql'), sql);
  console.log(path.relative(process.cwd(), path.join(target, 'migration.sql')));
}

/** Partial indexes are written by hand in a migration's SQL; the engine leaves them out of the comparison. */
export async function check() {
  const { sql } = await difference();
  if (!sql) return console.log('Schema and migrations agree.');
  console.error(`The migrations lack this of the schema:\n\n${sql}`);
  process.exitCode = 1;
}

async function difference() {
  const engine = await startEngine(offline, undefined, (message) => console.error(message));
  const result = await engine.diff({
    from: { tag: 'migrations', ...migrationList() },
    to: { tag: 'schemaDatamodel', files: [{ path: schema, content: fs.readFileSync(schema, 'utf8') }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return { sql: result.exitCode === 0 ? '' : result.stdout };
}

function migrationList() {
  const lock = path.join(dir, LOCK);
  return {
    baseDir: dir,
    lockfile: { path: LOCK, content: fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : LOCK_TEXT },
    shadowDbInitScript: '',
    migrationDirectories: names().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: fs.readFileSync(path.join(dir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

function names() {
  if (!fs.existsSync(dir)) return [];
  const folders = fs.readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}
