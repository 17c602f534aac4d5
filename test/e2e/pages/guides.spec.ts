import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUIDE_COLUMNS } from '#libs/disclosure/guide-column-names';
import { GUIDE_EXAMPLE } from '#libs/disclosure/guide-columns';
import { wholeGuide } from '#libs/disclosure/guide.fixture';
import { PrismaClient } from '#prisma/client/client';
import { BrowserHall } from '../../support/browser-hall.js';
import type { OfficePage } from '../../support/browser-office.js';
import { shows, textOf } from '../../support/browser-text.js';
import { xlsxFile } from '../../support/xlsx-file.js';

let site: BrowserHall;
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
  office = await site.office(['approver']);
});
afterAll(() => site.close());

const saved = () =>
  site.hall.server.app.get(PrismaClient).guideVersion.findMany({ orderBy: { code: 'asc' } });
const row = (code: string) => office.page.locator(`[data-guide="${code}"]`);
const field = (name: string) => office.page.locator(`[name="${name}"]`);

describe('the office makes guides', () => {
  it('is told every fault of a spreadsheet in words before anything is saved (requirements 95 to 97)', async () => {
    await office.openTab('办事指南');
    await shows(office.page, '还没有办事指南');
    await office.page.getByRole('link', { name: '从文件导入' }).click();
    const example = { ...GUIDE_EXAMPLE, code: 'T-a', name: '居民身份证换领', supervisor: '' };
    const bad = { ...GUIDE_EXAMPLE, code: 'T-b', promisedLimit: '尽快' };
    const rows = [GUIDE_COLUMNS, example, bad, { ...example, name: '重复' }].map((one) => Object.values(one));
    await office.page
      .locator('[name="file"]')
      .setInputFiles({ name: '指南.xlsx', mimeType: 'application/octet-stream', buffer: xlsxFile(rows) });
    await shows(office.page.locator('[data-row="3"]'), '“承诺时限”的“尽快”没看懂');
    await shows(office.page.locator('[data-row="4"]'), '编码与第 2 行相同');
    await shows(office.page.locator('[data-row="2"]'), '空缺：监督机构');
    expect(await saved()).toEqual([]);
  });

  it('takes the good rows as drafts', async () => {
    await office.page.getByRole('button', { name: '导入 1 行为草稿' }).click();
    await shows(row('T-a'), '草稿');
    await shows(row('T-a'), '空缺：监督机构');
    expect((await saved()).map(({ code, matterId }) => [code, matterId])).toEqual([['T-a', 'matter-a']]);
  });

  it('shows the list as it fills, refuses to publish with a gap, and publishes what is whole', async () => {
    await row('T-a').getByRole('link').click();
    await shows(office.page.locator('aside'), '监督机构 · 空缺');
    await office.page.locator('[data-publish]').click();
    await shows(office.page, '以下公开内容是空的：监督机构');
    await field('supervisor').fill('示例县政务服务管理局');
    expect(await textOf(office.page.locator('aside'))).not.toContain('空缺');
    await office.page.getByRole('button', { name: '保存为新的一版' }).click();
    await shows(office.page, '已保存为第 2 版');
    await office.page.locator('[data-publish]').click();
    await shows(office.page, '第 2 版已发布');
    await office.openTab('办事指南');
    await shows(row('T-a'), '第 2 版生效中');
  });

  it('says of a file that cannot be read what to do', async () => {
    await office.page.getByRole('link', { name: '从文件导入' }).click();
    const file = {
      name: '指南.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('no workbook'),
    };
    await office.page.locator('[name="file"]').setInputFiles(file);
    await shows(office.page, '这个 Excel 文件打不开');
  });
});

