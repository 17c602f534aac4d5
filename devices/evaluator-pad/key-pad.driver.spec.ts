import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VirtualHidSystem } from '../contract/virtual-hid.js';
import { HidPadBench } from './hid-pad.fixture.js';
import { DIGIT_KEY_PAD, LETTER_KEY_PAD, type KeyPadModel } from './key-pad-models.js';
import { KeyPadDriver } from './key-pad.driver.js';
import { VirtualKeyPad } from './virtual-key-pad.js';

const [J, K, N, KP5, DIGIT5] = [0x0d, 0x0e, 0x11, 0x5d, 0x22];

let pad: VirtualKeyPad;
let bench: HidPadBench;
async function plugged(model: KeyPadModel = LETTER_KEY_PAD): Promise<void> {
  pad = new VirtualKeyPad('PAD-3', model.reportId);
  bench = await new HidPadBench(pad.device, (ears) => new KeyPadDriver({ ...ears, model })).ready();
}
beforeEach(() => plugged());
afterEach(() => bench.close());

describe('a pad that is a keyboard', () => {
  it.each([
    [LETTER_KEY_PAD, [0x0d, 0x0e, 0x0f, 0x10, 0x11], [5, 4, 3, 2, 1]],
    [DIGIT_KEY_PAD, [0x1e, 0x1f, 0x20, 0x21, 0x22], [1, 2, 3, 4, 5]],
    [DIGIT_KEY_PAD, [0x59, 0x5a, 0x5b, 0x5c, 0x5d], [1, 2, 3, 4, 5]],
  ])('%j has a key for every level', async (model, keys, levels) => {
    await bench.close();
    await plugged(model);
    for (const [at, key] of keys.entries()) {
      bench.light(`invitation-${at}`);
      pad.press(key);
    }
    expect(bench.levels()).toEqual(levels);
  });

  it('says when it was pressed, and for which invitation', () => {
    bench.light('invitation-1');
    bench.timers.advance(2_000);
    pad.press(J);
    const pressedAt = bench.timers.now();
    expect(bench.presses).toEqual([{ level: 5, invitationId: 'invitation-1', pressedAt }]);
  });

  it('may number its reports', async () => {
    await bench.close();
    await plugged({ ...DIGIT_KEY_PAD, reportId: 2 });
    bench.light('invitation-1');
    pad.press(KP5);
    expect(bench.levels()).toEqual([5]);
  });

  it('is never written to', () => {
    bench.light('invitation-1');
    bench.light(null);
    expect(pad.device.written).toEqual([]);
  });
});

describe('a key', () => {
  it('at rest, or without a level, counts for nothing', () => {
    pad.press(J);
    bench.light('invitation-1');
    pad.press(DIGIT5);
    expect(bench.presses).toEqual([]);
  });

  it('after the first one of an invitation changes nothing', () => {
    bench.light('invitation-1');
    pad.press(J);
    pad.press(N);
    expect(bench.levels()).toEqual([5]);
  });

  it('that bounces, or was pressed twice, does not rate the next visit', () => {
    bench.light('invitation-1');
    pad.press(J);
    bench.light('invitation-2');
    bench.timers.advance(500);
    pad.press(J);
    expect(bench.levels()).toEqual([5]);
    bench.timers.advance(600);
    pad.press(J);
    expect(bench.presses.map(({ invitationId }) => invitationId)).toEqual(['invitation-1', 'invitation-2']);
  });

  it('that was held before the invitation rates nothing, however often the keyboard tells of it', () => {
    pad.hold(N);
    bench.timers.advance(5_000);
    bench.light('invitation-1');
    pad.idle();
    pad.rollOver();
    pad.idle();
    expect(bench.presses).toEqual([]);
    pad.release();
    pad.press(N);
    expect(bench.levels()).toEqual([1]);
  });

  it('that goes down together with another is not guessed', () => {
    bench.light('invitation-1');
    pad.press(J, N);
    expect(bench.presses).toEqual([]);
    pad.press(K);
    expect(bench.levels()).toEqual([4]);
  });

  it('is heard among reports that mean nothing, and those are never an exception', () => {
    const reports = fc.array(fc.uint8Array({ maxLength: 10 }), { maxLength: 30 });
    let visits = 0;
    fc.assert(
      fc.property(reports, (noise) => {
        noise.forEach((report) => pad.noise(report));
        pad.release();
        bench.timers.advance(1_000);
        const before = bench.presses.length;
        visits += 1;
        bench.light(`invitation-${visits}`);
        pad.press(K);
        expect(bench.presses.slice(before).map(({ level }) => level)).toEqual([4]);
        bench.light(null);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an unplugged pad', () => {
  it('is told with the cause, once, and counts again after its return', async () => {
    bench.light('invitation-1');
    bench.system.unplug(pad.device);
    await bench.becomes('unreachable');
    await bench.timers.whilePassing(bench.until(() => bench.states.length === 3));
    bench.timers.advance(10_000);
    bench.system.plug(pad.device);
    await bench.becomes('ready');
    pad.press(J);
    expect(bench.states).toEqual([
      ['ready', null],
      ['unreachable', 'could not read from HID device'],
      ['unreachable', expect.stringContaining('no HID device 1209:a001 serial number PAD-3')],
      ['ready', null],
    ]);
    expect(bench.levels()).toEqual([5]);
  });

  it('does not count the key that is held while it is plugged in', async () => {
    bench.light('invitation-1');
    bench.system.unplug(pad.device);
    await bench.becomes('unreachable');
    bench.system.plug(pad.device);
    await bench.timers.whilePassing(bench.system.until(() => pad.device.isOpen));
    await new Promise((turn) => setImmediate(turn));
    pad.hold(N);
    await bench.becomes('ready');
    pad.idle();
    expect(bench.presses).toEqual([]);
  });
});

describe('a keyboard on Windows', () => {
  it('is refused in words the office can show', async () => {
    const windows = new VirtualHidSystem('win32');
    const device = new VirtualKeyPad('PAD-4').device;
    const build = (ears: ConstructorParameters<typeof KeyPadDriver>[0]) => new KeyPadDriver(ears);
    const refused = new HidPadBench(device, (ears) => build({ ...ears, model: LETTER_KEY_PAD }), windows);
    await refused.becomes('unreachable');
    await refused.close();
    expect(refused.states).toEqual([
      ['unreachable', expect.stringContaining('Windows keeps the keyboard 1209:a001')],
    ]);
  });
});
