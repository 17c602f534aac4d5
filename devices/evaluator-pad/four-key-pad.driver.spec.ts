import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFrame } from './four-key-pad.codec.js';
import { PadBench } from './pad.fixture.js';
import { FOUR_KEY_PAD } from './pad-models.js';

let bench: PadBench;
beforeEach(async () => {
  bench = await PadBench.open();
});
afterEach(() => bench.close());

const frames = (address: number): string[] =>
  bench.bus.told(address).map(({ command, data }) => `${command}:${data.join()}`);
const START = '1:11';

describe('a pad on the bus', () => {
  it.each([
    [3, 5],
    [2, 4],
    [1, 3],
    [0, 2],
  ])('key %i means level %i, of the invitation that is lit', async (key, level) => {
    await bench.light(3, 'invitation-1');
    await bench.press(3, key);
    expect(bench.pads[3].presses).toEqual([
      { level, invitationId: 'invitation-1', pressedAt: bench.timers.now() },
    ]);
  });

  it('declares the level it has no key for', () => {
    const said = Object.values(FOUR_KEY_PAD.keys);
    expect([...said, ...FOUR_KEY_PAD.cannotSay].toSorted()).toEqual([1, 2, 3, 4, 5]);
  });

  it('hears only what is meant for it', async () => {
    await bench.light(3, 'invitation-3');
    await bench.light(4, 'invitation-4');
    await bench.press(4, 3);
    expect(bench.pads[3].presses).toEqual([]);
    expect(bench.pads[4].presses).toMatchObject([{ level: 5, invitationId: 'invitation-4' }]);
    expect(frames(3)).toEqual([START]);
  });

  it('is asked once, however often the same wish comes', async () => {
    await bench.light(3, 'invitation-1');
    bench.pads[3].driver.show({ invitationId: 'invitation-1' });
    await bench.press(3, 3);
    expect(frames(3)).toEqual([START, '1:3']);
  });

  it('is thanked alike at every level: nothing but the acknowledgement is sent', async () => {
    await bench.light(3, 'invitation-1');
    await bench.press(3, 0);
    bench.pads[3].driver.show({ invitationId: null });
    await bench.press(3, 0);
    expect(frames(3)).toEqual([START, '1:0', '1:0']);
  });
});

describe('a key', () => {
  it('at rest is acknowledged and dropped', async () => {
    await bench.press(3, 3);
    expect(bench.pads[3].presses).toEqual([]);
    expect(frames(3)).toEqual(['1:3']);
  });

  it('that no level stands for is acknowledged and dropped', async () => {
    await bench.light(3, 'invitation-1');
    await bench.press(3, 9);
    expect(bench.pads[3].presses).toEqual([]);
  });

  it('sent again because the acknowledgement was lost is one press, even when the next visitor is invited by then', async () => {
    await bench.light(3, 'invitation-1');
    bench.bus.goDeaf();
    bench.bus.press(3, 3);
    await bench.frames(2);
    bench.pads[3].driver.show({ invitationId: 'invitation-2' });
    for (const frames of [4, 5, 6]) {
      bench.timers.advance(300);
      await bench.frames(frames);
    }
    expect(bench.bus.sent).toBe(4);
    expect(bench.pads[3].presses.map((press) => press.invitationId)).toEqual(['invitation-1']);
  });

  it('that was pressed at rest and sent again does not rate the visit that ends meanwhile', async () => {
    bench.bus.goDeaf();
    bench.bus.press(3, 0);
    await bench.frames(1);
    bench.timers.advance(300);
    await bench.frames(2);
    bench.bus.hear();
    await bench.light(3, 'invitation-1');
    await bench.press(3, 0);
    expect(bench.pads[3].presses).toEqual([]);
    bench.timers.advance(600);
    await bench.press(3, 0);
    expect(bench.pads[3].presses).toHaveLength(1);
  });

  it('after the first one of an invitation changes nothing', async () => {
    await bench.light(3, 'invitation-1');
    await bench.press(3, 3);
    await bench.press(3, 0);
    expect(bench.pads[3].presses).toMatchObject([{ level: 5 }]);
  });

  it('rates the next visit with the same level once the resend time is over', async () => {
    await bench.light(3, 'invitation-1');
    await bench.press(3, 3);
    bench.pads[3].driver.show({ invitationId: null });
    bench.timers.advance(600);
    await bench.light(3, 'invitation-2');
    await bench.press(3, 3);
    expect(bench.pads[3].presses.map((press) => press.invitationId)).toEqual([
      'invitation-1',
      'invitation-2',
    ]);
  });

  it('is heard through noise on the wire', async () => {
    await bench.light(3, 'invitation-1');
    bench.bus.noise(Uint8Array.of(0x00, 0xff, 0x68, 0x08, 0x08, 0x68, 0x03, 0x11));
    await bench.press(3, 2);
    expect(bench.pads[3].presses).toMatchObject([{ level: 4 }]);
  });
});

describe('a bus that was unplugged', () => {
  const unplug = async (): Promise<void> => {
    await bench.simulator.unplug();
    await bench.until(() => bench.pads[3].driver.health() === 'unreachable');
  };

  it('is told by every pad on it, and lit again on its return', async () => {
    await bench.light(3, 'invitation-1');
    await unplug();
    bench.bus.restart();
    await bench.simulator.plug();
    await bench.allReady();
    await bench.simulator.until(() => bench.bus.lit(3));
    expect(bench.pads[3].states).toEqual(['ready', 'unreachable', 'ready']);
    expect(bench.pads[4].states).toEqual(['ready', 'unreachable', 'ready']);
    expect(bench.bus.lit(4)).toBe(false);
  });

  it('is not lit again for a visit that was rated', async () => {
    await bench.light(3, 'invitation-1');
    await bench.press(3, 3);
    await unplug();
    await bench.simulator.plug();
    await bench.allReady();
    await bench.light(4, 'invitation-2');
    expect(bench.bus.lit(3)).toBe(false);
  });

  it('drops what the serial server kept from before', async () => {
    await bench.light(3, 'invitation-1');
    await unplug();
    await bench.simulator.plug();
    const connected = bench.simulator.until(() => bench.simulator.hosts() === 1);
    bench.timers.advance(250);
    await connected;
    bench.bus.transmit(keyFrame(3, 0));
    expect(bench.pads[3].driver.health()).toBe('unreachable');
    await bench.allReady();
    await bench.press(3, 3);
    expect(bench.pads[3].presses).toMatchObject([{ level: 5 }]);
  });
});
