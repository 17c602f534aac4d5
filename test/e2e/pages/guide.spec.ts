import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import type { Role } from '#libs/hall/actor';
import type { OrderPolicy } from '#libs/queueing/order-policy';
import { BrowserHall } from '../../support/browser-hall.js';
import { shows, textOf } from '../../support/browser-text.js';
import type { Client } from '../../support/client.js';
import { PASSWORD } from '../../support/test-hall.js';

const callOrder: OrderPolicy = {
  groups: [{ id: 'elderly', name: '老年人', nameEn: 'Older people', evidence: 'birth-date', fromAge: 60 }],
  share: { priority: 1, ordinary: 2 },
  ageingMinutes: null,
  callByNumber: false,
};

let site: BrowserHall;
let desk: Page;
let clerk: Client;
beforeAll(async () => {
  site = await BrowserHall.open({ change: (config) => ({ ...config, callOrder }) });
  clerk = await site.hall.clerk(1);
  desk = await guideDesk('guide', ['guide']);
});
afterAll(() => site.close());

/** A tablet held upright, signed in. */
async function guideDesk(username: string, roles: readonly Role[]): Promise<Page> {
  await site.hall.hire(username, roles);
  const page = await site.page('/guide/', 'office');
  await page.setViewportSize({ width: 1024, height: 1366 });
  await page.locator('[name="username"]').fill(username);
  await page.locator('[name="password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.issue').waitFor();
  return page;
}
const queue = (prefix: string) => desk.locator(`.queues [data-chip="hall-queue-${prefix}"]`);
const group = (id: string) => desk.locator(`.groups [data-chip="${id}"]`);
const tickets = () => site.hall.server.app.get(PrismaClient).ticket.count();

async function take(prefix: string): Promise<string> {
  await queue(prefix).tap();
  await desk.locator('.take').tap();
  return textOf(desk.locator('[data-number]'));
}
async function find(number: string): Promise<string> {
  await desk.locator('[name="number"]').fill(number);
  await desk.keyboard.press('Enter');
  return textOf(desk.locator('[data-answer]'));
}
const press = (act: string) => desk.locator(`.find [data-act="${act}"]`).tap();

it('says what is missing, takes nothing, and then one number for a double tap', async () => {
  const before = await tickets();
  await desk.locator('.take').tap();
  await shows(desk, '请先选择业务，再按“取号”。');
  await queue('b').tap();
  await desk.locator('.take').dblclick();
  expect(await textOf(desk.locator('[data-number]'))).toBe('B001');
  expect(await tickets()).toBe(before + 1);
  await shows(desk.locator('.issued'), '前面没有人，请留意叫号');
  await desk.locator('[data-again]').tap();
});

it('tells why a closed queue gives no number', async () => {
  await shows(queue('c'), '现在不取号');
  await queue('c').tap();
  await desk.locator('.take').tap();
  await shows(desk.getByRole('alert'), '该业务现在不取号');
});

