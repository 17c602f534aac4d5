#!/usr/bin/env node
// What the Prisma CLI takes for its native schema engine (PRISMA_SCHEMA_ENGINE_BINARY): the same JSON-RPC on
// standard input and output. The CLI starts this file itself, so `prisma migrate` needs a system that runs it (not Windows).
import fs from 'node:fs';
import readline from 'node:readline';
import { offline, server } from './adapters.mjs';
import { log, manageDatabase } from './database-commands.mjs';
import { startEngine } from './wasm-engine.mjs';

const args = process.argv.slice(2);
const values = (name) => args.flatMap((arg, at) => (arg === name ? [args[at + 1]] : []));
const { url = '' } = JSON.parse(values('--datasource')[0] ?? '{}');
const LIVE = ['url', 'schemaDatasource'];

let started;
/** One engine a process, as the CLI asks one question a process; a comparison of files asks no server. */
function engineFor({ method, params }) {
  const live = method !== 'diff' || LIVE.includes(params.from.tag) || LIVE.includes(params.to.tag);
  const models = values('--datamodels').map((file) => [file, fs.readFileSync(file, 'utf8')]);
  started ??= startEngine(
    url && live ? server(url) : offline,
    models.length ? models : undefined,
    (message) => log('ERROR', message),
  );
  return started;
}

const say = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

async function answer(request) {
  const engine = await engineFor(request);
  if (request.method === 'getDatabaseVersion') return engine.version(request.params);
  if (request.method === 'createDatabase') return { databaseName: '' };
  const result = await engine[request.method](request.params);
  // the native engine hands the text of a comparison over by a call of its own
  if (request.method === 'diff' && result?.stdout != null) {
    say({ id: `print-${request.id}`, method: 'print', params: { content: result.stdout } });
  }
  return result ?? {};
}

function failure(error) {
  const data = {
    is_panic: false,
    message: error?.message ?? String(error),
    error_code: error?.code,
    meta: error?.meta,
  };
  return { code: 4466, message: 'An error happened. Check the data field for details.', data };
}

function serve() {
  let last = Promise.resolve();
  const lines = readline.createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const request = JSON.parse(line);
    if (!request.method) return;
    last = last
      .then(() => answer(request))
      .then(
        (result) => say({ id: request.id, result }),
        (error) => say({ id: request.id, error: failure(error) }),
      );
  });
  lines.on('close', () => last.then(() => process.exit(0)));
}

if (args.includes('--version')) console.log('schema-engine-cli 0edf323efd1d98336f3f0a68684b56f689b900d3');
else if (args.includes('cli')) process.exitCode = await manageDatabase(args.at(-1), url);
else serve();
