// PostgreSQL compiled to WASM, in a thread of its own, speaking the wire protocol over MessagePorts.
import { parentPort, workerData } from 'node:worker_threads';
import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { DurableFiles, renameDurably, syncTree } from './durable-files.mjs';

const { dataDir, fsyncs, job, withoutHook } = workerData;
const TERMINATE = 0x58;

const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_sync_method: 'fsync', // fdatasync does nothing in this build
  shared_buffers: '64MB',
  // no checkpointer here: the WAL grows until the next CHECKPOINT, and its files are used again
  min_wal_size: '64MB',
  max_wal_size: '256MB',
  jit: 'off',
  timezone: 'UTC',
};
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'), // -F is fsync=off
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/** First start: built aside, made durable, then put in place by one rename; a start cut short leaves nothing. */
async function build() {
  const aside = `${dataDir}.new`;
  fs.rmSync(aside, { recursive: true, force: true });
  const engine = await PGlite.create(aside);
  await engine.close();
  syncTree(aside);
  renameDurably(aside, dataDir);
}

const text = (sql) => {
  const body = Buffer.from(`${sql}\0`);
  const head = Buffer.from([0x51, 0, 0, 0, 0]);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);
/** There is one session for all: what a lost client left open in it must not take the next client's writes along. */
const clean = new Uint8Array(Buffer.concat([SYNC, text('ROLLBACK'), text('DISCARD ALL')]));

async function run(engine, bytes) {
  const answer = [];
  const onRawData = (part) => answer.push(Buffer.from(part));
  await engine.execProtocolRawStream(bytes, { syncToFs: false, onRawData });
  return new Uint8Array(Buffer.concat(answer));
}

/** A commit that no fsync follows would be lost with the power: such an engine is refused. */
async function provesDurable(engine) {
  const before = Atomics.load(fsyncs, 0);
  await engine.query(`SELECT pg_logical_emit_message(true, 'tingxu', 'does a commit reach the disk')`);
  return Atomics.load(fsyncs, 0) > before;
}

function serve(engine, port, turn) {
  turn(() => run(engine, clean));
  port.on('message', (bytes) => {
    if (bytes[0] === TERMINATE) return;
    turn(async () => {
      try {
        const answer = await run(engine, bytes);
        port.postMessage(answer, [answer.buffer]);
      } catch (error) {
        port.postMessage({ failed: String(error?.message ?? error) });
      }
    });
  });
}

async function open() {
  const errors = [];
  const onStderr = (line) => errors.push(line) > 20 && errors.shift();
  const files = withoutHook ? new NodeFS(dataDir) : new DurableFiles(dataDir, fsyncs);
  const engine = await PGlite.create({ fs: files, startParams, onStderr }).catch((error) => {
    throw new Error([error?.message ?? error, ...errors].join('; '));
  });
  if (!(await provesDurable(engine))) throw new Error('a commit was not followed by an fsync');
  let last = Promise.resolve();
  const turn = (work) => (last = last.then(work));
  parentPort.on('message', ({ connect }) => {
    if (connect) return serve(engine, connect, turn);
    turn(async () => {
      await engine.close();
      parentPort.postMessage({ closed: true });
    });
  });
}

try {
  await (job === 'build' ? build() : open());
  parentPort.postMessage({ ready: true });
} catch (error) {
  parentPort.postMessage({ refused: String(error?.message ?? error) });
}
if (job === 'build') process.exit(0); // ends this thread only; the memory of the building engine goes with it
