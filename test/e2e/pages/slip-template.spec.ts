import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConfigInForce } from '#libs/contracts/config-in-force';
import { BrowserHall } from '../../support/browser-hall.js';
import type { OfficePage } from '../../support/browser-office.js';
import { shows } from '../../support/browser-text.js';
import type { Client } from '../../support/client.js';

let site: BrowserHall;
let office: OfficePage;
let colleague: Client;
beforeAll(async () => {
  site = await BrowserHall.open();
  await site.hall.hire('colleague', ['hall-administrator']);
  colleague = await site.hall.signIn('colleague', null);
  office = await site.office(['hall-administrator']);
  await office.openTab('规则');
  await office.page.getByRole('navigation', { name: '规则的各部分' }).getByText('小票').click();
  await preview('80mm').waitFor();
});
afterAll(() => site.close());

const preview = (width: string) => office.page.locator(`[data-preview="${width}"]`);
const drawn = async (width: string): Promise<string> =>
  ((await preview(width).textContent()) ?? '').replace(/\s/g, '');
const line = (row: number) => office.page.locator(`[data-line="${row}"]`);
const button = (name: string) => office.page.getByRole('button', { name });
const bar = () => office.page.getByRole('region', { name: '保存修改' });
const save = () => bar().getByRole('button', { name: '保存', exact: true }).click();

async function firstLine(): Promise<unknown> {
  const answer = await colleague.rest('GET', '/api/halls/hall/config');
  const { document }: ConfigInForce = JSON.parse(await answer.text());
  return document.slipTemplate[0];
}

it('is shown as it prints, on wide and on narrow paper, and as a second slip', async () => {
  expect(await drawn('80mm')).toContain('测试大厅');
  expect(await drawn('80mm')).toContain('A017');
  expect(await drawn('80mm')).not.toContain('重打');
  await office.page.getByLabel('重打的小票').check();
  expect(await drawn('80mm')).toContain('重打');
  await office.page.getByLabel('58 毫米纸').check();
  expect(await drawn('58mm')).toContain('A017');
  await office.page.getByLabel('80 毫米纸').check();
});

it('changes with each key, and moves lines', async () => {
  await line(1).getByLabel('文字', { exact: true }).fill('欢迎光临');
  await line(1).getByLabel('文字 插入内容…').selectOption('hall');
  await expect.poll(() => drawn('80mm')).toContain('欢迎光临测试大厅');
  await line(1).getByRole('button', { name: '下移' }).click();
  expect(await line(2).getByLabel('文字', { exact: true }).inputValue()).toBe('欢迎光临{hall}');
  await line(2).getByRole('button', { name: '上移' }).click();
  await save();
  await shows(bar(), '已保存并生效，当前版本 2。');
  expect(await firstLine()).toMatchObject({ kind: 'text', text: '欢迎光临{hall}' });
});

it('says what overflows the paper, and refuses it in words', async () => {
  await line(1).getByLabel('文字', { exact: true }).fill('欢迎光临'.repeat(4));
  await shows(office.page, '小票第 1 行在最窄的纸上放不下，这个字号最多 12 个汉字，请改短或把字改小。');
  await save();
  await shows(bar(), '小票第 1 行在最窄的纸上放不下，这个字号最多 12 个汉字，请改短或把字改小。');
  expect(await firstLine()).toMatchObject({ text: '欢迎光临{hall}' });
});

it('keeps a number on every slip', async () => {
  await line(1).getByLabel('文字', { exact: true }).fill('{hall}');
  await line(7).getByRole('button', { name: '删除' }).click();
  await shows(office.page, '小票上没有号码，请加一行文字并插入“号码”。');
});

it('goes back to the slip that halls begin with', async () => {
  await button('恢复默认小票').click();
  await expect.poll(() => drawn('80mm')).toContain('A017');
  await save();
  await shows(bar(), '已保存并生效，当前版本 3。');
  expect(await firstLine()).toMatchObject({ text: '{hall}', width: 2, height: 2 });
});
