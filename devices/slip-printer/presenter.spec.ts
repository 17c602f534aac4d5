import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrinterBench } from './printer.fixture.js';
import { SLIP } from './slip.fixture.js';

let bench: PrinterBench;
beforeEach(async () => {
  bench = await PrinterBench.open('escpos-presenter');
  await bench.health('ready');
  await expect(bench.timers.whilePassing(bench.driver.work(SLIP))).resolves.toBe('printed');
});
afterEach(() => bench.close());

const place = (place: string): Promise<void> =>
  bench.timers.whilePassing(bench.until(() => bench.places.at(-1) === place));

describe('a slip in the presenter', () => {
  it('is present, then taken', async () => {
    await place('present');
    bench.printer.takeSlip();
    await place('taken');
    expect(bench.places).toEqual(['present', 'taken']);
  });

  it('is not taken after the time for it, and taken when a hand comes after all', async () => {
    await place('not-taken');
    bench.printer.takeSlip();
    await place('taken');
    expect(bench.places).toEqual(['present', 'not-taken', 'taken']);
  });

  it('makes way for the next one, of which the same is told', async () => {
    await place('present');
    await expect(bench.timers.whilePassing(bench.driver.work(SLIP))).resolves.toBe('printed');
    await bench.timers.whilePassing(bench.until(() => bench.places.length === 2));
    expect(bench.places).toEqual(['present', 'present']);
  });

  it('is no fault of the printer', async () => {
    await place('not-taken');
    expect(bench.driver.health()).toBe('ready');
  });
});
