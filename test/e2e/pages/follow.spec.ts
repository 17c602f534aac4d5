import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../support/client.js';
import { BrowserHall } from '../../support/browser-hall.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { shows, textOf } from '../../support/browser-text.js';

let site: BrowserHall;
let kiosk: KioskPage;
let clerk: Client;
beforeAll(async () => {
  site = await BrowserHall.open();
  [kiosk, clerk] = await Promise.all([site.kiosk(), site.hall.clerk(2)]);
});
afterAll(() => site.close());

/** A visitor takes a number, and a phone opens what the paper slip's code says. */
async function visitor(): Promise<{ number: string; phone: Page; address: string }> {
  const number = await kiosk.take('A');
  await kiosk.slip('printed');
  await kiosk.done();
  await kiosk.atStart();
  const address = site.devices.printer.slips().at(-1)?.qr[0] ?? '';
  return { number, address, phone: await site.page(address, 'phone') };
}
async function callNext(): Promise<string> {
  const answer = await clerk.do('next', { seen: null, confirmed: false });
  return /"ticketId":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? '';
}

it('follows a number from its place in line to the end of the visit', async () => {
  await visitor();
  const { phone, number } = await visitor();
  expect(await textOf(phone.locator('.number'))).toBe(number);
  await shows(phone, '前面还有 1 人');
  const before = await callNext();
  await shows(phone, '下一位就是您，请到窗口附近等候');
  await clerk.do('begin', { ticketId: before });
  site.clock.moveBy(60_000);
  const closing = { outcome: 'completed', matterIds: ['matter-a'], confirmed: false };
  await clerk.do('finish', { ticketId: before, ...closing });

  const ticketId = await callNext();
  await shows(phone.getByRole('alert'), '现在叫到您');
  await shows(phone.getByRole('alert'), '请到 2 号窗口');
  expect(await phone.title()).toMatch(/现在叫到您|我的号码/);
  await clerk.do('begin', { ticketId });
  await shows(phone, '您正在 2 号窗口办理。');
  site.clock.moveBy(60_000);
  await clerk.do('finish', { ticketId, ...closing });
  await shows(phone, '已办结');
});

it('gives a number back by one tap and a second that is sure', async () => {
  const { phone, address } = await visitor();
  await phone.getByText('取消这个号码').tap();
  await phone.getByText('保留号码').tap();
  await phone.getByText('取消这个号码').tap();
  await shows(phone, '取消后号码作废，不能恢复。');
  await phone.getByText('确定取消').tap();
  await shows(phone, '已取消');
  await phone.getByRole('button', { name: '取消这个号码' }).waitFor({ state: 'detached' });
  await shows(await site.page(address, 'phone'), '已取消');
  expect(await clerk.refused('next', { seen: null, confirmed: false })).toBe('nobody-waiting');
});

it('a link that was guessed or changed shows nothing of anybody', async () => {
  const { address, number } = await visitor();
  const changed = address.slice(0, -1) + (address.endsWith('A') ? 'B' : 'A');
  for (const link of [changed, '/t/A001', '/t/hall-a001', `/t/${'a'.repeat(43)}`]) {
    const phone = await site.page(link, 'phone');
    await shows(phone, '查不到这个号码');
    const body = await textOf(phone.locator('body'));
    expect(body).not.toContain(number);
    expect(body).not.toContain('测试大厅');
  }
});

it('fits a phone held upright: nothing to scroll sideways, every key wide enough for a thumb', async () => {
  const { phone } = await visitor();
  await shows(phone, '取消这个号码');
  expect(await phone.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
  for (const key of await phone.getByRole('button').all())
    expect((await key.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await phone.getByRole('button', { name: 'English' }).tap();
  await shows(phone, 'People before you: 1');
});
