import { afterEach, describe, expect, it } from 'vitest';
import { PrinterBench } from './printer.fixture.js';
import { SLIP, slipOf } from './slip.fixture.js';

let bench: PrinterBench;
afterEach(() => bench.close());

describe('a printer that tells its changes by itself', () => {
  it.each([
    ['paper-low', () => bench.printer.nearEnd()],
    ['paper-out', () => bench.printer.takePaperOut()],
    ['cover-open', () => bench.printer.openCover()],
    ['fault', () => bench.printer.jam()],
  ] as const)('is known to be %s at once, before the next question', async (state, mischief) => {
    bench = await PrinterBench.open('escpos-push');
    await bench.health('ready');
    const { asked } = bench.printer;
    mischief();
    await bench.health(state);
    expect(bench.printer.asked).toBe(asked);
  });

  it('prints, and its own words are not taken for the end of a slip', async () => {
    bench = await PrinterBench.open('escpos-push');
    await bench.health('ready');
    bench.printer.hold();
    const outcome = bench.driver.work(SLIP);
    await bench.simulator.until(() => bench.printer.dataBytes > 300);
    bench.printer.nearEnd();
    await bench.health('paper-low');
    bench.printer.openCover();
    await expect(outcome).resolves.toBe('cover-open');
  });
});

describe('a printer whose jam was cleared', () => {
  it('is told to go on, and the slip that stuck does not come out late', async () => {
    bench = await PrinterBench.open();
    await bench.health('ready');
    bench.printer.afterDataBytes(300, () => bench.printer.jam());
    await expect(bench.timers.whilePassing(bench.driver.work(SLIP))).resolves.toBe('fault');
    bench.printer.clearJam();
    await bench.timers.whilePassing(bench.health('ready'));
    const next = bench.driver.work(slipOf({ reprint: '【重打】Reprint' }));
    await expect(bench.timers.whilePassing(next)).resolves.toBe('printed');
    const slips = bench.simulator.slips().map(({ lines }) => lines.join('\n'));
    expect(slips.filter((text) => text.includes('重打'))).toHaveLength(1);
    expect(slips).toHaveLength(1);
  });
});

describe('a plain printer: no knife, no sensor, no GS r', () => {
  it('confirms by GS I, and is never near its end', async () => {
    bench = await PrinterBench.open('escpos-58mm-plain');
    bench.printer.nearEnd();
    await expect(bench.driver.work(SLIP)).resolves.toBe('printed');
    expect(bench.simulator.unfinished().lines.join('\n')).toContain('A017');
    expect(bench.states).toEqual(['ready']);
  });
});
