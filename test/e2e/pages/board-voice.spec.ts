import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { callPhrase } from '#libs/queueing/phrase';
import type { Client } from '../../support/client.js';
import { EARS, heardOn, readingsOf } from '../../support/browser-ears.js';
import { BrowserHall } from '../../support/browser-hall.js';
import { PATIENCE_MS } from '../../support/browser-pages.js';
import { shows, textOf } from '../../support/browser-text.js';

let site: BrowserHall;
let board: Page;
let clerks: Client[];
beforeAll(async () => {
  site = await BrowserHall.open({
    devices: [{ id: 'hall-board-2', kind: 'board', name: '第二块叫号屏' }],
  });
  site.pages.script = EARS;
  await site.hall.hire('guide', ['guide']);
  const guide = await site.hall.signIn('guide', null);
  for (let visitor = 0; visitor < 8; visitor += 1)
    await guide.do('issue', { queueId: 'hall-queue-a', matterId: 'matter-a' });
  clerks = await Promise.all([1, 2, 3].map((counter) => site.hall.clerk(counter)));
  board = await site.board();
  await shows(board, '请留意您的号码');
});
afterAll(() => site.close());

/** The next visitor is called to a counter. */
async function call(counter: number): Promise<string> {
  const answer = await clerks[counter - 1]?.do('next', { seen: null, confirmed: false });
  return JSON.stringify(answer).match(/"ticketId":"([^"]+)"/)?.[1] ?? '';
}
const begin = (counter: number, ticketId: string) => clerks[counter - 1]?.do('begin', { ticketId });
async function finish(counter: number, ticketId: string): Promise<void> {
  await clerks[counter - 1]?.do('finish', {
    ...{ ticketId, outcome: 'completed', matterIds: ['matter-a'], confirmed: true },
  });
}

const first = (number: string, counter: number): string =>
  ['chime', ...callPhrase(number, counter).units].join(' ');
const again = (number: string, counter: number): string => callPhrase(number, counter).units.join(' ');
const silent = () => board.locator('.caption:not(.aloud)').waitFor();
const heard = async () => readingsOf(await heardOn(board));
const hears = (readings: string[]) =>
  vi.waitFor(async () => expect(await heard()).toEqual(readings), {
    timeout: 2 * PATIENCE_MS,
    interval: 200,
  });

const story: string[] = [];

it('speaks a call that is alone twice, with one chime, and writes it beneath', async () => {
  const ticket = await call(1);
  await shows(board.locator('.caption.aloud'), callPhrase('A001', 1).caption);
  story.push(first('A001', 1), again('A001', 1));
  await hears(story);
  await silent();
  await begin(1, ticket);
  await finish(1, ticket);
});

it('speaks calls that come together in their order, once each but the last, and passes over one that is over', async () => {
  const tickets = [await call(1), await call(2), await call(3)];
  await begin(2, tickets[1] ?? '');
  story.push(first('A002', 1), first('A004', 3), again('A004', 3));
  await hears(story);
  await silent();
});

it('never speaks two at once', async () => {
  const clips = await heardOn(board);
  expect(clips.length).toBeGreaterThan(20);
  let end = 0;
  for (const { from, until } of clips) {
    expect(from).toBeGreaterThanOrEqual(end - 1e-6);
    end = until;
  }
});

it('speaks on one board of the zone; the other takes over when that one is gone', async () => {
  const second = await site.screen('board', 'hall-board-2');
  await shows(second.locator('.latest'), 'A004');
  expect(await heardOn(second)).toEqual([]);
  await board.context().close();
  await finish(2, await ticketOf(2));
  await call(2);
  await vi.waitFor(async () => expect(readingsOf(await heardOn(second))).toContain(first('A005', 2)), {
    ...{ timeout: 2 * PATIENCE_MS, interval: 200 },
  });
  expect(await textOf(second.locator('.latest .number'))).toBe('A005');
});

/** The ticket that stands at a counter. */
async function ticketOf(counter: number): Promise<string> {
  const client = clerks[counter - 1];
  const page = client?.look({ page: 'counter' });
  const { current } = (await page?.sees('counter', (snapshot) => snapshot.current !== null)) ?? {
    current: null,
  };
  page?.socket.close();
  return current?.ticketId ?? '';
}
