import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import { BrowserHall } from '../../support/browser-hall.js';
import type { CounterPage } from '../../support/browser-counter.js';
import { shows, textOf } from '../../support/browser-text.js';
import { PASSWORD } from '../../support/test-hall.js';

let site: BrowserHall;
let guide: Page;
let desk: CounterPage;
beforeAll(async () => {
  site = await BrowserHall.open();
  await site.hall.hire('guide', ['guide']);
  guide = await site.page('/guide/', 'office');
  await guide.setViewportSize({ width: 1024, height: 1366 });
  await guide.locator('[name="username"]').fill('guide');
  await guide.locator('[name="password"]').fill(PASSWORD);
  await guide.keyboard.press('Enter');
  await guide.locator('[data-task="agent"]').tap();
  desk = await site.counter(1);
});
afterAll(() => site.close());

const tickets = () => site.hall.server.app.get(PrismaClient).ticket.count();

it('asks for the agent’s name and every case’s matter before it takes any number', async () => {
  await guide.locator('[data-register]').tap();
  await shows(guide, '请填写代办员的姓名。');
  await guide.locator('[name="agent-name"]').fill('封三娘');
  await guide.locator('[data-register]').tap();
  await shows(guide, '请为每一件选择业务和事项。');
  expect(await tickets()).toBe(0);
});

it('takes a number for each case at once, prints them all, and the counter sees whose they are', async () => {
  await guide.locator('[data-add-case]').tap();
  await guide.locator('[name="case-1"]').selectOption('hall-queue-a matter-a');
  await guide.locator('[name="case-2"]').selectOption('hall-queue-b');
  await guide.locator('[name="applicant-2"]').fill('封四娘');
  await guide.locator('[data-register]').tap();
  await shows(guide, '已取 2 个号，直接进入各业务的队列。');
  expect(await guide.locator('[data-batch-number]').allInnerTexts()).toEqual(['A001', 'B001']);
  await guide.locator('[data-print-all]').tap();
  await expect.poll(() => site.devices.printer.slips().length).toBe(2);
  await shows(guide.locator('.list'), '代办 2 件');
  await shows(desk.page.locator('.line'), '代办');
  await desk.press('F2');
  await shows(desk.ticket, '代办 · 同批 2 件');
  expect(await textOf(desk.ticket)).not.toContain('封');
});
