import type { Socket } from 'socket.io-client';
import type { SnapshotMessage } from '#libs/contracts/socket';
import type { Client } from '../support/client.js';
import { CounterDesk, entered, press } from '../support/counter-desk.js';
import { afterAll, percentile, perSecond, spans } from './pace.js';

const QUEUES = ['hall-queue-a', 'hall-queue-b', 'hall-queue-c'];
const PRESSES = 200;

/** The page's socket of each client, at a server that listens here. */
export async function openPages(clients: readonly Client[], url: string): Promise<Socket[]> {
  const opened = clients.map(async (client) => {
    client.url = url;
    const { deviceId } = client;
    const socket = client.socket(deviceId === null ? { page: 'counter' } : { page: 'screen', deviceId });
    await entered(socket);
    return socket;
  });
  return Promise.all(opened);
}

export async function take(kiosk: Socket, place = 0): Promise<boolean> {
  const queueId = QUEUES[place % QUEUES.length];
  return (await press(kiosk, 'issue', { queueId, matterId: 'matter-a' })).ok;
}

/** Tickets a second: every kiosk asks for the next one as soon as it has one, queue by queue. */
export function issueRate(kiosks: readonly Socket[]): Promise<number> {
  return perSecond(
    kiosks.map((kiosk, first) => {
      let place = first;
      return () => take(kiosk, place++);
    }),
  );
}

/** Calls a second: *begin*, then *next*, which finishes that visit and calls: two commands a call. */
export function callRate(desks: readonly CounterDesk[]): Promise<number> {
  return perSecond(
    desks.map((desk) => async () => {
      if (desk.ticketId !== null) await desk.begin();
      return (await desk.next()).ok && desk.ticketId !== null;
    }),
  );
}

/** Whole visits a second: *next*, *begin*, *finish*: three commands a call. */
export function visitRate(desks: readonly CounterDesk[]): Promise<number> {
  return perSecond(
    desks.map((desk) => async () => {
      if (desk.ticketId === null) await desk.next();
      await desk.begin();
      return (await desk.finish()).ok;
    }),
  );
}

export interface PressToBoard {
  p50: number;
  p99: number;
  boards: number;
}

/** From the *next* key going down to the last board holding a picture with that call, in ms. */
export async function pressToBoard(desk: CounterDesk, boards: readonly Socket[]): Promise<PressToBoard> {
  let newest = 0;
  const taken = await spans(PRESSES, async () => {
    const shown = eachShows(boards, newest);
    await desk.next();
    newest = await shown;
    await desk.begin();
  });
  return { p50: percentile(taken, 0.5), p99: percentile(taken, 0.99), boards: boards.length };
}

/** Resolves with the newest announcement, when every board shows one that is newer than this. */
export async function eachShows(boards: readonly Socket[], before: number): Promise<number> {
  const { told, all } = afterAll(boards.length);
  let newest = before;
  for (const board of boards) {
    const see = ({ snapshot }: SnapshotMessage) => {
      const call = snapshot.kind === 'board' ? snapshot.calls[0] : undefined;
      if (!call || call.announcement <= before) return;
      newest = call.announcement;
      board.off('snapshot', see);
      told();
    };
    board.on('snapshot', see);
  }
  await all;
  return newest;
}
