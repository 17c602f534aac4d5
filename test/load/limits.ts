import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { openEmbedded } from '../../apps/server/src/database/embedded-database.js';
import { entered } from '../support/counter-desk.js';
import { afterAll, percentile, perSecond, spans } from './pace.js';

const CLIENTS = 20;
const SCREENS = 200;

/** One row, one commit, one after another, on the engine alone: the rate at which this disk takes a promise. */
export async function fsyncCommits(databaseUrl: string | undefined): Promise<number> {
  if (databaseUrl) {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
    return commits(pool).finally(() => pool.end());
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'tingxu-bench-bare-'));
  const onFatal = (cause: Error) => {
    throw cause;
  };
  const database = await openEmbedded({ dataDir, onFatal });
  const rate = await commits(database.pool);
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
  return rate;
}

async function commits(pool: pg.Pool): Promise<number> {
  await pool.query('CREATE TABLE bare (id serial PRIMARY KEY, word text)');
  const insert = { name: 'bare', text: 'INSERT INTO bare (word) VALUES ($1)', values: ['one word'] };
  return perSecond([async () => (await pool.query(insert)).rowCount === 1]);
}

export interface BareLimits {
  empty_http_per_s: number;
  bare_ws_fanout_ms: number;
  bare_ws_fanout_p99_ms: number;
}

/** An empty POST by 20 keep-alive clients, and one word to 200 sockets until the last one has it. */
export async function bareLimits(): Promise<BareLimits> {
  const child = fork(join(import.meta.dirname, 'bare.child.js'));
  const [{ port }] = await once(child, 'message');
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const empty_http_per_s = await perSecond(Array.from({ length: CLIENTS }, () => () => post(agent, port)));
  agent.destroy();
  const fanout = await fanOut(`http://127.0.0.1:${port}`);
  child.disconnect();
  return {
    empty_http_per_s,
    bare_ws_fanout_ms: percentile(fanout, 0.5),
    bare_ws_fanout_p99_ms: percentile(fanout, 0.99),
  };
}

function post(agent: Agent, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': 2 };
    const asking = request(
      { agent, port, host: '127.0.0.1', method: 'POST', path: '/', headers },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode === 200));
      },
    );
    asking.once('error', reject);
    asking.end('{}');
  });
}

async function fanOut(url: string): Promise<number[]> {
  const sockets = Array.from({ length: SCREENS }, () =>
    io(url, { forceNew: true, transports: ['websocket'] }),
  );
  await Promise.all(sockets.map(entered));
  const [first] = sockets;
  const taken = await spans(100, () => toEverybody(sockets, () => first?.emit('tell-all')));
  for (const socket of sockets) socket.close();
  return taken;
}

async function toEverybody(sockets: readonly Socket[], tell: () => void): Promise<void> {
  const { told, all } = afterAll(sockets.length);
  for (const socket of sockets) socket.once('told', told);
  tell();
  await all;
}
