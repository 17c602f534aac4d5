import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficePage } from '../../support/browser-office.js';
import { PAD_ADDRESS, PAD_COUNTER } from '../../support/browser-devices.js';
import { BrowserHall } from '../../support/browser-hall.js';
import { shows } from '../../support/browser-text.js';

let site: BrowserHall;
let office: OfficePage;
let page: Page;
beforeAll(async () => {
  site = await BrowserHall.open();
  office = await site.office(['hall-administrator']);
  page = office.page;
  await office.openTab('设备');
});
afterAll(() => site.close());

const row = (id: string): Locator => page.locator(`[data-device="${id}"]`);
const form = () => page.locator('[data-device-form]');
const field = (name: string): Locator => form().locator(`[name="${name}"]`);

describe('the list of devices', () => {
  it('stands by counter and kiosk, with how each is connected, in words', async () => {
    await shows(page.locator('[data-group="counter 2"]'), '2 号窗口');
    await shows(row('hall-keypad'), '四键评价器（总线）');
    await shows(row('hall-keypad'), `地址 ${PAD_ADDRESS}`);
    await shows(page.locator('[data-group="kiosk hall-kiosk"]'), '取号机打印机');
    await shows(row('hall-printer'), '网络 127.0.0.1:');
    await shows(row('hall-printer'), '正常');
  });

  it('prints a test slip by one button, and says how it went', async () => {
    await row('hall-printer').locator('[data-test]').click();
    await shows(row('hall-printer'), '已打印');
    expect(site.devices.printer.slips().at(-1)?.lines.join('\n')).toContain('测试小票');
  });

  it('asks for a rating that does not count', async () => {
    const { pad } = site.devices;
    await row('hall-keypad').locator('[data-test]').click();
    await shows(row('hall-keypad'), '这次评价不计入');
    await pad.until(() => pad.bus.lit(PAD_ADDRESS));
    pad.bus.press(PAD_ADDRESS, 3);
    await shows(row('hall-keypad'), '收到：非常满意（测试，不计入）');
  });

  it('says what is plugged into the agent’s computer', async () => {
    await shows(page.locator('[data-plugged="hall-agent"]'), '插在“设备代理”电脑上的设备');
  });
});

describe('a device is added', () => {
  it('and a port that another one has is refused in words, at the form', async () => {
    await page.locator('[data-add-device]').click();
    await field('kind').selectOption('counter-sign');
    await field('name').fill('二号条屏');
    await field('driver').selectOption('ascii-bar');
    await field('counter').selectOption('hall-counter-2');
    await form().getByRole('button', { name: '保存' }).click();
    await shows(form(), '请检查：网络地址、端口号');
    await field('host').fill('127.0.0.1');
    await field('port').fill(String(site.devices.pad.port));
    await form().getByRole('button', { name: '保存' }).click();
    await shows(form(), '设备“二号条屏”与“四键评价器”使用了同一个端口');
  });

  it('and stands in the list with why it is out of reach and what to do', async () => {
    await field('port').fill('9');
    await field('columns').fill('12');
    await form().getByRole('button', { name: '保存' }).click();
    await form().waitFor({ state: 'detached' });
    const added = page.locator('[data-device]', { hasText: '二号条屏' });
    await shows(added, '连不上');
    await shows(added, '对方拒绝连接');
    await shows(added, '请看条屏的电源和网线');
  });

  it('changed and removed again', async () => {
    const added = page.locator('[data-device]', { hasText: '二号条屏' });
    await added.locator('[data-edit]').click();
    expect(await field('columns').inputValue()).toBe('12');
    await form().locator('[data-remove]').click();
    await form().locator('[data-remove]').click();
    await added.waitFor({ state: 'detached' });
  });
});

it('a clerk reports a fault by one tap; it stands in the office until it is settled', async () => {
  const desk = await site.counter(PAD_COUNTER);
  await desk.page.locator('[data-fault]').click();
  await desk.page.getByText('四键评价器').click();
  await desk.page.getByText('没有反应').click();
  await desk.page.keyboard.press('Enter');
  await shows(desk.page.locator('.note'), '已报修');
  await office.openTab('值班');
  const fault = page.locator('[data-fault="hall-keypad"]');
  await shows(fault, '2 号窗口报修');
  await fault.getByRole('button', { name: '已处理' }).click();
  await fault.waitFor({ state: 'detached' });
});

it('a printer without paper is an alarm on the duty page, in words and with what to do', async () => {
  site.devices.printer.printer.takePaperOut();
  const alarm = page.locator('[data-alarm="hall-printer"]');
  await shows(alarm, '缺纸');
  await shows(alarm, '请换上新纸卷');
});

it('the test of everything is one report on the duty page', async () => {
  const panel = page.locator('[data-self-test]');
  await panel.getByRole('button', { name: '全部自检' }).click();
  await shows(panel, '台有问题');
  await shows(panel, '取号机打印机');
});
