import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HallConfig } from '#libs/hall/config';
import { BrowserHall } from '../../support/browser-hall.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { readQr } from '../../support/browser-picture.js';
import { shows, textOf } from '../../support/browser-text.js';

const DAY = '2026-03-02';
/** Half-hour slots of one place in queue A; it is nine o'clock. */
const withSlots = (config: HallConfig): HallConfig => ({
  ...config,
  appointments: [
    {
      kind: 'slot',
      spans: [],
      ...{ queueId: 'hall-queue-a', slotMinutes: 30, capacity: 1, daysAhead: 7, cancelHours: 2 },
      ...{ checkInEarlyMinutes: 60, checkInLateMinutes: 15 },
    },
  ],
});

let site: BrowserHall;
let kiosk: KioskPage;
beforeAll(async () => {
  site = await BrowserHall.open({ change: withSlots });
  kiosk = await site.kiosk();
});
afterAll(() => site.close());

/** A phone chooses queue and slot, and comes to the page of its booking. */
async function book(from: string): Promise<{ phone: Page; code: string; address: string }> {
  const phone = await site.page('/booking/?hall=hall', 'phone');
  await phone.locator('[data-queue="hall-queue-a"]').tap();
  await phone.locator(`[data-day="${DAY}"]`).tap();
  await phone.locator(`[data-slot="${from}"]`).tap();
  await phone.locator('[data-book]').tap();
  const code = await textOf(phone.locator('[data-code]'));
  return { phone, code, address: phone.url() };
}

async function tapCode(code: string): Promise<void> {
  await kiosk.page.locator('[data-booked]').tap();
  await kiosk.page.locator('.kiosk-main:not(.settling) [data-letter="A"]').waitFor();
  for (const letter of code.replace('-', '')) await kiosk.page.locator(`[data-letter="${letter}"]`).tap();
  await kiosk.page.locator('[data-check]').tap();
}
async function backToStart(): Promise<void> {
  await kiosk.done();
  await kiosk.atStart();
}

it('books a slot in four taps, and shows the code, its QR code and what to do with them', async () => {
  const { phone, code, address } = await book('09:30');
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
  expect(await readQr(phone.locator('.qr'))).toBe(address);
  await shows(phone, '到厅后在取号机扫码或输入预约码取号。');
  await shows(phone, '3月2日星期一 09:30–10:00');
  const again = await site.page(address, 'phone');
  expect(await textOf(again.locator('[data-code]'))).toBe(code);
  const other = await site.page('/booking/?hall=hall', 'phone');
  await other.locator('[data-queue="hall-queue-a"]').tap();
  await other.locator('[data-slot="09:30"]:disabled').waitFor();
});

it('the kiosk gives the number for the code, and the phone follows it', async () => {
  const { phone, code } = await book('10:00');
  await tapCode(code);
  const number = await kiosk.number();
  expect(number).toMatch(/^A\d{3}$/);
  await kiosk.slip('printed');
  await backToStart();
  await phone.reload();
  await shows(phone, '已经取号');
  await phone.getByText('查看排队进度').tap();
  expect(await textOf(phone.locator('.number'))).toBe(number);
});

it('a scanner types the link into the same place', async () => {
  site.clock.moveBy(30 * 60_000);
  const { address } = await book('10:30');
  await kiosk.page.locator('[data-booked]').tap();
  await kiosk.page.locator('[data-check]').waitFor();
  await kiosk.page.keyboard.type(address);
  await kiosk.page.keyboard.press('Enter');
  expect(await kiosk.number()).toBe('A002');
  await kiosk.slip('printed');
  await backToStart();
});

it('a wrong code is refused with a sentence, and the kiosk is free for the next', async () => {
  await tapCode('AAAA-AAAA');
  await shows(kiosk.page, '本大厅没有这个预约，请核对预约码，或到导办台咨询。');
  await kiosk.page.locator('[data-home]').tap();
  await kiosk.atStart();
});

it('gives the place back by one tap and a second that is sure', async () => {
  const { phone } = await book('14:00');
  await phone.getByText('取消这个预约').tap();
  await phone.getByText('保留预约').tap();
  await phone.getByText('取消这个预约').tap();
  await phone.locator('[data-cancel]').tap();
  await shows(phone, '预约已取消');
  await phone.getByRole('link', { name: '重新预约' }).tap();
  await phone.locator('[data-queue="hall-queue-a"]').tap();
  await phone.locator('[data-slot="14:00"]:enabled').waitFor();
});

it('a link that was guessed or changed shows nothing of anybody', async () => {
  const { address } = await book('15:00');
  const changed = address.slice(0, -1) + (address.endsWith('A') ? 'B' : 'A');
  for (const link of [changed, '/b/hall', '/b/nowhere.a.b'])
    await shows(await site.page(link, 'phone'), '查不到这个预约');
});
