import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import type { CounterPage } from '../../support/browser-counter.js';
import { BrowserHall } from '../../support/browser-hall.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { shows, textOf } from '../../support/browser-text.js';

let site: BrowserHall;
let kiosk: KioskPage;
let desk: CounterPage;
let pages: Record<'kiosk' | 'board' | 'sign' | 'pad' | 'counter' | 'phone' | 'office', Page>;

/** A001 is being served at counter 1, A002 waits; the server stops at 09:10, comes back at 09:20. */
beforeAll(async () => {
  site = await BrowserHall.open();
  const [board, sign, pad, office] = await Promise.all([
    ...([site.board(), site.sign(1), site.pad(1)] as const),
    site.office(['duty-chief']),
  ]);
  [kiosk, desk] = await Promise.all([site.kiosk(), site.counter(1)]);
  for (const number of ['A001', 'A002']) {
    expect(await kiosk.take('A')).toBe(number);
    await kiosk.slip('printed');
    await kiosk.done();
    await kiosk.atStart();
  }
  await desk.call('A001');
  await desk.begin('A001');
  const phone = await site.page(site.devices.printer.slips()[1]?.qr[0] ?? '', 'phone');
  pages = { kiosk: kiosk.page, board, sign, pad, counter: desk.page, phone, office: office.page };
  await shown();
});
afterAll(() => site.close());

/** Each page as it stands before the cut, through it, and after it. */
async function shown(): Promise<void> {
  await shows(pages.kiosk.locator('[data-queue="A"]'), /1\s*人在等候/);
  await shows(pages.board.locator('.latest'), 'A001');
  await shows(pages.sign.locator('.serving'), 'A001');
  await shows(pages.pad, '员工clerk-1');
  await desk.has('A001', 'serving');
  await shows(pages.phone, '下一位就是您');
  await shows(pages.office, '办理中');
}
const band = (page: Page) => page.locator('.stale-band');

it('a server that is gone leaves every screen its last picture and tells its age; on its return all is right', async () => {
  site.clock.moveTo(new Date('2026-03-02T01:10:00Z'));
  await shows(pages.board.locator('time'), '09:10');
  await site.hall.restart(async () => {
    for (const page of Object.values(pages)) await shows(band(page), '画面停留在 09:10，正在重新连接');
    for (const name of ['board', 'sign', 'pad'] as const)
      await shows(band(pages[name]), 'Picture of 09:10, reconnecting');
    await shown();
    await shows(pages.kiosk, '暂时不能取号');
    expect(await pages.kiosk.locator('[data-queue="A"]').isDisabled()).toBe(true);
  });
  for (const page of Object.values(pages)) await band(page).waitFor({ state: 'detached' });
  await shown();
});

it('what a key asked while there was no server is done when it is back, once', async () => {
  site.clock.moveBy(10 * 60_000);
  await site.hall.restart(async () => {
    await band(desk.page).waitFor();
    await desk.press('F5', 'Enter');
    await shows(desk.page, '正在提交…');
  });
  await desk.isFree();
  await pages.pad.locator('[data-level="5"]').waitFor();
  const finished = { where: { type: 'visit-finished' } };
  expect(await site.hall.server.app.get(PrismaClient).event.count(finished)).toBe(1);
});

it('goes on from there on every screen', async () => {
  await desk.call('A002');
  await shows(pages.board.locator('.latest'), 'A002');
  await shows(pages.sign.locator('.calling'), 'A002');
  await shows(pages.phone, '请到 1 号窗口');
  expect(await kiosk.take('A')).toBe('A003');
  expect(await textOf(pages.kiosk.locator('[data-seat]'))).toContain('一区');
});