describe('the enquiry terminal (requirements 29, 30, 98, 99)', () => {
  let page: Page;
  beforeAll(async () => {
    const document = wholeGuide({ code: 'T-x', name: '居住证办理', events: ['moving'] });
    await site.hall.hire('maker', ['approver']);
    const maker = await site.hall.signIn('maker', null);
    await maker.do('import-guides', { guides: [{ document }] });
    const { guideId } = (await saved()).find(({ code }) => code === 'T-x') ?? expect.fail();
    await maker.do('publish-guide', { guideId, version: 1, effectiveFrom: '2026-03-02' });
    page = await site.page('/enquiry/?hall=hall', 'kiosk');
  });

  it('finds a matter by the initials typed on its own keys', async () => {
    for (const letter of 'sfz') await page.locator(`[data-key="${letter}"]`).tap();
    await shows(page.locator('[data-guide="T-a"]'), '居民身份证换领');
    expect(await page.locator('[data-guide]').count()).toBe(1);
  });

  it('shows the guide in the list’s own sections, where to go, and how to take it along', async () => {
    await page.locator('[data-guide="T-a"]').tap();
    await shows(page.locator('article h1'), '居民身份证换领');
    await shows(page.locator('[data-waiting]'), '1 号窗口、2 号窗口、3 号窗口');
    await shows(page.locator('[data-waiting]'), '现在没有人等候');
    expect(await page.locator('.cell.lit').count()).toBe(3);
    await shows(page.locator('[data-parts="feeStandard feeBasis"]'), '收费标准及依据');
    await page.getByLabel('身份证 复印件').check();
    await shows(page.locator('[data-parts="materials"]'), '已备好 1 / 3');
    expect(await page.locator('[data-qr] path').count()).toBe(1);
  });

  it('turns a guide longer than the screen by two keys, since many old touch screens cannot be dragged', async () => {
    const [up, down] = [page.getByText('上翻'), page.getByText('下翻')];
    await page.locator('[data-large]').tap();
    expect(await up.isDisabled()).toBe(true);
    await down.tap();
    await expect.poll(() => up.isEnabled()).toBe(true);
    await up.tap();
    await expect.poll(() => up.isDisabled()).toBe(true);
    await page.locator('[data-large]').tap();
  });

  it('says what comes nearest, and where to ask, where nothing is found', async () => {
    await page.locator('[data-home]').tap();
    await page.locator('[name="query"]').fill('身份证件换');
    await shows(page.locator('[data-told]'), '没有找到“身份证件换”。');
    await shows(page.locator('[data-guide="T-a"]'), '居民身份证换领');
    await shows(page, '请到导办台咨询');
  });

  it('lists departments with place, person and telephone', async () => {
    await page.locator('a[href="#directory"]').tap();
    await shows(page.locator('[data-department="tax"]'), '人民路 2 号');
    await shows(page.locator('[data-department="tax"]'), '李老师');
    await shows(page.locator('[data-department="tax"]'), '0000-2');
  });

  it('forgets whoever went away: language, print, reach and what was asked', async () => {
    const left = await site.page('/enquiry/?hall=hall', 'kiosk');
    await left.clock.install();
    await left.reload();
    await left.locator('[data-large]').tap();
    await left.locator('[data-low]').tap();
    await left.locator('[data-language]').tap();
    await left.locator('[data-key="j"]').tap();
    await left.clock.runFor(45_000);
    await shows(left, /Back to the start in \d+ s/);
    await left.clock.runFor(20_000);
    await shows(left, '您想办什么事？');
    expect(await left.locator('[name="query"]').inputValue()).toBe('');
    expect(await left.locator('.enquiry').getAttribute('class')).not.toMatch(/large|low/);
  });
});

it('a guide on a phone stands whole in the window’s width, and another hall’s address is asked for', async () => {
  const { guideId } = (await saved()).find(({ code }) => code === 'T-x') ?? expect.fail();
  const phone = await site.page(`/enquiry/?hall=hall#guide=${guideId}`, 'phone');
  await shows(phone.locator('article h1'), '居住证办理');
  expect(await phone.locator('[data-qr]').count()).toBe(0);
  expect(await phone.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
  const lost = await site.page('/enquiry/?hall=nowhere', 'phone');
  await shows(lost, '没有找到这个大厅');
  await shows(lost, '测试大厅');
});
