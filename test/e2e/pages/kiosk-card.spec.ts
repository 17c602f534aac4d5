import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PERSONS, DEMO_TROUBLES, laid } from '#devices/id-card-reader/demo-documents';
import {
  startIdCardReaderSimulator,
  type IdCardReaderSimulator,
} from '#devices/id-card-reader/id-card-reader.simulator';
import { startScannerSimulator, type ScannerSimulator } from '#devices/scanner/scanner.simulator';
import type { Device, HallConfig } from '#libs/hall/config';
import { onThisMachine } from '../../support/agent-of.js';
import { BrowserHall } from '../../support/browser-hall.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { shows } from '../../support/browser-text.js';

let cards: IdCardReaderSimulator;
let codes: ScannerSimulator;
let site: BrowserHall;
let kiosk: KioskPage;
beforeAll(async () => {
  cards = await startIdCardReaderSimulator({ port: 0 });
  codes = await startScannerSimulator({ port: 0 });
  site = await BrowserHall.open({ change: furnished });
  kiosk = await site.kiosk();
});
afterAll(async () => {
  await site.close();
  await Promise.all([cards.close(), codes.close()]);
});

function furnished(config: HallConfig): HallConfig {
  const at = { agentId: 'hall-agent', kioskId: 'hall-kiosk' };
  const devices: Device[] = [
    ...config.devices,
    {
      ...{ id: 'hall-reader', kind: 'id-card-reader', name: '证件阅读器', ...at },
      ...{ driver: 'sam-v', port: onThisMachine(cards) },
    },
    {
      ...{ id: 'hall-scanner', kind: 'scanner', name: '扫码器', ...at },
      ...{ driver: 'serial-scanner', port: onThisMachine(codes) },
    },
  ];
  const group = { id: 'elderly', name: '老年人', nameEn: 'Older people', fromAge: 60 };
  return {
    ...config,
    devices,
    visitors: { ...config.visitors, booking: 'optional' },
    callOrder: { ...config.callOrder, groups: [{ ...group, evidence: 'birth-date' }] },
    appointments: [
      {
        ...{ kind: 'slot', spans: [], queueId: 'hall-queue-a', slotMinutes: 30, capacity: 9 },
        ...{ daysAhead: 7, cancelHours: 2, checkInEarlyMinutes: 240, checkInLateMinutes: 15 },
      },
    ],
  };
}

/** Alone on the reader: the one before has been taken away long enough to be missed. */
async function lay(document: Parameters<typeof cards.reader.lay>[0]): Promise<void> {
  cards.reader.takeAway();
  const missed = cards.reader.asked('find') + 3;
  await cards.until(() => cards.reader.asked('find') >= missed);
  cards.reader.lay(document);
}
const book = (more: object = {}) =>
  site.hall.nobody().do('book', { queueId: 'hall-queue-a', day: '2026-03-02', from: '09:30', ...more });

it('a laid card says whose it is, masked, and why he goes first; the number is his', async () => {
  await lay(laid(DEMO_PERSONS.elderly));
  await shows(kiosk.page, '已识别演****的证件（老年人优先），请选择要办理的业务');
  expect(await kiosk.take('A')).toBe('A001');
  await kiosk.slip('printed');
  await kiosk.done();
  await kiosk.atStart();
  await lay(laid(DEMO_PERSONS.elderly));
  await shows(kiosk.page, '您已有号码在等候');
  await kiosk.page.locator('[data-reprint]').tap();
  await shows(kiosk.page, '正在补打，请在下方出票口取小票。');
  await kiosk.page.locator('[data-done]').tap();
  await kiosk.atStart();
});

it('whoever has an appointment takes his number with one tap', async () => {
  const { name, idNumber } = DEMO_PERSONS.second;
  await book({ visitor: { name, idNumber } });
  await lay(laid(DEMO_PERSONS.second));
  await shows(kiosk.page, '您有预约，点一下即可取号');
  await kiosk.page.locator('[data-check-in]').tap();
  await shows(kiosk.page, 'A002');
  await kiosk.slip('printed');
  await kiosk.done();
});

it('a card that cannot be read keeps nobody from a number', async () => {
  await kiosk.atStart();
  await lay(DEMO_TROUBLES.broken);
  await shows(kiosk.page, '证件没有识别，不影响取号，请直接选择业务');
  expect(await kiosk.take('A')).toBe('A003');
  await kiosk.slip('printed');
  await kiosk.done();
});

it('a booking’s code under the scanner is a number at once', async () => {
  await kiosk.atStart();
  const { url } = await book();
  codes.scanner.scan(String(url));
  await shows(kiosk.page, 'A004');
});
