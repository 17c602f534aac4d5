import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import { BrowserHall } from '../../support/browser-hall.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { shows, textOf } from '../../support/browser-text.js';

let site: BrowserHall;
let kiosk: KioskPage;
beforeAll(async () => {
  site = await BrowserHall.open();
  kiosk = await site.kiosk();
  await kiosk.page.clock.install();
});
afterEach(async () => {
  if (await kiosk.page.locator('[data-done]').isVisible()) await kiosk.done();
  await kiosk.atStart();
});
afterAll(() => site.close());

const tickets = () => site.hall.server.app.get(PrismaClient).ticket.count();
const middleOf = async (place: Locator): Promise<{ x: number; y: number }> => {
  const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 2 };
};
const fontSize = async (place: string): Promise<number> =>
  parseFloat(
    await kiosk.page.evaluate<string>(`getComputedStyle(document.querySelector('${place}')).fontSize`),
  );

it('gives one number and one slip for a double tap', async () => {
  const before = await tickets();
  await kiosk.queue('A').tap();
  await kiosk.matter('matter-a').dblclick();
  await kiosk.slip('printed');
  expect(await tickets()).toBe(before + 1);
  expect(site.devices.printer.slips()).toHaveLength(1);
});

it('takes the second tap of a double tap on a queue for what it is, not for the choice of a matter', async () => {
  const { page } = kiosk;
  const before = await tickets();
  await page.clock.pauseAt(Date.now() + 1_000);
  const { x, y } = await middleOf(kiosk.queue('A'));
  await page.touchscreen.tap(x, y);
  await kiosk.matter('matter-a').waitFor();
  for (const matter of ['matter-a', 'matter-b', '']) {
    const place = await middleOf(kiosk.matter(matter));
    await page.touchscreen.tap(place.x, place.y);
  }
  expect(await page.locator('[data-step]').getAttribute('data-step')).toBe('choosing');
  await page.clock.resume();
  await kiosk.matter('matter-a').tap();
  await kiosk.slip('printed');
  expect(await tickets()).toBe(before + 1);
});

it('shows a closed queue greyed, with why, its hours and its next opening, and where to ask', async () => {
  const before = await tickets();
  const card = kiosk.queue('C');
  expect(await card.getAttribute('aria-disabled')).toBe('true');
  expect(await textOf(card)).toMatch(/暂不取号 · 非取号时间.*13:00.*17:00.*下次开放：今天 13:00/);
  await card.tap({ force: true }); // it looks closed, and answers why
  await shows(kiosk.page, '业务C现在不取号');
  await shows(kiosk.page, '如需帮助，请到导办台。');
  expect(await tickets()).toBe(before);
  await kiosk.page.locator('[data-home]').tap();
});

it('opens the queue by itself when its hour comes', async () => {
  site.clock.moveBy(4 * 3_600_000);
  await kiosk.page.locator('[data-queue="C"]:not([aria-disabled="true"])').waitFor();
  expect(await kiosk.take('C')).toBe('C001');
});

it('returns to the start when nobody has touched it for half a minute, and says how long', async () => {
  await kiosk.queue('A').tap();
  await shows(kiosk.page.locator('[data-countdown]'), /^\s*(30|2\d) 秒后返回/);
  site.clock.moveBy(25_000);
  await shows(kiosk.page.locator('[data-countdown]'), /^\s*[0-5] 秒后返回/);
  await kiosk.matter('matter-a').waitFor();
  site.clock.moveBy(5_000);
  await kiosk.atStart();
});

it('prints large for those who ask, in English for those who read it, and forgets both for the next', async () => {
  await kiosk.page.locator('[data-large]').tap();
  await kiosk.page.locator('[data-language]').tap();
  await shows(kiosk.queue('A'), 'Queue A');
  for (const text of ['.queue .name', '.queue .whom', '.queue .waiting', '.bar .key'])
    expect(await fontSize(text)).toBeGreaterThanOrEqual(40);
  await kiosk.queue('A').tap();
  await kiosk.page.locator('[data-matter="matter-a"]').tap();
  await shows(kiosk.page, 'Please take a seat in Zone 1');
  await kiosk.slip('printed');
  site.clock.moveBy(31_000);
  await kiosk.atStart();
  await shows(kiosk.queue('A'), '业务A');
  expect(await kiosk.page.locator('.kiosk.large').count()).toBe(0);
});
