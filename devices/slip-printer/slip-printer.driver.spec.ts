import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeDocument } from './escpos.codec.js';
import { PrinterBench } from './printer.fixture.js';
import { printerModel } from './printer-models.js';
import { ASK_DONE } from './printer-status.codec.js';
import { SLIP, SLIP_VALUES, slipOf } from './slip.fixture.js';

const SLIP_BYTES = encodeDocument(SLIP, printerModel('escpos'), null).bytes.length;
const REPRINT = slipOf({ reprint: '【重打】Reprint' });
/** The question behind the slip, and the one before it that makes the printer answer for the slip before. */
const QUESTIONS = 2 * ASK_DONE['gs-r'].length;

let bench: PrinterBench;
beforeEach(async () => {
  bench = await PrinterBench.open();
});
afterEach(() => bench.close());

const slips = (): string[] => bench.simulator.slips().map((slip) => slip.lines.join('\n'));

describe('a slip', () => {
  it('is printed once the printer says that it has worked through it', async () => {
    await expect(bench.driver.work(SLIP)).resolves.toBe('printed');
    expect(slips()).toHaveLength(1);
    expect(slips()[0]).toContain('A017');
    expect(bench.simulator.slips()[0]?.qr).toEqual([SLIP_VALUES.followUrl]);
  });

  it('comes after the one before it, never into it', async () => {
    const outcomes = ['A001', 'A002', 'A003'].map((number) => bench.driver.work(slipOf({ number })));
    await expect(Promise.all(outcomes)).resolves.toEqual(['printed', 'printed', 'printed']);
    expect(bench.simulator.cuts()).toBe(3);
    expect(slips().map((text) => /A00\d/.exec(text)?.[0])).toEqual(['A001', 'A002', 'A003']);
  });

  it.each([
    ['paper-out', () => bench.printer.takePaperOut()],
    ['cover-open', () => bench.printer.openCover()],
    ['fault', () => bench.printer.jam()],
  ] as const)('is not sent to a printer that cannot print: %s', async (outcome, mischief) => {
    mischief();
    await expect(bench.driver.work(SLIP)).resolves.toBe(outcome);
    expect(bench.printer.dataBytes).toBe(0);
  });

  it('is printed on the last metres of a roll', async () => {
    bench.printer.nearEnd();
    await expect(bench.driver.work(SLIP)).resolves.toBe('printed');
  });

  it('is not sent to a printer that does not answer: unreachable', async () => {
    bench.printer.goDeaf();
    const outcome = bench.driver.work(SLIP);
    await bench.simulator.until(() => bench.printer.asked >= 4);
    bench.timers.advance(1_000);
    await expect(outcome).resolves.toBe('unreachable');
    expect(bench.printer.dataBytes).toBe(0);
  });

  it('is not waited for long when there is no printer: unreachable', async () => {
    await bench.health('ready');
    await bench.simulator.unplug();
    await bench.health('unreachable');
    const outcome = bench.driver.work(SLIP);
    await Promise.resolve();
    bench.timers.advance(2_000);
    await expect(outcome).resolves.toBe('unreachable');
  });
});

describe('a slip that is cut short', () => {
  it.each([
    ['paper-out', () => bench.printer.endPaperAfter(6)],
    ['cover-open', () => bench.printer.afterDataBytes(300, () => bench.printer.openCover())],
    ['fault', () => bench.printer.afterDataBytes(300, () => bench.printer.jam())],
  ] as const)('by the printer says why: %s', async (outcome, mischief) => {
    mischief();
    const told = bench.driver.work(SLIP);
    await bench.slipArrived(300);
    bench.timers.advance(1_000);
    await expect(told).resolves.toBe(outcome);
    expect(slips()).toEqual([]);
  });

  it('by a broken line is unknown, and is not printed again', async () => {
    bench.simulator.disconnectAfter(200);
    const told = bench.driver.work(SLIP);
    await bench.health('ready');
    await bench.health('unreachable');
    bench.timers.advance(250);
    await expect(told).resolves.toBe('unknown');
    await bench.health('ready');
    expect(bench.printer.dataBytes).toBeLessThan(SLIP_BYTES * 2);
    expect(slips()).toEqual([]);
  });

  it('by a printer that falls silent is unknown after ten seconds', async () => {
    bench.printer.afterDataBytes(300, () => bench.printer.goDeaf());
    const told = bench.driver.work(SLIP);
    await bench.slipArrived(300);
    bench.timers.advance(10_000);
    await expect(told).resolves.toBe('unknown');
    expect(slips()).toEqual([]);
  });

  it('by our own leaving is unknown', async () => {
    bench.printer.afterDataBytes(300, () => bench.printer.goDeaf());
    const told = bench.driver.work(SLIP);
    await bench.slipArrived(300);
    await bench.driver.stop();
    await expect(told).resolves.toBe('unknown');
  });
});

describe('a printer that was slow', () => {
  it('is waited for', async () => {
    bench.printer.afterDataBytes(300, () => bench.printer.answerAfter(3_000));
    await expect(bench.timers.whilePassing(bench.driver.work(SLIP))).resolves.toBe('printed');
    expect(slips()).toHaveLength(1);
  });

  it('is not waited for longer than ten seconds, nor asked to print again', async () => {
    bench.printer.afterDataBytes(300, () => bench.printer.answerAfter(60_000));
    await expect(bench.timers.whilePassing(bench.driver.work(SLIP))).resolves.toBe('unknown');
    expect(slips()).toHaveLength(1);
  });
});

describe('the rest of a slip that new paper brings out', () => {
  beforeEach(async () => {
    bench.printer.endPaperAfter(6);
    await expect(bench.timers.whilePassing(bench.driver.work(SLIP))).resolves.toBe('paper-out');
    bench.printer.hold();
    bench.printer.loadPaper();
  });

  const reprints = (): string[] => slips().filter((text) => text.includes('重打'));

  it('is not taken for the confirmation of the next slip', async () => {
    const next = bench.driver.work(REPRINT);
    await bench.slipArrived(SLIP_BYTES + QUESTIONS);
    bench.printer.afterDataBytes(300, () => bench.printer.jam());
    bench.printer.release();
    await expect(bench.timers.whilePassing(next)).resolves.toBe('fault');
    expect(slips()).toHaveLength(1);
    expect(reprints()).toEqual([]);
  });

  it('comes out before the next slip, which is then printed whole', async () => {
    const next = bench.driver.work(REPRINT);
    await bench.slipArrived(SLIP_BYTES + QUESTIONS);
    bench.printer.release();
    await expect(bench.timers.whilePassing(next)).resolves.toBe('printed');
    expect(reprints()).toHaveLength(1);
  });

  it('that never comes out is a fault, and nothing is added to it', async () => {
    const next = bench.driver.work(REPRINT);
    await expect(bench.timers.whilePassing(next)).resolves.toBe('fault');
    expect(bench.printer.dataBytes).toBeLessThan(SLIP_BYTES * 2);
  });
});
