import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFrame } from './call-keypad.codec.js';
import { KeypadBench, KEYS, WISH } from './keypad.fixture.js';

let bench: KeypadBench;
beforeEach(async () => {
  bench = await KeypadBench.open();
});
afterEach(() => bench.close());

const ECHO_BYTES = 10;
const DISPLAY_BYTES = 15;
const presses = (address: 3 | 4) => bench.keypads[address].presses;
const actions = (address: 3 | 4) => presses(address).map(({ action }) => action);

describe('a key', () => {
  it.each([
    ['顺呼', 'next', KEYS.call, []],
    ['重呼', 'recall', KEYS.recall, []],
    ['评价', 'evaluate', KEYS.evaluate, []],
    ['6 确认', 'miss', KEYS.confirm, [6]],
    ['0 确认', 'park', KEYS.confirm, [0]],
    ['3 确认', 'resume', KEYS.confirm, [3]],
    ['等候', 'pause', KEYS.wait, []],
    ['转移', 'transfer', KEYS.transfer, []],
  ])('%s asks for %s', async (_, action, key, before) => {
    await bench.show(3, WISH);
    await bench.press(3, key, ...before);
    const pressedAt = bench.timers.now();
    expect(presses(3)).toEqual([{ action, target: null, shown: WISH.ticket, pressedAt }]);
  });

  it.each([
    [[5], 5],
    [[0, 5], 5],
    [[1, 2], 12],
  ])('转移 after %j names %i', async (before, target) => {
    await bench.press(3, KEYS.transfer, ...before);
    expect(presses(3)).toMatchObject([{ action: 'transfer', target }]);
  });

  it('that needs no digits is heard whatever was typed before it, as by the reference host', async () => {
    await bench.press(3, KEYS.call, 5);
    expect(presses(3)).toMatchObject([{ action: 'next', target: null }]);
  });

  it.each([
    ['取消', KEYS.cancel, []],
    ['一米', KEYS.oneMetre, []],
    ['确认 alone', KEYS.confirm, []],
    ['1 6 确认', KEYS.confirm, [1, 6]],
    ['9 确认', KEYS.confirm, [9]],
    ['a digit alone', 5, []],
    ['转移 after what is no digit', KEYS.transfer, [0x0a]],
    ['a code of no key', 0xee, []],
  ])('%s is echoed and dropped', async (_, key, before) => {
    await bench.press(3, key, ...before);
    expect(bench.bus.sent).toBe(1);
    expect(presses(3)).toEqual([]);
  });

  it('is its own keypad’s', async () => {
    await bench.show(4, { ...WISH, ticket: { ticketId: 'ticket-18', number: 'A018' } });
    await bench.press(4, KEYS.call);
    expect(presses(3)).toEqual([]);
    expect(presses(4)).toMatchObject([{ action: 'next', shown: { ticketId: 'ticket-18' } }]);
  });

  it('of a four-key pad is left to the driver of the pad', async () => {
    bench.bus.transmit({ address: 3, command: 0x11, data: [3] });
    const before = bench.bus.received;
    await bench.press(3, KEYS.recall);
    expect(bench.bus.received - before).toBe(ECHO_BYTES);
    expect(actions(3)).toEqual(['recall']);
  });

  it('tells that nobody was on the display', async () => {
    await bench.show(3, { ticket: null, waiting: 3, ring: 0 });
    await bench.press(3, KEYS.call);
    expect(presses(3)).toMatchObject([{ shown: null }]);
  });
});

describe('a key whose echo is lost', () => {
  it('is one press, of the ticket that was shown at first, though it is sent four times', async () => {
    await bench.show(3, WISH);
    bench.bus.goDeaf();
    await bench.bytesFromHost(ECHO_BYTES, () => bench.bus.keypad(3).press(KEYS.call));
    const nextTicket = { ...WISH, ticket: { ticketId: 'ticket-18', number: 'A018' } };
    await bench.bytesFromHost(DISPLAY_BYTES, () => bench.keypads[3].driver.show(nextTicket));
    for (let resent = 1; resent <= 3; resent += 1)
      await bench.bytesFromHost(ECHO_BYTES, () => bench.timers.advance(300));
    bench.timers.advance(300);
    expect(bench.bus.keypad(3).acknowledged).toBe(true);
    expect(bench.bus.sent).toBe(4);
    expect(presses(3)).toMatchObject([{ action: 'next', shown: WISH.ticket }]);
  });

  it('or late is one press', async () => {
    bench.bus.hearAfter(400);
    await bench.bytesFromHost(ECHO_BYTES, () => bench.bus.keypad(3).press(KEYS.call));
    await bench.bytesFromHost(ECHO_BYTES, () => bench.timers.advance(300));
    expect(bench.bus.keypad(3).acknowledged).toBe(false);
    bench.timers.advance(100);
    expect(bench.bus.keypad(3).acknowledged).toBe(true);
    expect(bench.bus.sent).toBe(2);
    expect(actions(3)).toEqual(['next']);
  });

  it('counts again once the resend time is over', async () => {
    await bench.press(3, KEYS.call);
    bench.timers.advance(599);
    await bench.press(3, KEYS.call);
    expect(actions(3)).toEqual(['next']);
    bench.timers.advance(600);
    await bench.press(3, KEYS.call);
    expect(actions(3)).toEqual(['next', 'next']);
  });

  it('does not hide another key', async () => {
    await bench.press(3, KEYS.call);
    await bench.press(3, KEYS.recall);
    await bench.press(3, KEYS.confirm, 6);
    await bench.press(3, KEYS.confirm, 0);
    expect(actions(3)).toEqual(['next', 'recall', 'miss', 'park']);
  });
});

