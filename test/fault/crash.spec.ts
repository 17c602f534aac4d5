import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from '../../apps/server/src/database/embedded-database.js';
import { createPrisma } from '../../apps/server/src/database/prisma-client.js';
import { verifyLedger } from '../../apps/server/src/ledger/verify.js';
import { BuiltServer } from '../support/built-server.js';
import { brokenLink } from '../support/chain-recount.js';
import { databaseFolder } from '../support/database-folder.js';
import { furnish } from '../support/furnished-hall.js';
import { Recount } from '../support/recount.js';
import { Crowd } from './crash-crowd.js';

const FALLS = 20;
/** Answers between start and fall: some dozens of transactions. */
const ANSWERS = 100;

let dataDir: string;
let crowd: Crowd;
let server: BuiltServer;

beforeAll(async () => {
  dataDir = await databaseFolder();
  crowd = new Crowd(
    await furnish({ dataDir, databaseUrl: undefined }, { counters: 4, kiosks: 4, boards: 0 }),
  );
});
afterAll(async () => {
  await server?.kill();
  await rm(dataDir, { recursive: true, force: true });
});

it('loses nothing it has answered, and does nothing twice, when it is killed 20 times at work', async () => {
  let doubts = 0;
  for (let fall = 0; fall <= FALLS; fall++) {
    const fallen = fall === 0 ? null : await copyOfFallen();
    // the copy is examined while the server itself recovers
    [server] = await Promise.all([BuiltServer.start(dataDir, undefined), fallen && examine(fallen)]);
    await crowd.enter(server.url);
    const repeated = await crowd.repeatDoubts();
    expect(repeated.differing, `after fall ${fall}`).toEqual([]);
    expect(await crowd.repeatAnswered(2 * ANSWERS), `after fall ${fall}`).toEqual([]);
    doubts += repeated.doubts;
    if (fall < FALLS) await fallAtWork(fall);
  }
  await server.stop();
  await examine(await copyOfFallen());
  expect(doubts).toBeGreaterThan(FALLS); // it did fall in the middle of things
  for (const name of ['issue', 'next', 'begin', 'finish', 'rate'])
    expect(accepted(name)).toBeGreaterThan(FALLS);
}, 400_000);

const accepted = (name: string): number =>
  crowd.asked.filter((asked) => asked.name === name && asked.reply?.ok).length;

/** Each time a millisecond later after an answer: a transaction takes about that long, so that each part of it is hit. */
async function fallAtWork(fall: number): Promise<void> {
  await crowd.work(ANSWERS);
  await new Promise((resolve) => setTimeout(resolve, fall));
  await server.kill();
  crowd.leave();
}

async function copyOfFallen(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'tingxu-fallen-'));
  await cp(join(dataDir, 'pg'), join(copy, 'pg'), { recursive: true });
  return copy;
}

async function examine(folder: string): Promise<void> {
  const onFatal = (cause: Error) => {
    throw cause;
  };
  const database = await openEmbedded({ dataDir: folder, onFatal });
  try {
    const recount = new Recount(database.pool, 'hall');
    expect(await brokenLink(database.pool, 'hall')).toBeNull();
    expect(await brokenLink(database.pool, 'org')).toBeNull();
    expect((await verifyLedger(createPrisma(database), 'hall', dataDir)).broken).toBeNull();
    expect(await recount.numbersGivenTwice()).toEqual([]);
    expect(await recount.ticketsCalledTwice()).toEqual([]);
    expect(await recount.countersWithTwo()).toEqual([]);
    expect(await recount.requestsWithTwoEffects()).toEqual([]);
    expect(await lostAnswers(database.pool)).toEqual([]);
    expect(await lostTickets(database.pool)).toEqual([]);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What was answered, refusals too, and does not stand as it was told. */
async function lostAnswers(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ requestId: string; answer: string }>(
    `SELECT "requestId", answer FROM command WHERE "ledgerId" = 'hall'`,
  );
  const stands = new Map(rows.map(({ requestId, answer }) => [requestId, answer]));
  return crowd.asked
    .filter(({ reply, requestId }) => {
      const answer = stands.get(requestId);
      return reply !== null && (!answer || !isDeepStrictEqual(JSON.parse(answer), reply));
    })
    .map(({ name, requestId }) => `${name} ${requestId}`);
}

/** Numbers that were handed out and are not in the line's own table. */
async function lostTickets(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string; number: string }>('SELECT id, number FROM ticket');
  const stands = new Map(rows.map(({ id, number }) => [id, number]));
  return crowd.asked.flatMap(({ name, reply }) => {
    if (name !== 'issue' || !reply?.ok) return [];
    const { ticketId, number } = reply.answer;
    return stands.get(String(ticketId)) === number ? [] : [String(number)];
  });
}
