import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import { BrowserHall } from '../../support/browser-hall.js';
import type { KioskPage } from '../../support/browser-kiosk.js';
import { shows } from '../../support/browser-text.js';

let site: BrowserHall;
let kiosk: KioskPage;
beforeAll(async () => {
  site = await BrowserHall.open();
  kiosk = await site.kiosk();
});
afterAll(() => site.close());

/** The wire of the page, on which a card reader says who stands there: until a visitor is named the kiosk asks nobody. */
async function layCard(): Promise<void> {
  await kiosk.page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) =>
      server.send(
        String(message).replace('"routeId":null', '"routeId":null,"visitor":{"phone":"13800001234"}'),
      ),
    );
  });
  await kiosk.page.reload();
  await kiosk.atStart();
}

it('who waits already is offered the slip again, not a second number', async () => {
  await layCard();
  expect(await kiosk.take('A')).toBe('A001');
  await kiosk.slip('printed');
  await kiosk.done();
  await kiosk.atStart();
  await kiosk.queue('A').tap();
  await kiosk.matter('matter-a').tap();
  await shows(kiosk.page, 'A001 号正在等候');
  await kiosk.page.locator('[data-reprint]').tap();
  await shows(kiosk.page, '正在补打，请在下方出票口取小票。');
  await kiosk.page.locator('[data-home]').tap();
  await kiosk.atStart();
  const slips = await site.hall.server.app.get(PrismaClient).slipJob.findMany();
  expect(slips.map(({ number, reprint }) => [number, reprint])).toEqual([
    ['A001', false],
    ['A001', true],
  ]);
});