describe('a bad wire', () => {
  it.each([
    ['half a display frame', [0xff, 0x68, 0x08, 0x08, 0x68, 0x03, 0x02]],
    ['a call with a wrong checksum', [0xff, 0x68, 0x03, 0x03, 0x68, 0x03, 0x01, 0x0c, 0x11, 0x16]],
    ['starts of frames', [0xff, 0xff, 0x68, 0xff, 0x68, 0x03]],
  ])('does not hide a key behind %s', async (_, noise) => {
    bench.bus.noise(Uint8Array.from(noise));
    bench.bus.keypad(3).press(KEYS.recall);
    await bench.timers.whilePassing(bench.simulator.until(() => bench.bus.keypad(3).acknowledged));
    expect(actions(3)).toEqual(['recall']);
  });

  it('makes two keys that collide wait for their next turn', async () => {
    bench.bus.collide();
    bench.bus.keypad(3).press(KEYS.call);
    bench.bus.keypad(4).press(KEYS.recall);
    await bench.bytesFromHost(ECHO_BYTES, () =>
      bench.bus.transmit({ address: 4, command: 1, data: [KEYS.cancel] }),
    );
    expect([...actions(3), ...actions(4)]).toEqual([]);
    await bench.bytesFromHost(2 * ECHO_BYTES, () => bench.timers.advance(300));
    expect([bench.bus.keypad(3), bench.bus.keypad(4)].every((keypad) => keypad.acknowledged)).toBe(true);
    expect([actions(3), actions(4)]).toEqual([['next'], ['recall']]);
  });
});

describe('a bus that was unplugged', () => {
  it('is told by every keypad on it', async () => {
    await bench.unplugged();
    await bench.simulator.plug();
    await bench.allReady();
    expect(bench.keypads[3].states).toEqual(['ready', 'unreachable', 'ready']);
    expect(bench.keypads[4].states).toEqual(['ready', 'unreachable', 'ready']);
  });

  /** Connected again, and not yet ready. */
  const connectedAgain = async (): Promise<void> => {
    await bench.simulator.plug();
    const connected = bench.simulator.until(() => bench.simulator.hosts() === 1);
    bench.timers.advance(250);
    await connected;
  };

  it('is neither counted nor echoed for what the serial server kept from before', async () => {
    await bench.show(3, WISH);
    await bench.unplugged();
    await connectedAgain();
    bench.bus.transmit(keyFrame(3, { key: KEYS.call, before: [] }));
    await bench.bytesFromHost(DISPLAY_BYTES, () => void bench.allReady());
    expect(presses(3)).toEqual([]);
    await bench.press(3, KEYS.call);
    expect(actions(3)).toEqual(['next']);
  });

  it('loses no key of a keypad that is just coming back: it is sent again, and counted once', async () => {
    await bench.unplugged();
    await connectedAgain();
    bench.bus.keypad(3).press(KEYS.call);
    expect(bench.keypads[3].driver.health()).toBe('unreachable');
    await bench.timers.whilePassing(bench.simulator.until(() => bench.bus.keypad(3).acknowledged));
    expect([actions(3), bench.bus.sent]).toEqual([['next'], 2]);
  });

  it('doubles no key whose echo went down with the line', async () => {
    const send = (): void => bench.bus.transmit(keyFrame(3, { key: KEYS.call, before: [] }));
    await bench.bytesFromHost(ECHO_BYTES, send);
    await bench.unplugged();
    await connectedAgain();
    await bench.allReady();
    bench.timers.advance(400);
    await bench.bytesFromHost(ECHO_BYTES, send);
    expect(actions(3)).toEqual(['next']);
    bench.timers.advance(600);
    await bench.bytesFromHost(ECHO_BYTES, send);
    expect(actions(3)).toEqual(['next', 'next']);
  });
});
