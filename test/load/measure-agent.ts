import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { DEMO_PERSONS, laid } from '#devices/id-card-reader/demo-documents';
import { BuiltAgent } from '../support/built-agent.js';
import { BuiltServer } from '../support/built-server.js';
import { furnish, type FurnishedHall } from '../support/furnished-hall.js';
import { eachShows, openPages, take } from './hall-load.js';
import { percentile } from './pace.js';
import { coreSeconds, residentMb } from './process-figures.js';
import { COUNTERS, KIOSKS, WiredHall, type WiredCounter } from './wired-hall.js';

const BOARDS = 20;
/** Keys of the 21-key caller (hardware.md 4.b). */
const CALL = 0x0c;
const EVALUATE = 0x0b;
const VERY_SATISFIED = 3;
/** A hall as it is on a busy morning, only faster: how often each of them does something. */
const EVERY_MS = { visit: 10_000, ticket: 4_000, card: 5_000, scan: 4_000 };
const LASTS_MS = 20_000;
const PRESSES = 60;
/** The first ones are not counted. */
const WARM = 5;

export interface AgentFigures {
  agent: { devices: number; rss_mb: number | null; cpu_share: number | null };
  wire_to_board_ms: { p50: number; p99: number; boards: number };
}

/** Server and agent as they ship, each in a process of its own; devices and pages are simulated in this one. */
export async function measureAgent(): Promise<AgentFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tingxu-bench-agent-'));
  const where = { dataDir: join(dataDir, 'server'), databaseUrl: undefined };
  const wired = await WiredHall.start();
  const size = { counters: COUNTERS, kiosks: KIOSKS, boards: BOARDS };
  const hall = await furnish(where, size, wired.furnish);
  const server = await BuiltServer.start(where.dataDir, undefined);
  const agent = BuiltAgent.start(server.url, join(dataDir, 'agent'), hall.agentCode ?? '');
  try {
    return await underWork(wired, hall, server.url, agent.pid);
  } finally {
    for (const client of [...hall.kiosks, ...hall.clerks, ...hall.boards]) client.close();
    await agent.stop();
    await Promise.all([server.stop(), wired.close()]);
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function underWork(
  wired: WiredHall,
  hall: FurnishedHall,
  url: string,
  pid: number,
): Promise<AgentFigures> {
  const kiosks = await openPages(hall.kiosks, url);
  await openPages(hall.clerks, url);
  const boards = await openPages(hall.boards, url);
  await wired.reached();
  await queueUp(kiosks, COUNTERS * (LASTS_MS / EVERY_MS.visit));
  const [from, used] = [performance.now(), coreSeconds(pid)];
  await busyMorning(wired, kiosks);
  const [seconds, usedSince] = [(performance.now() - from) / 1000, coreSeconds(pid)];
  const cpu_share =
    used === null || usedSince === null ? null : Math.round((1000 * (usedSince - used)) / seconds) / 1000;
  const rss_mb = residentMb(pid);
  await queueUp(kiosks, WARM + PRESSES);
  const wire_to_board_ms = await wireToBoard(wired.counters[0], boards);
  return { agent: { devices: wired.size, rss_mb, cpu_share }, wire_to_board_ms };
}

/** At least so many visitors take a number. */
async function queueUp(kiosks: readonly Socket[], visitors: number): Promise<void> {
  for (let taken = 0; taken < visitors; taken += kiosks.length) await Promise.all(kiosks.map(take));
}

async function busyMorning(wired: WiredHall, kiosks: readonly Socket[]): Promise<void> {
  await Promise.all([
    ...wired.counters.map((counter, place) => often('visit', place, COUNTERS, () => visit(counter))),
    ...kiosks.map((kiosk, place) => often('ticket', place, KIOSKS, () => take(kiosk, place))),
    ...wired.readers.map(({ reader }, place) =>
      often('card', place, wired.readers.length, async () => {
        reader.lay(laid(DEMO_PERSONS.first));
        await pause(EVERY_MS.card / 2);
        reader.takeAway();
      }),
    ),
    ...wired.scanners.map(({ scanner }, place) =>
      often('scan', place, wired.scanners.length, async (time) =>
        scanner.scan(`https://hall.example/b/${time}`),
      ),
    ),
  ]);
}

/** They begin one after the other, each at its time, however long the one before took. */
async function often(
  what: keyof typeof EVERY_MS,
  place: number,
  of: number,
  act: (time: number) => Promise<unknown> | void,
): Promise<void> {
  const [from, every] = [performance.now() + (place * EVERY_MS[what]) / of, EVERY_MS[what]];
  for (let time = 0; time < LASTS_MS / every; time += 1) {
    await pause(Math.max(0, from + time * every - performance.now()));
    await act(time);
  }
}

/** By the keypad alone: called, served and sent to the pad, where the visitor rates. */
async function visit({ bus, keypad, padAddress }: WiredCounter): Promise<void> {
  keypad.press(CALL);
  await bus.until(() => isAtCounter(keypad));
  await pause(1_000);
  keypad.press(EVALUATE);
  await bus.until(() => !isAtCounter(keypad) && bus.bus.lit(padAddress));
  bus.bus.press(padAddress, VERY_SATISFIED);
  await bus.until(() => bus.bus.acknowledged(padAddress));
}

const isAtCounter = ({ display }: WiredCounter['keypad']): boolean => display.ticket.trim() !== '';

/** From the call's frame leaving the keypad to the last board holding a picture with that call. */
async function wireToBoard(
  counter: WiredCounter | undefined,
  boards: readonly Socket[],
): Promise<AgentFigures['wire_to_board_ms']> {
  if (!counter) throw new Error('no counter');
  const { bus, keypad } = counter;
  const taken: number[] = [];
  let newest = 0;
  for (let time = -WARM; time < PRESSES; time += 1) {
    const shown = eachShows(boards, newest);
    const pressed = performance.now();
    keypad.press(CALL);
    newest = await shown;
    if (time >= 0) taken.push(performance.now() - pressed);
    await bus.until(() => isAtCounter(keypad));
    keypad.press(EVALUATE);
    await bus.until(() => !isAtCounter(keypad));
    await pause(30);
  }
  taken.sort((a, b) => a - b);
  return { p50: percentile(taken, 0.5), p99: percentile(taken, 0.99), boards: boards.length };
}
