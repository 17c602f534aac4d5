import type { Socket } from 'socket.io-client';
import type pg from 'pg';
import { openDatabase } from '../../apps/server/src/database/open-database.js';
import { BuiltServer } from '../support/built-server.js';
import { CounterDesk } from '../support/counter-desk.js';
import { furnish, type FurnishedHall } from '../support/furnished-hall.js';
import { Recount } from '../support/recount.js';
import {
  callRate,
  issueRate,
  openPages,
  pressToBoard,
  take,
  visitRate,
  type PressToBoard,
} from './hall-load.js';
import { residentMb } from './process-figures.js';

const SIZE = { counters: 20, kiosks: 20, boards: 200 };
const WAITING = 500;

export interface HallFigures {
  issue_per_s: number;
  call_per_s: number;
  visit_per_s: number;
  call_doubles: number;
  call_refusals: number;
  press_to_board_ms: PressToBoard;
  rss_mb: number | null;
  start_s: number;
}

interface Where {
  dataDir: string;
  databaseUrl: string | undefined;
}

/** The built server in its own process, on a database of its own; every client is in this one. */
export async function measureHall(where: Where): Promise<HallFigures> {
  const hall = await furnish(where, SIZE);
  const server = await BuiltServer.start(where.dataDir, where.databaseUrl);
  const load = await underLoad(hall, server);
  await server.stop();
  const start_s = await startToTicket(where, hall);
  return { ...load, ...(await recounted(where)), start_s };
}

/** First a hall as it is on a busy morning, 500 people waiting; then as fast as it goes. */
async function underLoad(hall: FurnishedHall, server: BuiltServer) {
  const kiosks = await openPages(hall.kiosks, server.url);
  const desks = (await openPages(hall.clerks, server.url)).map((socket) => new CounterDesk(socket));
  const boards = await openPages(hall.boards, server.url);
  const [desk] = desks;
  if (!desk) throw new Error('no counter');
  for (let taken = 0; taken < WAITING; taken += kiosks.length) await Promise.all(kiosks.map(take));
  const press_to_board_ms = await pressToBoard(desk, boards);
  await desk.finish();
  for (const client of hall.boards) client.close();
  const issue_per_s = await issueRate(kiosks);
  const call_per_s = await callRate(desks);
  for (const occupied of desks) await endVisit(occupied);
  const visit_per_s = await visitRate(desks);
  const rss_mb = residentMb(server.pid);
  for (const client of [...hall.kiosks, ...hall.clerks]) client.close();
  return { issue_per_s, call_per_s, visit_per_s, rss_mb, press_to_board_ms };
}

async function endVisit(desk: CounterDesk): Promise<void> {
  if (desk.ticketId === null) return;
  await desk.begin();
  await desk.finish();
}

/** From the start of the process to the first ticket, on the database that the load has left behind. */
async function startToTicket({ dataDir, databaseUrl }: Where, hall: FurnishedHall): Promise<number> {
  const server = await BuiltServer.start(dataDir, databaseUrl);
  const [kiosk]: Socket[] = await openPages(hall.kiosks.slice(0, 1), server.url);
  if (!kiosk || !(await take(kiosk))) throw new Error('no ticket after the start');
  const seconds = (performance.now() - server.startedAt) / 1000;
  hall.kiosks[0]?.close();
  await server.stop();
  return Math.round(seconds * 100) / 100;
}

/** What the rows say of the calls, after the server has gone. */
async function recounted(where: Where): Promise<{ call_doubles: number; call_refusals: number }> {
  const onFatal = (cause: Error) => {
    throw cause;
  };
  const database = await openDatabase({ dataDir: where.dataDir, url: where.databaseUrl, onFatal });
  const counted = await recount(database.pool);
  await database.close();
  return counted;
}

async function recount(pool: pg.Pool): Promise<{ call_doubles: number; call_refusals: number }> {
  const judge = new Recount(pool, 'hall');
  const doubles = [...(await judge.ticketsCalledTwice()), ...(await judge.countersWithTwo())];
  const refusals = await judge.refusals(['next', 'begin', 'finish']);
  return {
    call_doubles: doubles.length,
    call_refusals: refusals.reduce((sum, refusal) => sum + Number(refusal.split(' ').at(-1)), 0),
  };
}
