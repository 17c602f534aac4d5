import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Counter, Device } from '#libs/hall/config';
import { calledBy, CounterDesk, entered, press, refusalOf } from '../support/counter-desk.js';
import { Recount } from '../support/recount.js';
import { TestHall } from '../support/test-hall.js';

const COUNTERS = 30;
const KIOSKS = 40;
const TICKETS = 500;
const ROUNDS = 20;
const PREFIXES = 'ABCDE';

/** Odd counters serve A, B and C, even ones C, D and E: they race for C, and within each half for the rest. */
const halved = (counter: Counter): Counter => ({
  ...counter,
  queueIds: [...(counter.number % 2 ? 'abc' : 'cde')].map((letter) => `hall-queue-${letter}`),
});

const kiosks = Array.from({ length: KIOSKS }, (_none, place): Device => ({
  ...{ id: `hall-kiosk-${place + 1}`, kind: 'kiosk', name: `取号机${place + 1}` },
}));

const together = <T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> =>
  Promise.all(all.map(act));

let hall: TestHall;
let desks: CounterDesk[];
let issuing: ((prefix: string) => Promise<string>)[];
let recount: Recount;

beforeAll(async () => {
  hall = await TestHall.start({
    ...{ counters: COUNTERS, prefixes: PREFIXES, devices: kiosks },
    change: (config) => ({ ...config, counters: config.counters.map(halved) }),
  });
  recount = new Recount(hall.server.database.pool, 'hall');
  const numbers = Array.from({ length: COUNTERS }, (_none, place) => place + 1);
  desks = await together(numbers, async (number) => {
    const socket = (await hall.clerk(number)).socket({ page: 'counter' });
    await entered(socket);
    return new CounterDesk(socket);
  });
  issuing = await together(kiosks, async ({ id }) => {
    const kiosk = await hall.screen(id);
    const socket = kiosk.socket({ page: 'screen', deviceId: id });
    await entered(socket);
    return async (prefix) => {
      const body = { queueId: `hall-queue-${prefix.toLowerCase()}`, matterId: 'matter-a' };
      const reply = await press(socket, 'issue', body);
      return reply.ok ? String(reply.answer['number']) : `refused: ${refusalOf(reply)}`;
    };
  });
});
afterAll(() => hall.stop());

it('gives 40 kiosks that issue at once no number twice, and leaves none out', async () => {
  const given: string[] = [];
  for (let place = 0; given.length < TICKETS; place++) {
    const prefix = PREFIXES[place % PREFIXES.length] ?? 'A';
    const still = issuing.slice(0, Math.min(KIOSKS, TICKETS / PREFIXES.length - countOf(given, prefix)));
    given.push(...(await together(still, (issue) => issue(prefix))));
  }
  expect(new Set(given).size).toBe(TICKETS);
  expect([...given].sort()).toEqual(numbersTo(TICKETS / PREFIXES.length));
  expect(await recount.numbersGivenTwice()).toEqual([]);
});

const countOf = (given: string[], prefix: string): number =>
  given.filter((number) => number.startsWith(prefix)).length;

const numbersTo = (last: number): string[] =>
  [...PREFIXES].flatMap((prefix) =>
    Array.from({ length: last }, (_none, place) => `${prefix}${String(place + 1).padStart(3, '0')}`),
  );

it('lets 30 counters press together: no ticket twice, no counter with two, each queue in its order', async () => {
  const refused = new Map<string, number>();
  const count = (code: string | null) => code && refused.set(code, (refused.get(code) ?? 0) + 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (const reply of await together(desks, (desk) => desk.next())) count(refusalOf(reply));
    const occupied = desks.filter(({ ticketId }) => ticketId !== null);
    for (const reply of await together(occupied, (desk) => desk.begin())) count(refusalOf(reply));
    for (const reply of await together(occupied, (desk) => desk.finish())) count(refusalOf(reply));
  }
  // 600 presses for 500 people: A and B, D and E and a share of C fit into each half's 300
  expect(Object.fromEntries(refused)).toEqual({ 'nobody-waiting': COUNTERS * ROUNDS - TICKETS });
  expect(await recount.refusals(['next', 'begin', 'finish'])).toEqual(['nobody-waiting 100']);
  expect(await recount.events('ticket-called')).toBe(TICKETS);
  expect(await recount.events('visit-finished')).toBe(TICKETS);
  expect(await recount.ticketsCalledTwice()).toEqual([]);
  expect(await recount.countersWithTwo()).toEqual([]);
  expect(await recount.ticketsOutOfOrder()).toEqual([]);
});

describe('one key, pressed too often', () => {
  let before: number;
  const calls = async () => (await recount.events('ticket-called')) - before;

  beforeEach(async () => {
    await together(issuing.slice(0, 6), (issue) => issue('C'));
    before = await recount.events('ticket-called');
  });

  it('calls one person when the same press is sent five times, together and afterwards', async () => {
    const [desk] = desks;
    const requestId = randomUUID();
    const same = () => press(deskSocket(desk), 'next', { seen: null, confirmed: false }, requestId);
    const first = await Promise.all([same(), same(), same(), same()]);
    const replies = [...first, await same()];
    expect(replies.map(refusalOf)).toEqual([null, null, null, null, null]);
    expect(new Set(replies.map(calledBy)).size).toBe(1);
    expect(await calls()).toBe(1);
  });

  it('skips nobody at a double click: two presses that saw the same', async () => {
    const [, desk] = desks;
    const socket = deskSocket(desk);
    const click = (seen: string | null) => press(socket, 'next', { seen, confirmed: true });
    const [first, second] = await Promise.all([click(null), click(null)]);
    expect([first, second].map(refusalOf)).toEqual([null, 'out-of-step']);
    const shown = calledBy(first);
    await press(socket, 'begin', { ticketId: shown });
    const atServing = [await click(shown), await click(shown)];
    expect(atServing.map(refusalOf)).toEqual([null, 'out-of-step']);
    expect(await calls()).toBe(2);
  });
});

function deskSocket(desk: CounterDesk | undefined) {
  if (!desk) throw new Error('no such counter');
  return desk.socket;
}
