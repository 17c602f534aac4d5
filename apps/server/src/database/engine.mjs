import { PGlite } from '@electric-sql/pglite';

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

export async function startEngine(files, onCrash) {
  const said = [];
  const onStderr = (line) => said.push(line) > 20 && said.shift();
  const engine = await PGlite.create({ fs: files, startParams, onStderr }).catch((error) => {
    throw new Error([error?.message ?? error, ...said].join('; '));
  });
  tellCrashes(engine.Module, (error) =>
    onCrash(said.find((line) => line.includes('PANIC:')) ?? String(error?.message ?? error)),
  );
  return engine;
}

const ORDINARY_ERROR = 100;

/**
 * PGlite passes over whatever its engine throws and goes on, even after a PANIC (a failed fsync), and then turns in a
 * circle for ever. Everything but the ordinary SQL error, which it throws as this status, is the end of the engine.
 */
function tellCrashes(module, onCrash) {
  const loop = module._PostgresMainLoopOnce;
  if (typeof loop !== 'function')
    throw new Error('the embedded engine is not the one this program was made for');
  module._PostgresMainLoopOnce = () => {
    try {
      return loop();
    } catch (error) {
      if (error?.status !== ORDINARY_ERROR) onCrash(error);
      throw error;
    }
  };
}

/** Runs bytes of the wire protocol. The engine's other entrances keep every answer in memory for good. */
export async function run(engine, bytes) {
  const answer = [];
  const onRawData = (part) => answer.push(Buffer.from(part));
  await engine.execProtocolRawStream(bytes, { syncToFs: false, onRawData });
  return new Uint8Array(Buffer.concat(answer));
}

const SYNC = Buffer.from([0x53, 0, 0, 0, 4]);
const query = (sql) => {
  const body = Buffer.from(`${sql}\0`);
  const head = Buffer.from([0x51, 0, 0, 0, 0]);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

/** There is one session for all: what a lost client left open in it must not take the next client's writes along. */
export const clean = new Uint8Array(Buffer.concat([SYNC, query('ROLLBACK'), query('DISCARD ALL')]));
