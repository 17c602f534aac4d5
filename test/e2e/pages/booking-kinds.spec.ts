import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppointmentPolicy } from '#libs/appointments/appointment-policy';
import type { HallConfig } from '#libs/hall/config';
import { BrowserHall } from '../../support/browser-hall.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { shows, textOf } from '../../support/browser-text.js';
import { PASSWORD } from '../../support/test-hall.js';

const DAY = '2026-03-02';
const policy = (change: Partial<AppointmentPolicy>): AppointmentPolicy => ({
  ...{ queueId: 'hall-queue-c', slotMinutes: 60, capacity: 2, daysAhead: 7, cancelHours: 2 },
  ...{ checkInEarlyMinutes: 60, checkInLateMinutes: 15 },
  kind: 'slot',
  spans: [],
  ...change,
});
/** Queue C is open in the afternoon; it is nine o'clock. */
const furnished = (config: HallConfig): HallConfig => ({
  ...config,
  visitors: { booking: 'required', oneTicketPerQueue: true, noShows: { limit: 1, days: 30 }, keepDays: 15 },
  appointments: [
    policy({}),
    policy({ kind: 'extended', spans: [{ days: [1, 2, 3, 4, 5], from: '17:00', to: '18:00' }] }),
    policy({ kind: 'home-visit' }),
    policy({ queueId: 'hall-queue-a' }),
  ],
});

let site: BrowserHall;
let kiosk: KioskPage;
let desk: Page;
beforeAll(async () => {
  site = await BrowserHall.open({ change: furnished });
  kiosk = await site.kiosk();
  await site.hall.hire('guide', ['guide']);
  desk = await site.page('/guide/', 'office');
  await desk.setViewportSize({ width: 1024, height: 1366 });
  await desk.locator('[name="username"]').fill('guide');
  await desk.locator('[name="password"]').fill(PASSWORD);
  await desk.keyboard.press('Enter');
  await desk.locator('.issue').waitFor();
});
afterAll(() => site.close());

const open = () => site.page('/booking/?hall=hall', 'phone');
async function choose(phone: Page, queue: string, from: string): Promise<void> {
  await phone.locator(`[data-queue="hall-queue-${queue}"]`).tap();
  await phone.locator(`[data-day="${DAY}"]`).tap();
  await phone.locator(`[data-slot="${from}"]`).tap();
}
async function say(page: Page | Locator, name: string, number: string): Promise<void> {
  await page.locator('[name="visitor-name"]').fill(name);
  await page.locator('[name="visitor-phone"]').fill(number);
}
async function typePhone(number: string): Promise<void> {
  await kiosk.page.locator('[data-booked]').tap();
  await kiosk.page.locator('.kiosk-main:not(.settling) [data-way="phone"]').tap();
  for (const digit of number) await kiosk.page.locator(`[data-digit="${digit}"]`).tap();
}

describe('a phone, where the hall asks who comes', () => {
  it('is told what for and until when, and in words what is missing', async () => {
    const phone = await open();
    await choose(phone, 'c', '13:00');
    await shows(phone, '请留下姓名和手机号');
    await shows(phone, '预约日 15 天后自动删除');
    expect(await phone.content()).not.toContain('不需要姓名和手机号');
    await phone.locator('[data-book]').tap();
    await shows(phone.getByRole('alert'), '请填写姓名和手机号码后再预约。');
    await say(phone, '封', '12345');
    await phone.locator('[data-book]').tap();
    await shows(phone.getByRole('alert'), '手机号码');
    await say(phone, '封', '13800001234');
    await phone.locator('[data-book]').tap();
    await shows(phone, '预约成功');
  });

  it('sees which slots are beyond the hours (延时服务)', async () => {
    const phone = await open();
    await choose(phone, 'c', '17:00');
    await shows(phone.locator('[data-slot="17:00"]'), '延时服务');
    expect(await textOf(phone.locator('[data-slot="16:00"]'))).not.toContain('延时服务');
  });
});

