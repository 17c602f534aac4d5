// PostgreSQL compiled to WASM, in a thread of its own, speaking the wire protocol over MessagePorts.
import fs from 'node:fs';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { DurableFiles, renameDurably, syncTree } from './durable-files.mjs';
import { clean, run, startEngine } from './engine.mjs';

const { dataDir, fsyncs, job, withoutHook } = workerData;
const TERMINATE = 0x58;

/** First start: built aside, made durable, then put in place by one rename; a start cut short leaves nothing. */
async function build() {
  const aside = `${dataDir}.new`;
  fs.rmSync(aside, { recursive: true, force: true });
  const engine = await PGlite.create(aside);
  await engine.close();
  syncTree(aside);
  renameDurably(aside, dataDir);
}

/** A commit that no fsync follows would be lost with the power: such an engine is refused. */
async function proveDurable(engine) {
  const before = Atomics.load(fsyncs, 0);
  await engine.query(`SELECT pg_logical_emit_message(true, 'tingxu', 'does a commit reach the disk')`);
  if (Atomics.load(fsyncs, 0) === before) throw new Error('a commit was not followed by an fsync');
}

/** Ends this thread at once: nothing more is run or acknowledged, and the next start recovers from the WAL. */
function crash(reason) {
  parentPort.postMessage({ crashed: reason });
  process.exit(70);
}

async function open() {
  // the folder is locked already; left empty by a power cut, this file would forbid every later start
  fs.rmSync(path.join(dataDir, 'postmaster.pid'), { force: true });
  const files = withoutHook ? new NodeFS(dataDir) : new DurableFiles(dataDir, fsyncs);
  const engine = await startEngine(files, crash);
  await proveDurable(engine);
  let last = Promise.resolve();
  const turn = (work) => (last = last.then(work).catch((error) => crash(String(error?.message ?? error))));
  parentPort.on('message', ({ connect }) => {
    if (connect) serve(engine, connect, turn);
    else turn(() => engine.close()).then(() => parentPort.postMessage({ closed: true }));
  });
}

function serve(engine, port, turn) {
  turn(() => run(engine, clean));
  port.on('message', (bytes) => {
    if (bytes[0] === TERMINATE) return port.close();
    turn(async () => {
      const answer = await run(engine, bytes);
      port.postMessage(answer, [answer.buffer]);
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
