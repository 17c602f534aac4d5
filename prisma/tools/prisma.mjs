// The Prisma CLI without its engine downloads: `node prisma/tools/prisma.mjs <prisma's own words>`, and two of ours:
//   migration <name>   writes the next migration from the schema, with no database
//   check              fails when schema and migrations disagree
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const [command, ...rest] = process.argv.slice(2);

if (command === 'migration' || command === 'check') {
  const { check, writeMigration } = await import('./migrations.mjs');
  const work = command === 'check' ? check() : writeMigration(rest[0]);
  await work.catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
} else {
  process.exitCode = command === 'generate' ? generate() : (run('inherit').status ?? 1);
}

/** At install: quick, and silent unless it fails. Without the development packages there is nothing to generate with. */
function generate() {
  if (!cli()) return 0;
  const { status, stdout, stderr } = run('pipe');
  if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
  return status ?? 1;
}

function run(stdio) {
  // `generate` asks only whether an engine is there; the others talk to it
  const engine =
    command === 'generate' ? process.execPath : path.join(import.meta.dirname, 'schema-engine.mjs');
  const args = [cli(), command, ...rest, ...(command === 'generate' ? ['--no-hints'] : [])];
  const env = {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: engine,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const cwd = path.resolve(import.meta.dirname, '../..');
  return spawnSync(process.execPath, args.filter(Boolean), { cwd, env, stdio, encoding: 'utf8' });
}

function cli() {
  try {
    return createRequire(import.meta.url).resolve('prisma/build/index.js');
  } catch {
    return undefined;
  }
}
