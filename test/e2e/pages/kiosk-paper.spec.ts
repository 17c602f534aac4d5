import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserHall } from '../../support/browser-hall.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { shows, textOf } from '../../support/browser-text.js';

let site: BrowserHall;
let kiosk: KioskPage;
beforeAll(async () => {
  site = await BrowserHall.open();
  kiosk = await site.kiosk();
});
afterAll(() => site.close());

const { slips, printer } = {
  slips: () => site.devices.printer.slips(),
  printer: () => site.devices.printer.printer,
};
const reprint = () => kiosk.page.locator('[data-reprint]');

describe('a printer that runs out of paper in the middle of a slip', () => {
  let number: string;
  let address: string | null;
  beforeAll(async () => {
    printer().endPaperAfter(3);
    number = await kiosk.take('A');
    await kiosk.slip('paper-out');
    address = await kiosk.qr();
  });

  it('leaves the number and its code on the screen, and says what to do', async () => {
    await shows(kiosk.page, '本机缺纸，小票没有打印');
    await shows(kiosk.page, `您的号码是 ${number}，仍然有效。请记下号码或扫码保存，也可到导办台补打小票。`);
    expect(address).toMatch(/\/t\/[\w.~-]+$/);
  });

  it('keeps them until the visitor has confirmed, however long it takes', async () => {
    site.clock.moveBy(10 * 60_000);
    await shows(kiosk.page, '打印机恢复后可在这里补打小票。');
    expect(await kiosk.number()).toBe(number);
    expect(await kiosk.qr()).toBe(address);
  });

  it('prints it anew once there is paper, marked as a second one, and once', async () => {
    printer().loadPaper();
    await reprint().and(kiosk.page.locator(':enabled')).dblclick();
    await kiosk.slip('printed');
    const second = slips().filter(({ lines }) => lines.includes('【重打】Reprint'));
    expect(second).toHaveLength(1);
    expect(second[0]?.lines).toContain(number);
    expect(second[0]?.qr).toEqual([address]);
    await kiosk.done();
    await kiosk.atStart();
  });
});

describe.each([
  { trouble: 'paper-out', says: '小票纸已用完，暂停取号', fall: 'takePaperOut', mend: 'loadPaper' },
  { trouble: 'cover-open', says: '纸仓盖未关好，暂停取号', fall: 'openCover', mend: 'closeCover' },
  { trouble: 'fault', says: '打印机故障，暂停取号', fall: 'jam', mend: 'clearJam' },
] as const)('a kiosk that knows: $trouble', ({ trouble, says, fall, mend }) => {
  it('stops giving numbers, says where to go, and goes on when it is mended', async () => {
    printer()[fall]();
    await kiosk.page.locator(`[data-stopped="${trouble}"]`).waitFor();
    await shows(kiosk.page, says);
    await shows(kiosk.page, '请到导办台取号');
    expect(await kiosk.queue('A').count()).toBe(0);
    printer()[mend]();
    await kiosk.atStart();
    await kiosk.queue('A').waitFor();
  });
});

it('a kiosk whose printer is out of reach stops too', async () => {
  await site.devices.printer.unplug();
  await kiosk.page.locator('[data-stopped="unreachable"]').waitFor();
  expect(await textOf(kiosk.page.locator('.kiosk-main'))).toContain('请到导办台取号');
  await site.devices.printer.plug();
  await kiosk.queue('A').waitFor();
});

it('tells that the paper is nearly out, and prints on', async () => {
  printer().nearEnd();
  await kiosk.page.locator('[data-paper-low]').waitFor();
  await kiosk.take('A');
  await shows(kiosk.page.locator('[data-slip="paper-low"]'), '本机小票纸即将用完');
  printer().loadPaper();
  await kiosk.done();
});
