import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../../support/client.js';
import type { CounterPage } from '../../support/browser-counter.js';
import { BrowserHall } from '../../support/browser-hall.js';
import { hides, shows, textOf } from '../../support/browser-text.js';
import { PASSWORD } from '../../support/test-hall.js';

let site: BrowserHall;
let guide: Client;
let desk: CounterPage;
let sign: Page;
beforeAll(async () => {
  site = await BrowserHall.open();
  await site.hall.hire('guide', ['guide']);
  guide = await site.hall.signIn('guide', null);
  [desk, sign] = await Promise.all([site.counter(1), site.sign(1)]);
});
afterAll(() => site.close());

/** A visitor takes a number at the guide desk. */
async function visitor(prefix = 'a'): Promise<string> {
  const { number } = await guide.do('issue', { queueId: `hall-queue-${prefix}`, matterId: 'matter-a' });
  await desk.page
    .locator('.line li b')
    .filter({ hasText: String(number) })
    .waitFor();
  return String(number);
}
const calls = (type: string) => site.hall.server.app.get(PrismaClient).event.count({ where: { type } });

/** As at an empty counter in the morning. */
async function clear(): Promise<void> {
  if (await desk.question.isVisible()) await desk.press('Escape');
  if (await desk.page.locator('.ticket .number').isVisible()) {
    site.clock.moveBy(60_000);
    await desk.finish();
  }
}
beforeEach(clear);

async function recall(round: number): Promise<void> {
  site.clock.moveBy(60_000);
  await desk.page.locator('.acts .recall[aria-disabled="false"]').waitFor();
  await desk.press('F3');
  await shows(desk.ticket, `第 ${round} 次呼叫`);
}

it('calls one person for a key pressed twice and a click besides', async () => {
  const first = await visitor();
  const second = await visitor();
  const before = await calls('ticket-called');
  await Promise.all([
    desk.page.keyboard.press('F2'),
    desk.page.keyboard.press('F2'),
    desk.button('next').click({ force: true }),
  ]);
  await desk.has(first, 'called');
  await desk.press('F2');
  expect(await desk.says()).toBe('请先办理或过号');
  expect(await calls('ticket-called')).toBe(before + 1);
  expect(await desk.line()).toEqual([second]);
});

it('calls one person when two tabs of one clerk press together', async () => {
  const tab = await desk.page.context().newPage();
  await tab.goto(desk.page.url());
  await tab.locator('.acts').waitFor();
  const before = await calls('ticket-called');
  await Promise.all([tab.keyboard.press('F2'), desk.page.keyboard.press('F2')]);
  await Promise.all([tab.locator('.ticket.called').waitFor(), desk.page.locator('.ticket.called').waitFor()]);
  expect(await calls('ticket-called')).toBe(before + 1);
  await tab.close();
});

it('counts down to the next recall, and recalls no oftener than allowed', async () => {
  const number = await visitor();
  await desk.call(number);
  expect(await textOf(desk.button('recall'))).toMatch(/F3 重呼 \d+ 秒后可重呼/);
  await desk.press('F3');
  expect(await desk.says()).toMatch(/^\d+ 秒后可重呼$/);
  for (const round of [2, 3, 4]) {
    await recall(round);
  }
  await shows(desk.button('recall'), '已呼满 4 次');
});

it('asks once more before it finishes a visit that has just begun', async () => {
  const number = await visitor();
  await desk.call(number);
  await desk.begin(number);
  await desk.press('F5', 'Enter');
  await shows(desk.question, '确定已办完？');
  await desk.press('Escape');
  await desk.has(number, 'serving');
  await desk.press('F5', 'Enter');
  await shows(desk.question, '确定已办完？');
  await desk.press('Enter');
  await desk.isFree();
});

describe('a visitor who is at the wrong place', () => {
  it('is sent to another counter with a reason, and is the next one there', async () => {
    const other = await site.counter(3);
    const waits = await visitor();
    await visitor();
    await desk.call(waits);
    await desk.press('F8', '3', 'Enter');
    await shows(desk.question, '转到3 号窗口：为什么？');
    await desk.press('Enter');
    await shows(desk.question, '请先选择一项。');
    await desk.press('2', 'Enter');
    await desk.isFree();
    await shows(other.page.locator('.line li').first(), '1 号窗口转来');
    await other.call(waits);
    site.clock.moveBy(60_000);
    await other.finish();
    await other.page.context().close();
  });

  it('is sent to another queue', async () => {
    await desk.press('F2');
    await desk.page.locator('.ticket.called').waitFor();
    await desk.press('F8', 'b', 'Enter', '1', 'Enter');
    await desk.isFree();
    await shows(desk.page.locator('.line'), '1 号窗口转来');
  });
});

it('pauses with a reason that the sign does not tell, and goes on', async () => {
  await desk.press('F9', '2', 'Enter');
  await shows(desk.ticket, '已暂停服务');
  await shows(desk.ticket, '用餐');
  await shows(sign.locator('.paused').first(), '暂停服务');
  expect(await textOf(sign.locator('body'))).not.toContain('用餐');
  await desk.press('F2');
  expect(await desk.says()).toBe('请先按 F9 恢复');
  await desk.press('F9');
  await hides(desk.ticket, '已暂停服务');
});

it('sets aside who must fetch a paper, and who did not come', async () => {
  await visitor();
  await desk.press('F2');
  await desk.page.locator('.ticket.called').waitFor();
  const number = await textOf(desk.page.locator('.ticket .number'));
  await desk.press('F7', '1', 'Enter');
  await desk.isFree();
  await shows(desk.page.locator('aside'), number);
  await desk.press('F7', 'Enter');
  await desk.has(number, 'called');
  await recall(2);
  site.clock.moveBy(60_000);
  await desk.page.locator('.acts .miss[aria-disabled="false"]').waitFor();
  await desk.press('F6');
  await desk.isFree();
  await desk.press('F6', 'Enter');
  await shows(desk.page.locator('.note'), '已重新排队');
});

it('help reaches the duty board in the office, and is settled there', async () => {
  const office = await site.office(['duty-chief']);
  await desk.press('F10');
  await shows(desk.page, '已求助，等候值班长');
  await shows(office.page, '1 号窗口求助');
  await office.page.getByRole('button', { name: '已处理' }).click();
  await hides(office.page, '1 号窗口求助');
  await hides(desk.page, '已求助，等候值班长');
});

it('goes back to signing in, and says why, when the same account signs in elsewhere', async () => {
  const elsewhere = await site.counter(2, 'clerk-1');
  await shows(desk.page, '这个账号已在别处登录，或在岗已被结束。请重新登录。');
  await elsewhere.isFree();
  await desk.signIn('clerk-1', 'not the password', 1);
  await shows(desk.page, '账号或密码不正确，请重新输入。');
  await desk.page.keyboard.type(PASSWORD);
  await desk.press('Enter');
  await desk.ready();
  await elsewhere.page.locator('[name="counter"]').waitFor();
});
