import { beforeEach, describe, expect, it } from 'vitest';
import { LOOK_MS, hidPort, type HidIdentity } from './hid-port.js';
import { Line } from './line.js';
import { ManualTimers } from './manual-timers.js';
import type { Port } from './port.js';
import { VirtualHidDevice, VirtualHidSystem } from './virtual-hid.js';

const PAD: HidIdentity = { vendorId: 0x1209, productId: 0xa001 };
const device = (more: Partial<HidIdentity> = {}): VirtualHidDevice =>
  new VirtualHidDevice({ ...PAD, serialNumber: 'PAD-3', usagePage: 1, usage: 6, ...more });

let timers: ManualTimers;
let system: VirtualHidSystem;
let heard: number[][];
let causes: string[];
beforeEach(() => {
  timers = new ManualTimers();
  system = new VirtualHidSystem();
  heard = [];
  causes = [];
});

const open = (identity: HidIdentity = PAD, features: Uint8Array[] = []): Promise<Port> =>
  hidPort({ identity, features, timers, system })({
    bytes: (chunk) => void heard.push([...chunk]),
    closed: (cause) => void causes.push(cause),
  });
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a HID port', () => {
  it('hands over each report as one chunk', async () => {
    const pad = device();
    system.plug(pad);
    await open();
    pad.report(Uint8Array.of(0, 0, 0x0d, 0, 0, 0, 0, 0));
    pad.report(new Uint8Array(8));
    expect(heard).toEqual([
      [0, 0, 0x0d, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0],
    ]);
  });

  it('writes a report as it is, id first', async () => {
    const pad = device();
    system.plug(pad);
    await (await open()).write(Uint8Array.of(0, 1));
    expect(pad.written).toEqual([[0, 1]]);
  });

  it('sends the feature reports of the model before anything else', async () => {
    const pad = device();
    system.plug(pad);
    await open(PAD, [Uint8Array.of(254, 1)]);
    expect(pad.features).toEqual([[254, 1]]);
  });

  it('is not open when the device refuses its feature report', async () => {
    const pad = device();
    system.plug(pad);
    pad.refuseFeatures();
    await expect(open(PAD, [Uint8Array.of(254, 1)])).rejects.toThrow('feature report');
    expect([pad.isOpen, timers.pending, causes]).toEqual([false, 0, []]);
  });

  it('may be closed at once, and twice, and then writes nothing', async () => {
    const pad = device();
    system.plug(pad);
    const port = await open();
    await Promise.all([port.close(), port.close()]);
    expect([pad.isOpen, causes, timers.pending]).toEqual([false, ['closed here'], 0]);
    await expect(port.write(Uint8Array.of(0, 1))).rejects.toThrow('closed');
  });
});

describe('the device that is meant', () => {
  it.each([
    ['its serial number', { serialNumber: 'PAD-4' }],
    ['its usage page', { usagePage: 0xff00 }],
    ['its usage', { usage: 1 }],
  ])('is told from its like by %s', async (_, more) => {
    const [one, other] = [device(), device(more)];
    system.plug(one);
    system.plug(other);
    await open({ ...PAD, ...more });
    expect([one.isOpen, other.isOpen]).toEqual([false, true]);
  });

  it('is not guessed: where two fit none is opened, and that is said', async () => {
    const [one, other] = [device(), device({ serialNumber: 'PAD-4' })];
    system.plug(one);
    system.plug(other);
    await expect(open()).rejects.toThrow('2 HID devices fit 1209:a001 and none is opened');
    expect([one.isOpen, other.isOpen]).toEqual([false, false]);
  });

  it('is named when it is missing', async () => {
    system.plug(device({ productId: 0xa002 }));
    await expect(open({ ...PAD, serialNumber: 'PAD-3' })).rejects.toThrow(
      'no HID device 1209:a001 serial number PAD-3 is plugged in',
    );
  });

  it('is refused in words when it is a keyboard on Windows, and only then', async () => {
    const windows = new VirtualHidSystem('win32');
    const [keyboard, pad] = [device(), device({ productId: 0xa002, usagePage: 0xff00, usage: 1 })];
    windows.plug(keyboard);
    windows.plug(pad);
    const listener = { bytes: () => {}, closed: () => {} };
    const opening = hidPort({ identity: PAD, timers, system: windows })(listener);
    await expect(opening).rejects.toThrow('Windows keeps the keyboard 1209:a001 to itself');
    expect(keyboard.isOpen).toBe(false);
    await hidPort({ identity: { ...PAD, productId: 0xa002 }, timers, system: windows })(listener);
    expect(pad.isOpen).toBe(true);
  });
});

describe('an unplugged device', () => {
  it('is noticed at once by its reader', async () => {
    const pad = device();
    system.plug(pad);
    await open();
    system.unplug(pad);
    await system.until(() => !pad.isOpen);
    expect([causes, timers.pending, pad.isOpen]).toEqual([['could not read from HID device'], 0, false]);
  });

  it('is noticed within 2 s by its absence, once', async () => {
    const pad = device();
    system.plug(pad);
    await open();
    system.vanish(pad);
    timers.advance(LOOK_MS);
    await system.until(() => !pad.isOpen);
    pad.fail('late');
    expect([LOOK_MS <= 1_500, causes, pad.isOpen]).toEqual([true, ['unplugged'], false]);
  });

  it('is not taken for gone while it is there, or while nobody can look', async () => {
    const pad = device();
    system.plug(pad);
    await open();
    for (let looks = 0; looks < 3; looks += 1) {
      timers.advance(LOOK_MS);
      await turn();
    }
    system.goBlind();
    timers.advance(LOOK_MS);
    await turn();
    expect([causes, timers.pending]).toEqual([[], 1]);
  });

  it('comes back on a line, at another path', async () => {
    const pad = device();
    system.plug(pad);
    const line = new Line(hidPort({ identity: PAD, timers, system }), timers);
    const chunks: number[][] = [];
    let openings = 0;
    const opened = (): void => {
      openings += 1;
      system.changed();
    };
    const leave = line.join({ opened, lost: () => {}, bytes: (chunk) => chunks.push([...chunk]) });
    await system.until(() => openings === 1);
    system.unplug(pad);
    await system.until(() => !pad.isOpen);
    system.plug(pad);
    await timers.whilePassing(system.until(() => openings === 2));
    pad.report(Uint8Array.of(7));
    expect(chunks).toEqual([[7]]);
    await leave();
    expect(pad.isOpen).toBe(false);
  });
});
