import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KioskSnapshot } from '#libs/contracts/snapshots';
import { Paces } from '../../apps/server/src/state/paces.js';
import { BenchDevices } from '../support/browser-devices.js';
import type { Looking } from '../support/looking.js';
import { TestHall } from '../support/test-hall.js';
import { CLOSING, Visits } from './visits.fixture.js';

const PATIENCE_MS = 20_000;
/** Tuesday, nine in the morning: Monday is closed and taught its lesson. */
const TUESDAY = new Date('2026-03-03T01:00:00Z');

let devices: BenchDevices;
let hall: TestHall;
let visits: Visits;
let kiosk: Looking;
let board: Looking;
let detach: () => Promise<void>;
beforeAll(async () => {
  devices = await BenchDevices.start();
  hall = await TestHall.start({ counters: 2, change: (config) => devices.furnish(config, 'hall') });
  visits = await Visits.open(hall);
  kiosk = visits.kiosk.watch();
  board = (await hall.screen('hall-board')).watch();
  detach = await devices.attach(hall);
  await kiosk.sees('kiosk', ({ printer }) => printer === 'ready', PATIENCE_MS);
});
afterAll(async () => {
  for (const { socket } of [kiosk, board]) socket.close();
  await detach();
  await hall.stop();
  await devices.close();
});

const cardOf = ({ queues }: KioskSnapshot) => queues.find(({ prefix }) => prefix === 'A');
/** The kiosk's card of queue A once so many wait. */
const card = async (waiting: number) =>
  cardOf(await kiosk.sees('kiosk', (picture) => cardOf(picture)?.waiting === waiting));
/** The slip of a number of Tuesday. */
const slipWith = (number: string) =>
  devices.printer
    .slips()
    .map(({ lines }) => lines.join('\n'))
    .filter((text) => text.includes(number) && text.includes('2026-03-03'))
    .join('\n');

async function take() {
  const { ticketId, number, followUrl } = await visits.kiosk.do('issue', {
    ...{ queueId: 'hall-queue-a', matterId: 'matter-a' },
  });
  const phone = hall.nobody().look({ page: 'follow', token: String(followUrl).split('/').at(-1) ?? '' });
  return { ticketId: String(ticketId), number: String(number), phone };
}

describe('a hall without a history', () => {
  it('reckons no wait at a free counter, and six minutes a turn within a wide bound', async () => {
    expect((await card(0))?.wait).toEqual({ from: 0, to: 0 });
    const ticketId = await visits.take();
    expect((await card(1))?.wait).toEqual({ from: 6, to: 18 });
    await visits.clerk.do('next', { seen: null, confirmed: false });
    await visits.clerk.do('begin', { ticketId });
    await visits.clerk.do('finish', { ticketId, ...CLOSING });
  });
});

describe('a hall that has served forty tickets of four minutes the day before', () => {
  let first: string;
  beforeAll(async () => {
    for (let visit = 0; visit < 40; visit++) await visits.visit();
    hall.clock.moveTo(TUESDAY);
    first = await visits.take();
    await hall.server.app.get(Paces).learn('hall');
  }, 120_000);

  it('tells the wait on the kiosk and the board, and it grows with the people ahead', async () => {
    for (let waiting = 2; waiting <= 3; waiting++) {
      await visits.take();
      const wait = (await card(waiting))?.wait;
      // the first turn took no time: the mean is a little under four minutes, and never rounded down
      expect(wait?.from).toBe(4 * waiting);
      expect(wait?.to).toBeGreaterThan(7 * waiting);
    }
    await board.sees('board', ({ waiting }) => waiting.some(({ waitMinutes }) => (waitMinutes ?? 0) > 21));
  });

  it('tells the ticket’s own on its slip and on the phone, where it shrinks as others are called', async () => {
    const { ticketId, number, phone } = await take();
    await phone.sees('follow', ({ ahead, wait }) => ahead === 3 && wait?.from === 12);
    await kiosk.sees(
      'kiosk',
      ({ slips }) => slips.some((slip) => slip.ticketId === ticketId && slip.state === 'printed'),
      PATIENCE_MS,
    );
    expect(slipWith(number)).toMatch(/预计等候 约 12–\d\d 分钟/);
    await visits.clerk.do('next', { seen: null, confirmed: false });
    hall.clock.moveBy(3 * 60_000);
    await phone.sees('follow', ({ ahead, wait }) => ahead === 2 && wait !== null && wait.from < 12);
    phone.socket.close();
  });

  it('says nothing rather than guess while no counter is open', async () => {
    await visits.clerk.do('begin', { ticketId: first });
    await visits.clerk.do('finish', { ticketId: first, ...CLOSING });
    await visits.clerk.rest('DELETE', '/api/sessions/current');
    await kiosk.sees('kiosk', (picture) => cardOf(picture)?.wait === null);
    await board.sees('board', ({ waiting }) => waiting.every(({ waitMinutes }) => waitMinutes === null));
    const { ticketId, number, phone } = await take();
    await phone.sees('follow', ({ state, wait }) => state === 'waiting' && wait === null);
    await kiosk.sees(
      'kiosk',
      ({ slips }) => slips.some((slip) => slip.ticketId === ticketId && slip.state === 'printed'),
      PATIENCE_MS,
    );
    expect(slipWith(number)).not.toContain('预计等候');
    phone.socket.close();
  });
});