it('asks for a home visit, which the desk schedules, and the phone sees who comes when', async () => {
  const phone = await open();
  await phone.locator('[data-home-visit="hall-queue-c"]').tap();
  await phone.locator('[data-matter="matter-a"]').tap();
  await phone.locator('[data-day="2026-03-03"]').tap();
  await phone.locator('[data-half="afternoon"]').tap();
  await phone.locator('[data-ask]').tap();
  await shows(phone.getByRole('alert'), '请填写姓名、手机号码和地址，工作人员才能上门。');
  await say(phone, '封三娘', '13800005678');
  await phone.locator('[name="visitor-address"]').fill('示例县人民路12号');
  await phone.locator('[data-ask]').tap();
  await shows(phone, '已申请，等待安排');
  const visits = desk.locator('.visits');
  await shows(visits, '1 项待安排');
  await visits.locator('summary').tap();
  await visits.locator('.head').tap();
  await shows(visits, '封**');
  await shows(visits, '示例县****');
  await visits.locator('[data-visit-act="schedule"]').tap();
  await visits.locator('[data-chip="person-guide"]').tap();
  await visits.locator('[name="visit-day"]').fill('2026-03-04');
  await visits.locator('[data-chip="morning"]').tap();
  await visits.locator('[data-confirm]').tap();
  await shows(desk.getByRole('alert'), '已安排，群众在手机上可以看到。');
  await phone.reload();
  await shows(phone, '已安排上门');
  await shows(phone, '3月4日星期三 上午');
  await shows(phone, '上门人员：员工guide');
  await phone.getByText('取消这个预约').tap();
  await phone.locator('[data-cancel]').tap();
  await shows(phone, '已取消');
  await shows(visits, '没有上门服务申请。');
});

describe('the guide desk', () => {
  const panel = () => desk.locator('.booking');
  async function bookAt(from: string): Promise<string> {
    await panel().locator(`[data-chip="${DAY}"]`).tap();
    await panel().locator(`[data-slot="${from}"]`).tap();
    await say(panel(), '丁', '13700001111');
    await panel().locator('[data-book]').tap();
    return textOf(panel().locator('[data-code]'));
  }
  async function cancel(code: string): Promise<void> {
    await desk.locator('[name="booking-code"]').fill(code.toLowerCase());
    await desk.locator('[data-cancel-code]').tap();
    await desk.locator('[data-cancel-sure]').tap();
  }

  it('books for whoever stands there, shows the code to keep, and cancels by it', async () => {
    await panel().locator('summary').tap();
    await panel().locator('[data-chip="hall-queue-a"]').tap();
    const code = await bookAt('14:00');
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    await cancel(code);
    await shows(desk.getByRole('alert'), '预约已取消，名额已退回。');
    await panel().locator('[data-again]').tap();
  });

  it('cancels nothing too late', async () => {
    await cancel(await bookAt('10:00'));
    await shows(desk.getByRole('alert'), '取消截止时间');
  });
});

describe('the kiosk', () => {
  it('gives the number of a booking for its phone number, whose middle nobody reads', async () => {
    await typePhone('13700001111');
    expect((await textOf(kiosk.page.locator('[data-phone]'))).replace(/\s/g, '')).toBe('137••••1111');
    await kiosk.page.locator('[data-check]').tap();
    expect(await kiosk.number()).toBe('A001');
    await kiosk.slip('printed');
    await kiosk.done();
    await kiosk.atStart();
  });

  it('says so where nothing was booked with it', async () => {
    await typePhone('13900001111');
    await kiosk.page.locator('[data-check]').tap();
    await shows(kiosk.page, '没有用这个号码作的预约');
    await kiosk.page.locator('[data-home]').tap();
    await kiosk.atStart();
  });
});

it('whoever did not come is told from when he may book again, and that the hall is open to him', async () => {
  site.clock.moveTo(new Date(`${DAY}T14:30:00+08:00`));
  const phone = await open();
  await choose(phone, 'c', '16:00');
  await say(phone, '封', '138 0000 1234');
  await phone.locator('[data-book]').tap();
  await shows(phone.locator('.kept'), '暂时不能预约');
  await shows(phone.locator('.kept'), '在此之前请到现场取号');
});
