import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import type { HallConfig } from '#libs/hall/config';
import { BrowserHall } from '../../support/browser-hall.js';
import { shows, textOf } from '../../support/browser-text.js';
import { PASSWORD } from '../../support/test-hall.js';

/** Invented: no district has this number. */
const ID = '999999196003010016';
const PHONE = '13800001234';

const asking = (config: HallConfig): HallConfig => ({
  ...config,
  visitors: { booking: 'required', oneTicketPerQueue: true, noShows: null, keepDays: 30 },
  callOrder: {
    ...config.callOrder,
    groups: [{ id: 'elderly', name: '老年人', nameEn: '', evidence: 'birth-date', fromAge: 65 }],
  },
  appointments: [
    {
      kind: 'slot',
      spans: [],
      ...{ queueId: 'hall-queue-b', slotMinutes: 30, capacity: 2, daysAhead: 7, cancelHours: 2 },
      ...{ checkInEarlyMinutes: 60, checkInLateMinutes: 15 },
    },
  ],
});

let site: BrowserHall;
let desk: Page;
beforeAll(async () => {
  site = await BrowserHall.open({ change: asking });
  await site.hall.hire('guide', ['guide']);
  desk = await site.page('/guide/', 'office');
  await desk.setViewportSize({ width: 1024, height: 1366 });
  await desk.locator('[name="username"]').fill('guide');
  await desk.locator('[name="password"]').fill(PASSWORD);
  await desk.keyboard.press('Enter');
  await desk.locator('.issue').waitFor();
});
afterAll(() => site.close());

const identity = () => desk.locator('.identity');
async function write(name: string, text: string): Promise<void> {
  if ((await identity().getAttribute('open')) === null) await identity().locator('summary').tap();
  await identity().locator(`[name="${name}"]`).fill(text);
}
async function find(words: string): Promise<string> {
  await desk.locator('[name="number"]').fill(words);
  await desk.keyboard.press('Enter');
  return textOf(desk.locator('[data-answer]'));
}

it('says of an identity number as it is typed whether it is right, and which group it proves', async () => {
  await write('id-number', ID.slice(0, 10));
  await shows(identity(), '还差 8 位');
  await write('id-number', ID.slice(0, 17) + '1');
  await shows(identity(), '身份证号码不对，请核对。');
  await write('id-number', ID);
  await shows(identity(), '满65岁：老年人');
  await write('visitor-phone', PHONE);
  await write('visitor-name', '封三娘');
  await desk.locator('.queues [data-chip="hall-queue-a"]').tap();
  await desk.locator('.take').tap();
  expect(await textOf(desk.locator('[data-number]'))).toBe('A001');
  await shows(desk.locator('.issued'), '老年人');
  await desk.locator('[data-again]').tap();
  expect(await identity().locator('[name="id-number"]').inputValue()).toBe('');
});

it('takes no second number for the same person, but prints the first slip again', async () => {
  await write('visitor-phone', PHONE);
  await desk.locator('.queues [data-chip="hall-queue-a"]').tap();
  await desk.locator('.take').tap();
  await shows(desk.locator('[data-held]'), 'A001 号正在等候，没有再取新号。');
  await desk.locator('[data-held] .key').tap();
  await shows(desk.getByRole('alert'), 'A001 的小票已送到');
  expect(await site.hall.server.app.get(PrismaClient).ticket.count()).toBe(1);
});

it('finds the number by phone or document, which then stand masked on the page only', async () => {
  expect(await find(PHONE)).toBe('138****1234 有 1 张号票、0 个预约。');
  await desk.locator('.find [data-ticket="A001"]').waitFor();
  expect(await find(ID)).toBe('999***********0016 有 1 张号票、0 个预约。');
  expect(await find('13900001234')).toBe('139****1234 现在没有号票，也没有预约。');
});

it('shows who it is masked; the whole of it for a minute, once a reason is given', async () => {
  await find(PHONE);
  await desk.locator('.find [data-ticket="A001"] .head').tap();
  const visitor = desk.locator('.find [data-visitor]');
  await shows(visitor, '封**');
  await shows(visitor, '138****1234');
  await visitor.locator('[data-reveal]').tap();
  await visitor.locator('[data-show]').tap();
  await shows(visitor, '请先选择一项。');
  await visitor.locator('[data-chip="contact-visitor"]').tap();
  await desk.clock.install();
  await visitor.locator('[data-show]').tap();
  await shows(visitor, '封三娘');
  await shows(visitor, PHONE);
  await desk.clock.runFor(61_000);
  await shows(visitor, '138****1234');
  expect(await desk.content()).not.toContain(PHONE);
  await desk.clock.resume();
  const shown = await site.hall.server.app
    .get(PrismaClient)
    .event.findMany({ where: { type: 'visitor-revealed' } });
  expect(shown.map(({ actor }) => actor)).toEqual(['person:person-guide']);
});

it('turns a booking found by phone into a number', async () => {
  const slot = { queueId: 'hall-queue-b', day: '2026-03-02' };
  const visitor = { name: '丁', phone: '13700001111' };
  const phone = site.hall.nobody();
  await phone.do('book', { ...slot, from: '15:00', visitor });
  await phone.do('book', { ...slot, from: '09:30', visitor });
  expect(await find('13700001111')).toBe('137****1111 有 0 张号票、2 个预约。');
  await shows(desk.locator('.find'), '2026-03-02 14:00 起可以签到');
  await desk.locator('[data-check-in]').tap();
  await shows(desk.getByRole('alert'), '已签到，号码 B001。');
  await shows(desk.locator('.find'), '137****1111 有 1 张号票、1 个预约。');
  await desk.locator('.find [data-ticket="B001"]').waitFor();
});
