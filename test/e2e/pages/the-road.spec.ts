import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserHall } from '../../support/browser-hall.js';
import { hides, shows, textOf } from '../../support/browser-text.js';

let site: BrowserHall;
beforeAll(async () => {
  site = await BrowserHall.open();
});
afterAll(() => site.close());

it('leads from two taps to a rated visit, over pages, paper and keys alone', async () => {
  const [kiosk, board, sign, pad, desk] = await Promise.all([
    ...([site.kiosk(), site.board(), site.sign(1), site.pad(1)] as const),
    site.counter(1),
  ]);

  expect(await kiosk.take('A', 'matter-b')).toBe('A001');
  await kiosk.slip('printed');
  expect(await textOf(kiosk.page.locator('[data-seat]'))).toContain('请到 一区 等候区就座');
  const [slip] = site.devices.printer.slips();
  expect(slip?.lines).toEqual(expect.arrayContaining(['测试大厅', 'A001', '业务A', '前面无人，请留意叫号']));
  expect(slip?.lines.join('\n')).toMatch(/登记[\s\S]*2026-03-02 09:0\d[\s\S]*0000-1/);
  expect(slip?.qr).toEqual([await kiosk.qr()]);

  await desk.call('A001');
  await shows(board.locator('.latest'), 'A001');
  expect(await textOf(board.locator('.latest .counter'))).toBe('1');
  await shows(sign.locator('.calling'), 'A001');
  await desk.begin('A001');
  await shows(sign.locator('.serving'), 'A001');
  site.clock.moveBy(5 * 60_000);
  await desk.finish();

  await shows(pad, '您的号码 A001');
  await pad.locator('[data-level="2"]').tap();
  await pad.locator('[data-skip]').tap();
  await shows(pad, '感谢您的评价');
  await shows(desk.page, '已评价');
  expect(await desk.page.locator('body').innerText()).not.toMatch(/满意/);
  await hides(board.locator('.latest'), '正在叫号');

  const office = await site.office(['supervisor']);
  const history = await office.history('A001');
  expect(history.map(({ step }) => step)).toEqual([
    ...['取号', '小票送打', '小票结果', '叫号', '开始办理', '办结', '邀请评价', '已评价', '评价完成'],
  ]);
  for (const { time } of history) expect(time).toMatch(/^09:0\d:\d\d$/);
  expect(await office.page.locator('body').innerText()).not.toMatch(/满意/);
});
