import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#libs/hall/actor';
import { PrismaClient } from '#prisma/client/client';
import { BrowserHall } from '../../support/browser-hall.js';
import { OfficePage } from '../../support/browser-office.js';
import { shows, textOf } from '../../support/browser-text.js';
import { PASSWORD } from '../../support/test-hall.js';

const PICTURES = process.env['TINGXU_PICTURES'];

let site: BrowserHall;
let author: OfficePage;
let reviewer: OfficePage;
let approver: OfficePage;
let board: Page;
beforeAll(async () => {
  site = await BrowserHall.open();
  author = await office('author', ['clerk']);
  reviewer = await office('reviewer', ['reviewer']);
  approver = await office('approver', ['approver']);
  board = await site.board();
});
afterAll(() => site.close());

async function office(username: string, roles: readonly Role[]): Promise<OfficePage> {
  await site.hall.hire(username, roles);
  const page = new OfficePage(await site.page('/office/', 'office'));
  await page.signIn(username, PASSWORD);
  await page.openTab('公示');
  return page;
}
async function picture(name: string, page: Page): Promise<void> {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}
/** Comes anew to the list and opens the one there is. */
async function open({ page }: OfficePage, title: string): Promise<void> {
  await page.reload();
  await page.locator('[data-publication]').getByText(title).click();
  await page.locator('[data-act]').first().waitFor();
}

it('says what will stand here while there is nothing', async () => {
  await shows(author.page, '还没有公示信息');
  await picture('publications-empty', author.page);
});

describe('a licence decision from the draft to the board', () => {
  it('is checked while it is written', async () => {
    const { page } = author;
    await page.locator('[data-new="licence-decision"]').click();
    for (const [field, words] of Object.entries({
      ...{ documentNumber: '示许〔2026〕7 号', projectName: '道路运输经营', category: '普通' },
      ...{
        content: '准予经营，联系人：张三丰',
        subjectName: '示例运输公司',
        subjectCode: '91350100M000100Y44',
      },
      ...{ authority: '示例县交通局', areaCode: '999901', validUntil: '2030-03-01' },
    }))
      await page.locator(`[name="${field}"]`).fill(words);
    await shows(page.locator('[data-fault="subjectCode"]'), '校验位不正确');
    await picture('publications-editor', page);
    await page.locator('[name="subjectCode"]').fill('91350100M000100Y43');
    await page.locator('[data-fault]').waitFor({ state: 'detached' });
    await page.locator('[data-save]').click();
    await page.locator('[data-act="submit"]').click();
    await shows(page, '待审核');
  });

  it('goes by a second and a third person, who rules on what was found', async () => {
    await open(reviewer, '道路运输经营');
    await reviewer.page.locator('[data-act="review"]').click();
    await shows(reviewer.page, '待批准');
    await open(approver, '道路运输经营');
    await approver.page.locator('[data-act="approve"]').click();
    await shows(approver.page, '还有 1 处可能的个人信息');
    await approver.page.locator('[data-findings]').getByText('遮盖为 张**').click();
    await picture('publications-findings', approver.page);
    await approver.page.locator('[data-act="approve"]').click();
    await shows(approver.page, '待发布');
    expect(await board.locator('[data-publication]').count()).toBe(0);
  });

  it('is published by whoever drafted it, and stands on the board beside a call', async () => {
    await open(author, '道路运输经营');
    await author.page.locator('[data-act="publish"]').click();
    await shows(board.locator('[data-publication]'), '示许〔2026〕7 号 道路运输经营');
    const desk = await site.counter(1);
    await (await site.kiosk()).take('A');
    await desk.press('F2');
    await board.locator('.latest.lit').waitFor();
    await shows(board.locator('[data-publication]'), '示例县交通局');
    await picture('publications-board', board);
  });

  it('tells the hall what was on the glass, which the office shows as proof', async () => {
    site.clock.moveBy(60_000);
    await board.evaluate(
      "Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }); document.dispatchEvent(new Event('visibilitychange'))",
    );
    const log = site.hall.server.app.get(PrismaClient).displayLog;
    await expect.poll(() => log.count(), { timeout: 10_000 }).toBe(1);
    await open(author, '道路运输经营');
    expect(await textOf(author.page.locator('[data-proof]'))).toMatch(/2026-03-02 ?共 \d[\d.]* 分钟/);
    await picture('publications-proof', author.page);
  });

  it('is withdrawn with a reason, from a telephone too', async () => {
    const { page } = author;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('[data-act="withdraw"]').click();
    await page.locator('[data-reasoned]').click();
    await shows(page, '请写明原因');
    await page.locator('[name="reason"]').fill('内容有误');
    await picture('publications-phone', page);
    await page.locator('[data-reasoned]').click();
    await board.locator('[data-publication]').waitFor({ state: 'detached' });
    await shows(page, '内容有误');
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
