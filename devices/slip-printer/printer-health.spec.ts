import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PrinterBench } from './printer.fixture.js';

let bench: PrinterBench;
beforeEach(async () => {
  bench = await PrinterBench.open();
});
afterEach(() => bench.close());

describe('the state of an idle printer', () => {
  it('is known as soon as it is connected, before anybody taps', async () => {
    await bench.health('ready');
    expect(bench.states).toEqual(['ready']);
  });

  it.each([
    ['paper-low', () => bench.printer.nearEnd()],
    ['paper-out', () => bench.printer.takePaperOut()],
    ['cover-open', () => bench.printer.openCover()],
    ['fault', () => bench.printer.jam()],
  ] as const)('becomes %s within a poll', async (state, mischief) => {
    await bench.health('ready');
    mischief();
    await bench.timers.whilePassing(bench.health(state));
    expect(bench.states).toEqual(['ready', state]);
  });

  it('is ready again when somebody has helped', async () => {
    bench.printer.takePaperOut();
    await bench.health('paper-out');
    bench.printer.loadPaper();
    await bench.timers.whilePassing(bench.health('ready'));
    expect(bench.states).toEqual(['paper-out', 'ready']);
  });

  it('is unreachable while it is unplugged, and known again on its return', async () => {
    await bench.health('ready');
    await bench.simulator.unplug();
    await bench.health('unreachable');
    await bench.simulator.plug();
    await bench.timers.whilePassing(bench.health('ready'));
    expect(bench.states).toEqual(['ready', 'unreachable', 'ready']);
  });

  it('is unreachable when it is connected and says nothing', async () => {
    await bench.health('ready');
    bench.printer.goDeaf();
    await bench.timers.whilePassing(bench.health('unreachable'));
    bench.printer.hear();
    await bench.timers.whilePassing(bench.health('ready'));
    expect(bench.states).toEqual(['ready', 'unreachable', 'ready']);
  });

  it('is told no more once the driver has stopped', async () => {
    await bench.health('ready');
    await bench.driver.stop();
    await bench.simulator.unplug();
    expect(bench.states).toEqual(['ready']);
    expect(bench.timers.pending).toBe(0);
  });
});
