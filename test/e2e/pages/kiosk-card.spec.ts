import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PERSONS, DEMO_TROUBLES, laid } from '#devices/id-card-reader/demo-documents';
import { BrowserHall } from '../../support/browser-hall.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { shows } from '../../support/browser-text.js';
import { KioskReaders } from '../../support/kiosk-readers.js';

let readers: KioskReaders;
let site: BrowserHall;
let kiosk: KioskPage;
beforeAll(async () => {
  readers = await KioskReaders.start();
  site = await BrowserHall.open({ change: (config) => readers.furnish(config) });
  kiosk = await site.kiosk();
});
afterAll(async () => {
  await site.close();
  await readers.close();
});

const book = (more: object = {}) =>
  site.hall.nobody().do('book', { queueId: 'hall-queue-a', day: '2026-03-02', from: '09:30', ...more });

it('a laid card says whose it is, masked, and why he goes first; the number is his', async () => {
  await readers.lay(laid(DEMO_PERSONS.elderly));
  await shows(kiosk.page, '已识别演****的证件（老年人优先），请选择要办理的业务');
  expect(await kiosk.take('A')).toBe('A001');
  await kiosk.slip('printed');
  await kiosk.done();
  await kiosk.atStart();
  await readers.lay(laid(DEMO_PERSONS.elderly));
  await shows(kiosk.page, '您已有号码在等候');
  await kiosk.page.locator('[data-reprint]').tap();
  await shows(kiosk.page, '正在补打，请在下方出票口取小票。');
  await kiosk.page.locator('[data-done]').tap();
  await kiosk.atStart();
});

it('whoever has an appointment takes his number with one tap', async () => {
  const { name, idNumber } = DEMO_PERSONS.second;
  await book({ visitor: { name, idNumber } });
  await readers.lay(laid(DEMO_PERSONS.second));
  await shows(kiosk.page, '您有预约，点一下即可取号');
  await kiosk.page.locator('[data-check-in]').tap();
  await shows(kiosk.page, 'A002');
  await kiosk.slip('printed');
  await kiosk.done();
});

it('a card that cannot be read keeps nobody from a number', async () => {
  await kiosk.atStart();
  await readers.lay(DEMO_TROUBLES.broken);
  await shows(kiosk.page, '证件没有识别，不影响取号，请直接选择业务');
  expect(await kiosk.take('A')).toBe('A003');
  await kiosk.slip('printed');
  await kiosk.done();
});

it('a booking’s code under the scanner is a number at once', async () => {
  await kiosk.atStart();
  const { url } = await book();
  readers.codes.scanner.scan(String(url));
  await shows(kiosk.page, 'A004');
});
