import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserHall } from '../../support/browser-hall.js';
import type { CounterPage } from '../../support/browser-counter.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { shows, textOf } from '../../support/browser-text.js';

let site: BrowserHall;
let kiosk: KioskPage;
let desk: CounterPage;
beforeAll(async () => {
  site = await BrowserHall.open({
    change: (config) => ({
      ...config,
      queues: config.queues.map((queue) => ({ ...queue, pickUp: queue.prefix === 'A' })),
    }),
  });
  [kiosk, desk] = await Promise.all([site.kiosk(), site.counter(1)]);
});
afterAll(() => site.close());

async function sign(page: Page): Promise<void> {
  const box = await page.locator('[data-signature]').boundingBox();
  if (!box) throw new Error('no place to sign');
  await page.mouse.move(box.x + 60, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 120, { steps: 5 });
  await page.mouse.move(box.x + 320, box.y + 50, { steps: 5 });
  await page.mouse.up();
}

describe('取件 (requirements 87, 88, 89)', () => {
  let number: string;

  it('the kiosk asks for the receipt, typed or scanned, before the matter', async () => {
    await kiosk.queue('A').tap();
    for (const key of ['S', 'L', '-', '1', '8']) await kiosk.page.locator(`[data-letter="${key}"]`).tap();
    await kiosk.page.locator('[data-delete]').tap();
    await kiosk.page.keyboard.type('7');
    await kiosk.page.locator('[data-receipt]').filter({ hasText: 'SL-17' }).waitFor();
    await kiosk.page.keyboard.press('Enter');
    await kiosk.matter('matter-a').tap();
    number = await kiosk.number();
    await kiosk.done();
  });

  it('goes on without one, and asks nobody in another queue', async () => {
    await kiosk.atStart();
    await kiosk.queue('A').tap();
    await kiosk.page.locator('[data-receipt-skip]').tap();
    await kiosk.matter('matter-a').tap();
    await kiosk.number();
    await kiosk.done();
    await kiosk.atStart();
    await kiosk.take('B');
    await kiosk.done();
  });

  it('the counter asks for papers and signature before it finishes', async () => {
    await desk.call(number);
    await shows(desk.ticket, '回执 SL-17');
    await desk.begin(number);
    site.clock.moveBy(60_000);
    await desk.press('F5');
    await desk.question.waitFor();
    await desk.press('4', 'Enter');
    await shows(desk.question, '取件签收');
    expect(await desk.question.locator('[name="receipt"]').inputValue()).toBe('SL-17');
    await desk.press('Enter');
    await shows(desk.question, '请领取人签名。');
    await desk.question.getByText('代领', { exact: true }).click();
    await desk.question.locator('[name="receipt"]').fill('');
    await desk.question.locator('[name="receipt"]').pressSequentially('sl-17'); // as a scanner types it
    await sign(desk.page);
    await desk.press('Enter');
    await shows(desk.question, '请逐项查验代领材料后勾选。');
    for (const paper of ['委托书', '委托人身份证复印件', '受托人身份证'])
      await desk.question.getByLabel(paper, { exact: true }).check();
    await desk.question.locator('[name="collector"]').fill('封三娘');
    await desk.press('Enter');
    await desk.isFree();
  });

  it('the office finds it by receipt, and shows the signature to the duty chief', async () => {
    const office = await site.office(['duty-chief']);
    await office.openTab('取件');
    await office.page.locator('[name="receipt"]').fill('sl-17');
    await office.page.keyboard.press('Enter');
    const row = office.page.locator('tbody tr').filter({ hasText: 'SL-17' });
    expect(await textOf(row)).toMatch(/代领 委托书、委托人身份证复印件、受托人身份证 封\*\* 1 员工clerk-1/);
    await row.getByRole('button', { name: '查看签名' }).click();
    const signature = office.page.getByAltText(`${number} 的领取人签名`);
    await signature.waitFor();
    expect(await signature.getAttribute('src')).toMatch(/^data:image\/png;base64,/);
    const drawn = `document.querySelector('tbody img').naturalWidth`;
    await expect.poll(() => office.page.evaluate<number>(drawn)).toBe(640);
    expect(await textOf(office.page.locator('tbody'))).not.toContain('封三娘');
  });
});

it('no page complained', () => {
  expect(site.pages.complaints.filter((text) => !text.includes('401 (Unauthorized)'))).toEqual([]);
});
