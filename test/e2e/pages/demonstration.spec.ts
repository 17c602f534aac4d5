import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDemonstration, type Demonstration } from '../../../apps/demo/src/demo.js';
import { COUNTY } from '../../../prisma/seed/demo-people.js';
import { Enrolment } from '../../../apps/server/src/access/enrolment.js';
import { CounterPage } from '../../support/browser-counter.js';
import { BrowserPages, type Kind } from '../../support/browser-pages.js';
import { shows } from '../../support/browser-text.js';
import { playMorning, type Morning } from '../../support/demo-morning.js';

/** Where the README's pictures go, when they are wanted. */
const PICTURES = process.env['TINGXU_PICTURES'];

let folder: string;
let demo: Demonstration;
let morning: Morning;
let pages: BrowserPages;
const open: Partial<Record<string, Page>> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tingxu-demo-'));
  demo = await startDemonstration({
    ...{ port: 0, host: '127.0.0.1', dataDir: folder },
    ...{ publicUrl: undefined, databaseUrl: undefined, voiceDir: undefined },
  });
  morning = await playMorning(demo);
  pages = await BrowserPages.open();
  if (PICTURES) pages.scale = 0.5;
});
afterAll(async () => {
  await pages.close();
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

async function screen(kind: 'kiosk' | 'board' | 'sign' | 'pad', deviceId: string): Promise<Page> {
  const { url } = await demo.server.app.get(Enrolment).offer(COUNTY, deviceId);
  return pages.page(url, kind);
}
const home = (path: string, kind: Kind): Promise<Page> => pages.page(demo.server.url + path, kind);

/** Words that stand outside of the window; a line of people may be longer than its box. */
const OUTSIDE = `[...document.querySelectorAll('body *')]
  .filter((place) => place.children.length === 0 && place.textContent.trim() && !place.closest('.unseen, title, ol'))
  .map((place) => ({ text: place.textContent.trim(), box: place.getBoundingClientRect() }))
  .filter(({ box }) => box.width > 0 && (box.right > innerWidth + 1 || box.left < -1 || box.bottom > innerHeight + 1))
  .map(({ text }) => text)`;

async function picture(name: string, page: Page): Promise<void> {
  open[name] = page;
  await page.evaluate(
    'Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => null)',
  );
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

it('shows the county hall on every screen, and every word of it', async () => {
  const [kiosk, board, sign, pad] = await Promise.all([
    ...([screen('kiosk', 'kiosk-1'), screen('board', 'board-hall')] as const),
    ...([screen('sign', 'sign-1'), screen('pad', 'pad-1')] as const),
  ]);
  await shows(kiosk.locator('[data-queue="A"]'), '人在等候');
  await shows(sign, '张敏');
  const seat = morning.seats[0];
  await seat?.clerk.do('finish', {
    ...{ ticketId: seat.ticketId, outcome: 'completed', matterIds: ['matter-a1'], confirmed: true },
  });
  await pad.locator('[data-level="5"]').waitFor();
  await morning.seats[6]?.clerk.do('next', { seen: morning.seats[6].ticketId, confirmed: true });
  await board.locator('.latest.lit').waitFor();
  for (const [name, page] of Object.entries({ kiosk, board, sign, pad })) {
    await picture(name, page);
    expect(await page.evaluate<string[]>(OUTSIDE), name).toEqual([]);
  }
});

it('shows a clerk the whole counter at a laptop’s size, and as a strip beside another system', async () => {
  const password = demo.accounts.find(({ username }) => username === 'yang.xue')?.password ?? '';
  if (PICTURES) pages.scale = 0.75;
  const desk = new CounterPage(await home('/counter/', 'counter'));
  await desk.signIn('yang.xue', password, 7);
  await desk.ready();
  await desk.press('F4');
  await desk.page.locator('.ticket.serving').waitFor();
  demo.server.clock.moveBy(3 * 60_000);
  await shows(desk.ticket, '03:');
  await picture('counter', desk.page);
  expect(await desk.page.evaluate<string[]>(OUTSIDE)).toEqual([]);
  await desk.page.setViewportSize({ width: 420, height: 140 });
  await desk.button('finish').click();
  await shows(desk.question, '办结');
});

it('opens the pages for everybody: the way in, the figures, the office', async () => {
  const start = await home('/', 'office');
  await start.getByRole('link', { name: '示例县政务服务中心' }).click();
  await shows(start, '各业务');
  const office = await home('/office/', 'office');
  await office.locator('[name="username"]').waitFor();
  expect(await start.evaluate<number>('document.documentElement.scrollWidth')).toBe(1366);
});

it('has heard no page complain: nothing was missing, nothing was forbidden, nothing failed', () => {
  expect(Object.keys(open)).toHaveLength(5);
  // a browser writes down that nobody was signed in yet
  const real = pages.complaints.filter((text) => !text.includes('401 (Unauthorized)'));
  expect(real).toEqual([]);
});
