import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../support/client.js';
import { BrowserHall } from '../../support/browser-hall.js';
import { shows, textOf } from '../../support/browser-text.js';

let site: BrowserHall;
let clerk: Client;
let pad: Client;
let guide: Client;
beforeAll(async () => {
  site = await BrowserHall.open();
  await site.hall.hire('guide', ['guide']);
  [clerk, pad, guide] = await Promise.all([
    site.hall.clerk(1),
    site.hall.screen('hall-pad-1'),
    site.hall.signIn('guide', null),
  ]);
});
afterAll(() => site.close());

/** One visit from the number to the rating: waits a little under six minutes, is served for two. */
async function ratedVisit(level: number): Promise<void> {
  const { ticketId } = await guide.do('issue', { queueId: 'hall-queue-a', matterId: 'matter-a' });
  site.clock.moveBy(5.5 * 60_000);
  await clerk.do('next', { seen: null, confirmed: false });
  await clerk.do('begin', { ticketId });
  site.clock.moveBy(2 * 60_000);
  await clerk.do('finish', { ticketId, outcome: 'completed', matterIds: ['matter-a'], confirmed: false });
  const lit = pad.watch();
  const { invitation } = await lit.sees('pad', (shown) => shown.invitation !== null);
  await pad.do('rate', { invitationId: invitation?.id, level });
  lit.socket.close();
}
async function figures(): Promise<Page> {
  const page = await site.page('/figures/?hall=hall', 'office');
  await shows(page, '今日数据');
  return page;
}
const tile = (page: Page, name: string): Promise<string> => textOf(page.locator(`dl .${name} dd`));

it('withholds what fewer than five visits tell', async () => {
  for (const level of [5, 5, 5, 1]) await ratedVisit(level);
  const page = await figures();
  expect(await tile(page, 'served')).toBe('4');
  for (const name of ['average', 'p80']) expect(await tile(page, name)).toBe('少于 5 条，暂不公布');
  expect(await textOf(page.locator('.panel').first())).toBe('满意度 少于 5 条，暂不公布');
  await shows(page, '人数少于 5 的数据不公布，以免看出是谁。');
});

it('tells waits and ratings from the fifth on, but no level that fewer than five gave, nor one to subtract it from', async () => {
  for (const level of [5, 5, 4, 4, 4, 4, 4]) await ratedVisit(level);
  const page = await figures();
  expect(await tile(page, 'average')).toBe('6 分钟');
  await shows(page, '今日评价 11 条');
  const rows = await page.locator('.panel').first().locator('tbody tr').allInnerTexts();
  const told = rows.map((row) => row.replace(/\s+/g, ' ').trim());
  expect(told).toHaveLength(5);
  expect(told.find((row) => row.startsWith('非常不满意'))).toBe('非常不满意 暂不公布');
  const counts = told.flatMap((row) => (row.includes('暂不公布') ? [] : [Number(row.split(' ').at(-1))]));
  expect(told.length - counts.length).toBeGreaterThanOrEqual(2);
  for (const count of counts) expect(count === 0 || count >= 5).toBe(true);
});

it('tells the time of the hall, and of nobody who waits more than how many', async () => {
  await guide.do('issue', { queueId: 'hall-queue-b', matterId: 'matter-a' });
  const page = await figures();
  expect(await tile(page, 'waiting')).toBe('1');
  await shows(page.locator('.age'), /^10:\d\d 更新/);
  expect(await textOf(page.locator('body'))).not.toMatch(/[A-Z]0\d\d|员工/);
});
