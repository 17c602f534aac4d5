import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeHidPos } from './hid-pos.codec.js';
import { encodeKeyboard } from './keyboard.codec.js';
import { HID_POS_LAYOUT, SCANNER_MODELS } from './scanner-models.js';
import { HidScannerBench, SerialScannerBench } from './scanner.fixture.js';

describe('a serial scanner', () => {
  let bench: SerialScannerBench;
  beforeEach(async () => {
    bench = await SerialScannerBench.open();
    await bench.health('ready');
  });
  afterEach(() => bench.close());

  /** Everything sent before this has been heard when this is reported. */
  async function heardUpTo(mark: string): Promise<void> {
    bench.simulator.scanner.scan(mark);
    await bench.until(() => bench.scans.at(-1) === mark);
  }

  it.each(['utf8', 'gbk'] as const)('reports what it scans, in %s', async (encoding) => {
    bench.simulator.scanner.scan('不动产0017', encoding);
    await bench.scanned(1);
    expect(bench.scans).toEqual(['不动产0017']);
  });

  it('reports a code that stays before it once', async () => {
    for (let turn = 1; turn <= 4; turn += 1) {
      bench.simulator.scanner.scan('A017');
      await bench.received(turn * 'A017\r\n'.length);
      bench.timers.advance(1_000);
    }
    await heardUpTo('B001');
    expect(bench.scans).toEqual(['A017', 'B001']);
  });

  it('reports the same code again after a second and a half', async () => {
    bench.simulator.scanner.scan('A017');
    await bench.scanned(1);
    bench.timers.advance(1_500);
    bench.simulator.scanner.scan('A017');
    await bench.scanned(2);
    expect(bench.scans).toEqual(['A017', 'A017']);
  });

  it('gives up half a line after the gap', async () => {
    bench.simulator.scanner.scanHalf('BROKEN');
    await bench.received('BROK'.length);
    bench.timers.advance(300);
    await heardUpTo('A017');
    expect(bench.scans).toEqual(['A017']);
  });

  it('is heard after noise', async () => {
    bench.simulator.scanner.noise(Uint8Array.of(0xff, 0x80, 0x0d, 0x00, 0x0a));
    await heardUpTo('A017');
    expect(bench.scans).toEqual(['A017']);
  });

  it('that is unplugged is unreachable, and scans again when it is plugged in', async () => {
    await bench.simulator.unplug();
    await bench.health('unreachable');
    bench.timers.advance(20_000);
    await bench.simulator.plug();
    await bench.health('ready');
    await heardUpTo('A017');
    expect(bench.states).toEqual(['ready', 'unreachable', 'ready']);
  });

  it('is not believed what its serial server kept from before', async () => {
    await bench.simulator.unplug();
    await bench.health('unreachable');
    await bench.simulator.plug();
    const connected = bench.simulator.until(() => bench.simulator.hosts() === 1);
    bench.timers.advance(250);
    await connected;
    bench.simulator.scanner.scan('OLD');
    await bench.health('ready');
    await heardUpTo('A017');
    expect(bench.scans).toEqual(['A017']);
  });

  it('leaves nothing behind when it is stopped', async () => {
    await heardUpTo('A017');
    await bench.driver.stop();
    expect(bench.driver.health()).toBe('unreachable');
    expect(bench.timers.pending).toBe(0);
  });
});

describe('a HID scanner', () => {
  const scan = (text: string): Uint8Array[] => encodeHidPos(Buffer.from(text), HID_POS_LAYOUT);
  const long = 'x'.repeat(100);

  async function plugged(model: keyof typeof SCANNER_MODELS): Promise<HidScannerBench> {
    const bench = new HidScannerBench(SCANNER_MODELS[model]);
    await bench.health('ready');
    return bench;
  }

  it('in POS mode reports what it scans, joined', async () => {
    const bench = await plugged('hidPos');
    bench.report([...scan(long), ...scan('A017')], 5);
    expect(bench.scans).toEqual([long, 'A017']);
  });

  it('in POS mode gives up a text whose rest does not come', async () => {
    const bench = await plugged('hidPos');
    bench.report(scan(long).slice(0, 1), 300);
    bench.report(scan('A017'), 5);
    expect(bench.scans).toEqual(['A017']);
  });

  it('as a keyboard reports what it types in a burst, and nothing a hand types', async () => {
    const bench = await plugged('keyboard');
    bench.report(encodeKeyboard('A017'), 5);
    bench.report(encodeKeyboard('typed by hand'), 80);
    expect(bench.scans).toEqual(['A017']);
  });

  it('forgets half a scan when it is pulled out', async () => {
    const bench = await plugged('hidPos');
    bench.report(scan(long).slice(0, 1), 5);
    bench.pullOut();
    expect(bench.driver.health()).toBe('unreachable');
    await bench.health('ready');
    bench.report(scan('A017'), 5);
    expect(bench.scans).toEqual(['A017']);
    expect(bench.states).toEqual(['ready', 'unreachable', 'ready']);
  });
});