describe('an older person', () => {
  let number: string;
  it('is given a number with the group, once the evidence was seen', async () => {
    for (const prefix of ['a', 'a', 'a']) {
      const given = await take(prefix);
      await shows(desk.locator('.issued'), /预计等候 约 \d+–\d+ 分钟/);
      await shows(desk.locator(`.list [data-ticket="${given}"]`), /约 \d+–\d+ 分钟/);
      await desk.locator('[data-again]').tap();
    }
    await shows(group('elderly'), '凭证：出生日期');
    await group('elderly').tap();
    await shows(desk, '请先看过凭证再取号。');
    number = await take('a');
    await shows(desk.locator('.issued'), '老年人');
    await desk.locator('[data-print]').tap();
    await shows(desk.getByRole('alert'), `${number} 的小票已送到“取号机打印机”打印，请到那里领取。`);
    await expect
      .poll(() => site.devices.printer.slips().at(-1)?.lines.join('\n') ?? '', { timeout: 20_000 })
      .toContain(number);
    expect(site.devices.printer.slips().at(-1)?.lines.join()).not.toContain('重打');
    await desk.locator('[data-again]').tap();
  });

  it('is found by number, with the place in line', async () => {
    expect(await find(number.toLowerCase())).toMatch(
      new RegExp(`^${number} 在“业务A”等候，前面最多 \\d 人，最晚第 \\d 位叫到。$`),
    );
    await shows(desk.locator('.find .row'), '老年人');
  });

  it('is never told apart on the board', async () => {
    const board = await site.board();
    for (let round = 0; round < 4; round++) {
      const { called } = await clerk.do('next', { seen: null, confirmed: true });
      const ticket = Object.assign({ ticketId: '', number: '' }, called);
      await shows(board, ticket.number);
      expect(await board.content()).not.toMatch(/老年|elderly|优先|Older/);
      site.clock.moveBy(60_000);
      if (ticket.number === number) return;
      await clerk.do('begin', { ticketId: ticket.ticketId });
      site.clock.moveBy(60_000);
      const closing = { outcome: 'completed', matterIds: ['matter-a'], confirmed: true };
      await clerk.do('finish', { ticketId: ticket.ticketId, ...closing });
    }
  });

  it('is put back in line after being missed', async () => {
    expect(await find(number)).toBe(`${number} 已叫号，请马上到 1 号窗口。`);
    const ticketId = await idOf(number);
    await clerk.do('recall', { ticketId });
    site.clock.moveBy(60_000);
    await clerk.do('miss', { ticketId });
    await shows(desk.locator('[data-answer]'), `${number} 已过号，可以在这里重新排队。`);
    await desk.locator('[data-filter="missed"]').tap();
    await desk.locator(`.list [data-ticket="${number}"] .head`).tap();
    await desk.locator(`.list [data-ticket="${number}"] [data-act="rejoin"]`).tap();
    await shows(desk.getByRole('alert'), `${number} 已重新排队。`);
    await shows(desk.locator('[data-answer]'), `${number} 在“业务A”等候`);
    await shows(desk.locator('.list'), '没有过号的号码。');
  });
});

const idOf = async (number: string): Promise<string> =>
  (await site.hall.server.app.get(PrismaClient).ticket.findFirstOrThrow({ where: { number } })).id;

it('says so when nobody has that number', async () => {
  await desk.locator('[name="number"]').fill('z999');
  await desk.keyboard.press('Enter');
  await shows(desk.locator('.find'), '没有找到 Z999。');
});

it('accompanies a visitor, and ends it', async () => {
  await find('B001');
  await press('help');
  await shows(desk.locator('.find .row'), '帮办：员工guide');
  await press('unhelp');
  await shows(desk.getByRole('alert'), 'B001 已不再帮办。');
});

it('asks before it cancels, and takes no for an answer', async () => {
  await find('B001');
  await press('cancel');
  await shows(desk.locator('.ask'), '取消 B001，不能恢复：为什么？');
  await desk.locator('[data-confirm]').tap();
  await shows(desk.locator('.ask'), '请先选择一项。');
  await desk.locator('[data-back]').tap();
  expect(await find('B001')).toMatch('等候');
  await press('cancel');
  await desk.locator('.ask [data-chip="visitor-left"]').tap();
  await desk.locator('[data-confirm]').tap();
  await shows(desk.getByRole('alert'), 'B001 已取消。');
  await shows(desk.locator('.find'), '没有找到 B001。');
});

it('leaves urgency to the duty chief, who says why and confirms', async () => {
  const number = await take('b');
  await find(number);
  expect(await desk.locator('.find [data-act="expedite"]').count()).toBe(0);
  const chief = await guideDesk('chief', ['duty-chief']);
  await chief.locator(`.list [data-ticket="${number}"] .head`).tap();
  await chief.locator('[data-act="expedite"]').tap();
  await chief.locator('.ask [data-chip="emergency"]').tap();
  await chief.locator('[data-confirm]').tap();
  await shows(desk.locator('.find .row'), '急办');
});

it('tells a colleague of another post that this is not their desk', async () => {
  await site.hall.hire('watcher', ['supervisor']);
  const page = await site.page('/guide/', 'office');
  await page.locator('[name="username"]').fill('watcher');
  await page.locator('[name="password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await shows(page, '您的岗位没有导办台的页面。');
});
