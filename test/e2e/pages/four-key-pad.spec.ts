import { afterAll, beforeAll, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import type { CounterPage } from '../../support/browser-counter.js';
import { PAD_ADDRESS, PAD_COUNTER } from '../../support/browser-devices.js';
import { BrowserHall } from '../../support/browser-hall.js';
import { shows } from '../../support/browser-text.js';

/** The leftmost key of the pad (facts/hardware.md 4.a). */
const FIRST_KEY = 1;

let site: BrowserHall;
let desk: CounterPage;
beforeAll(async () => {
  site = await BrowserHall.open();
  const kiosk = await site.kiosk();
  for (const number of ['A001', 'A002']) {
    expect(await kiosk.take('A')).toBe(number);
    await kiosk.done();
  }
  desk = await site.counter(PAD_COUNTER);
});
afterAll(() => site.close());

async function serve(number: string): Promise<void> {
  await desk.call(number);
  await desk.begin(number);
  site.clock.moveBy(3 * 60_000);
  await desk.finish();
}
const ratings = () => site.hall.server.app.get(PrismaClient).evaluation.findMany();

it('is lit by the finish of a visit and rates it by one key', async () => {
  const { pad } = site.devices;
  await serve('A001');
  await pad.until(() => pad.bus.lit(PAD_ADDRESS));
  pad.bus.press(PAD_ADDRESS, FIRST_KEY);
  await shows(desk.page.locator('.last'), '已评价');
  expect(await ratings()).toMatchObject([
    { counterId: `hall-counter-${PAD_COUNTER}`, personId: `person-clerk-${PAD_COUNTER}`, channel: 'pad' },
  ]);
});

it('a key pressed again and again, while dark, rates nothing more', async () => {
  const { pad } = site.devices;
  await pad.until(() => pad.bus.acknowledged(PAD_ADDRESS) && !pad.bus.lit(PAD_ADDRESS));
  pad.bus.press(PAD_ADDRESS, FIRST_KEY);
  await pad.until(() => pad.bus.acknowledged(PAD_ADDRESS));
  await serve('A002');
  await shows(desk.page.locator('.last'), '评价中');
  expect(await ratings()).toHaveLength(1);
});
