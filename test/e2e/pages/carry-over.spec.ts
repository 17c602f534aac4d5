import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HallConfig } from '#libs/hall/config';
import { BrowserHall } from '../../support/browser-hall.js';
import type { OfficePage } from '../../support/browser-office.js';
import { shows } from '../../support/browser-text.js';
import type { Client } from '../../support/client.js';

/** Closes at ten, an hour after the hall’s clock starts. */
const change = (config: HallConfig): HallConfig => ({
  ...config,
  queues: config.queues.map((queue) => ({ ...queue, hours: [{ days: [1, 2], from: '08:00', to: '10:00' }] })),
});

let site: BrowserHall;
let office: OfficePage;
let desk: Client;
let phone: Page;
const panel = () => office.page.locator('[data-undecided="A"]');

beforeAll(async () => {
  site = await BrowserHall.open({ change });
  await site.hall.hire('guide', ['guide']);
  desk = await site.hall.signIn('guide', null);
  for (let number = 1; number <= 5; number++) {
    const answer = await desk.do('issue', { queueId: 'hall-queue-a', matterId: 'matter-a' });
    if (number === 2) phone = await site.page(new URL(String(answer['followUrl'])).pathname, 'phone');
  }
  office = await site.office(['duty-chief']);
});
afterAll(() => site.close());

it('before the closing time a number is carried over from its own page', async () => {
  await office.page.getByRole('heading', { name: '业务队列' }).waitFor();
  expect(await panel().count()).toBe(0);
  await office.openTab('号票');
  await office.page.getByRole('link', { name: 'A001' }).click();
  await office.page.getByRole('button', { name: '结转到下一工作日' }).click();
  await shows(office.page.getByRole('alert'), 'A001 已结转，3月3日星期二继续，号码和次序不变。');
  await shows(office.page, '决定 值班长');
});

it('from the closing time on, those who still hold a number are listed and decided one by one', async () => {
  await office.openTab('值班');
  site.clock.moveBy(61 * 60_000);
  await shows(panel(), 'A 业务A：仍有 4 位持号未办');
  await panel().getByRole('button', { name: 'A002 结转到下一工作日' }).click();
  await shows(office.page.getByRole('alert'), 'A002 已结转，3月3日星期二继续');
  await panel().getByRole('button', { name: 'A003 作废' }).click();
  await panel().getByRole('button', { name: '不作废' }).click();
  await panel().getByRole('button', { name: 'A003 作废' }).click();
  await panel().getByRole('button', { name: '已请改日再来' }).click();
  await shows(office.page.getByRole('alert'), 'A003 已作废。');
  await shows(panel(), '仍有 2 位持号未办');
});

it('and all at once, a command each', async () => {
  await panel().getByRole('button', { name: '全部结转到 3月3日星期二' }).click();
  await shows(office.page.getByRole('alert'), '这 2 位已结转，3月3日星期二继续');
  await panel().waitFor({ state: 'detached' });
});

it('the visitor’s phone says on which day it goes on, and then where it stands', async () => {
  await shows(phone, '3月3日星期二继续办理');
  await shows(phone, '请在3月3日星期二（08:00–10:00）到大厅等候叫号');
  expect(await phone.getByRole('button', { name: '取消这个号码' }).count()).toBe(1);
  site.clock.moveBy(24 * 3600_000);
  await shows(phone, '前面还有 1 人');
  await shows(phone, '3月2日星期一 09:00 取号，已结转');
});
