import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../support/client.js';
import type { Looking } from '../support/looking.js';
import { TestHall } from '../support/test-hall.js';
import { Visits } from './visits.fixture.js';

/** Issue 2, "what must work", 4: right again within that time of the server's return. */
const RIGHT_AGAIN_MS = 2_000;

let hall: TestHall;
let visits: Visits;
let chief: Client;
let screens: Record<'kiosk' | 'board' | 'sign' | 'pad' | 'counter' | 'duty' | 'follow', Looking>;
let followed: string;
/** Of each screen: how many pictures it had been shown before the server went away. */
let shownBefore: number[];

beforeAll(async () => {
  hall = await TestHall.start();
  visits = await Visits.open(hall);
  await hall.hire('chief', ['duty-chief']);
  chief = await hall.signIn('chief', null);
  const { followUrl } = await visits.kiosk.do('issue', { queueId: 'hall-queue-a', matterId: null });
  followed = String(followUrl).split('/').at(-1) ?? '';
  screens = {
    kiosk: visits.kiosk.watch(),
    board: (await hall.screen('hall-board')).watch(),
    sign: (await hall.screen('hall-sign-1')).watch(),
    pad: visits.pad.watch(),
    counter: visits.clerk.look({ page: 'counter' }),
    duty: chief.look({ page: 'duty' }),
    follow: hall.nobody().look({ page: 'follow', token: followed }),
  };
});
afterAll(async () => {
  for (const { socket } of Object.values(screens)) socket.close();
  await hall.stop();
});

/** What every screen shows while A001 is called at counter 1 and so many wait. */
async function allSee(waiting: number, ms: number): Promise<void> {
  await Promise.all([
    screens.kiosk.sees('kiosk', ({ queues }) => queues[0]?.waiting === waiting, ms),
    screens.board.sees(
      'board',
      ({ calls, waiting: lines }) => calls[0]?.number === 'A001' && lines[0]?.waiting === waiting,
      ms,
    ),
    screens.sign.sees(
      'sign',
      ({ state, ticketNumber }) => state === 'calling' && ticketNumber === 'A001',
      ms,
    ),
    screens.pad.sees('pad', ({ staff }) => staff?.name === '员工clerk-hall-1', ms),
    screens.counter.sees(
      'counter',
      ({ current, waitingCount }) => current?.number === 'A001' && waitingCount === waiting,
      ms,
    ),
    screens.duty.sees(
      'duty',
      ({ counters, queues }) => counters[0]?.state === 'calling' && queues[0]?.waiting === waiting,
      ms,
    ),
    screens.follow.sees(
      'follow',
      ({ state, counterNumber }) => state === 'called' && counterNumber === 1,
      ms,
    ),
  ]);
}

const gone = ({ socket }: Looking): Promise<void> =>
  new Promise((resolve) => (socket.connected ? void socket.once('disconnect', () => resolve()) : resolve()));

/** Resolves when a screen has got a picture more than it had. */
const shownMore = ({ messages, socket }: Looking, had: number): Promise<void> =>
  new Promise((resolve) =>
    messages.length > had ? resolve() : void socket.once('snapshot', () => resolve()),
  );

it('every screen keeps its last picture while the server is away, and is right again on its return', async () => {
  await visits.clerk.do('next', { seen: null, confirmed: false });
  await visits.take();
  await allSee(1, 5_000);
  await hall.restart(async () => {
    await Promise.all(Object.values(screens).map(gone));
    shownBefore = Object.values(screens).map(({ messages }) => messages.length);
    for (const { messages } of Object.values(screens)) expect(messages.at(-1)?.snapshot).toBeDefined();
  });
  await Promise.all(
    Object.values(screens).map((screen, place) => shownMore(screen, shownBefore[place] ?? 0)),
  );
  await allSee(1, RIGHT_AGAIN_MS);
});

it('and goes on: a visitor who comes then is seen everywhere, one board speaks', async () => {
  await visits.take();
  await allSee(2, 5_000);
  const { announcer } = await screens.board.sees('board');
  expect(announcer).toBe(true);
});

it('numbers of pictures start anew with the connection, and rise', () => {
  const since = Object.values(screens).map(({ messages }, place) =>
    messages.slice(shownBefore[place]).map(({ number }) => number),
  );
  expect(since.filter((numbers) => numbers.length > 1)).not.toEqual([]);
  for (const numbers of since) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});
