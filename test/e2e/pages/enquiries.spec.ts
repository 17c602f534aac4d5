import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#libs/hall/actor';
import { PrismaClient } from '#prisma/client/client';
import { BrowserHall } from '../../support/browser-hall.js';
import { OfficePage } from '../../support/browser-office.js';
import { shows, textOf } from '../../support/browser-text.js';
import { PASSWORD } from '../../support/test-hall.js';

let site: BrowserHall;
let guide: Page;
let office: OfficePage;
beforeAll(async () => {
  site = await BrowserHall.open({
    change: (config) => ({
      ...config,
      enquiries: {
        replyMinutes: 60,
        departments: [
          {
            id: 'tax',
            name: '税务局',
            nameEn: 'Tax',
            place: '人民路 2 号',
            person: '李老师',
            phone: '0000-2',
          },
        ],
      },
    }),
  });
  await site.hall.hire('expert', ['clerk']);
  guide = await tablet('guide', ['guide']);
  office = await site.office(['duty-chief']);
});
afterAll(() => site.close());

async function tablet(username: string, roles: readonly Role[]): Promise<Page> {
  await site.hall.hire(username, roles);
  const page = await site.page('/guide/', 'office');
  await page.setViewportSize({ width: 1024, height: 1366 });
  await page.locator('[name="username"]').fill(username);
  await page.locator('[name="password"]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('[data-task="enquiries"]').tap();
  await page.locator('[data-log]').waitFor();
  return page;
}
const rows = (page: Page) => page.locator('[data-enquiry]');
const stored = () =>
  site.hall.server.app.get(PrismaClient).enquiry.findMany({ orderBy: { loggedAt: 'asc' } });

it('puts down nothing without a question, and says so', async () => {
  await guide.locator('[data-log]').tap();
  await shows(guide, '请先写下问的是什么。');
  expect(await stored()).toEqual([]);
});

describe('a telephone enquiry', () => {
  it('is put down with who asked, and listed with its time', async () => {
    await guide.getByText('电话', { exact: true }).first().tap();
    await shows(guide, '需要回复的，请登记姓名和电话。');
    await guide.locator('[name="question"]').fill('换证要带什么');
    await guide.locator('[name="asker-name"]').fill('封三娘');
    await guide.locator('[name="asker-phone"]').fill('13800001234');
    await guide.locator('[name="topic"]').selectOption({ label: '换证' });
    await guide.locator('[data-log]').tap();
    await shows(guide, '已登记，请在 10:0');
    expect(await textOf(rows(guide))).toMatch(
      /电话 换证 10:0\d 前答复 换证要带什么 封\*\* 138\*{4}1234 · 首问 员工guide/,
    );
  });

  it('is handed to a clerk, who finds it in the office and writes the reply', async () => {
    await rows(guide).locator('.enquiry-row').tap();
    await guide.locator('[data-enquiry-act="hand-over"]').tap();
    await guide.locator('[name="to"]').selectOption({ label: '员工expert' });
    await guide.locator('[name="warm"]').check();
    await guide.locator('.enquiry-acts [name="within"]').selectOption({ label: '30 分钟' });
    await guide.locator('[data-enquiry-go]').tap();
    await shows(guide, '转给 员工expert · 已联系');
    const expert = new OfficePage(await site.page('/office/', 'office'));
    await expert.signIn('expert', PASSWORD);
    await shows(expert.page, '换证要带什么');
    site.clock.moveBy(31 * 60_000);
    await shows(office.page, '咨询超时：换证');
    await shows(guide.locator('.heads'), '超时 1');
    await rows(expert.page).locator('.enquiry-row').click();
    await expert.page.locator('[data-enquiry-act="reply"]').click();
    await expert.page.locator('[name="words"]').fill('带旧证和照片');
    await expert.page.locator('[data-enquiry-go]').click();
    await shows(guide, '答复：带旧证和照片');
  });

  it('is told, and closed only with an outcome', async () => {
    await rows(guide).locator('.enquiry-row').tap();
    const answer = guide.locator('[data-enquiry-act="answer"]');
    if (!(await answer.isVisible())) await rows(guide).locator('.enquiry-row').tap();
    await answer.tap();
    await guide.locator('[data-enquiry-go]').tap();
    await shows(guide, '请先选择一个结果。');
    await guide.getByText('解答', { exact: true }).tap();
    await guide.locator('[data-enquiry-go]').tap();
    await shows(guide, '没有未办结的咨询。');
    expect(await stored()).toMatchObject([{ status: 'closed', outcome: 'answered' }]);
  });
});

it('somebody who is sent elsewhere is shown where, whom to ask, the telephone and other ways', async () => {
  await guide.getByText('现场', { exact: true }).tap();
  await guide.locator('[name="question"]').fill('在哪里报税');
  await guide.locator('[data-log]').tap();
  await rows(guide).locator('.enquiry-row').tap();
  await guide.locator('[data-enquiry-act="answer"]').tap();
  await guide.getByText('告知去向', { exact: true }).tap();
  await guide.locator('[name="department"]').selectOption('tax');
  await guide.locator('[data-enquiry-go]').tap();
  const slip = await textOf(guide.locator('[data-redirect-slip]'));
  for (const part of ['税务局', '人民路 2 号', '李老师', '0000-2', '本大厅导办台', '0000-1'])
    expect(slip).toContain(part);
});

it('the office counts them by way and outcome, in time and late', async () => {
  await office.openTab('咨询');
  const counts = office.page.locator('.counts');
  await shows(counts, '告知去向 1');
  expect(
    (await counts.locator('tbody').first().locator('tr').allInnerTexts()).map((row) => row.split(/\s+/)),
  ).toEqual([
    ['现场', '1', '1', '0', '0'],
    ['电话', '1', '0', '1', '0'],
    ['网络', '0', '0', '0', '0'],
    ['合计', '2', '1', '1', '0'],
  ]);
});
