import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeypadBench, KEYS, WISH } from './keypad.fixture.js';

let bench: KeypadBench;
beforeEach(async () => {
  bench = await KeypadBench.open();
});
afterEach(() => bench.close());

const keypad = () => bench.bus.keypad(3);
/** What was sent before an echo has come before it. */
const allHeard = (): Promise<void> => bench.press(3, KEYS.cancel);
const show = (wish: Partial<typeof WISH>): void => bench.keypads[3].driver.show({ ...WISH, ...wish });

describe('the display', () => {
  it('has the ticket and how many wait', async () => {
    await bench.show(3, WISH);
    expect(keypad().display).toEqual({ waiting: '012', ticket: '017' });
    expect(bench.bus.keypad(4).drawn).toBe(0);
  });

  it('is dark where there is nothing to show', async () => {
    await bench.show(3, WISH);
    await bench.show(3, { ticket: null, waiting: null, ring: 0 });
    expect(keypad().display).toEqual({ waiting: '   ', ticket: '   ' });
  });

  it('is told only what differs', async () => {
    await bench.show(3, WISH);
    show({});
    show({ ticket: { ticketId: 'ticket-17', number: 'A017' } });
    show({ waiting: 13 });
    await allHeard();
    expect(keypad().drawn).toBe(2);
    expect(keypad().display).toEqual({ waiting: '013', ticket: '017' });
  });

  it('that looks the same for the next ticket is not sent, and keys are that ticket’s', async () => {
    await bench.show(3, WISH);
    show({ ticket: { ticketId: 'ticket-b', number: 'B017' } });
    await bench.press(3, KEYS.call);
    expect(keypad().drawn).toBe(1);
    expect(bench.keypads[3].presses).toMatchObject([{ shown: { ticketId: 'ticket-b' } }]);
  });

  it('is told again after a reconnect, with what was wished for meanwhile', async () => {
    await bench.show(3, WISH);
    await bench.unplugged();
    bench.bus.restart();
    expect(keypad().display).toEqual({ waiting: '   ', ticket: '   ' });
    show({ waiting: 14 });
    await bench.simulator.plug();
    await bench.allReady();
    await bench.simulator.until(() => keypad().drawn === 2);
    expect(keypad().display).toEqual({ waiting: '014', ticket: '017' });
  });

  it('is told again after a reconnect though nothing has changed', async () => {
    await bench.show(3, WISH);
    await bench.unplugged();
    await bench.simulator.plug();
    await bench.allReady();
    await bench.simulator.until(() => keypad().drawn === 2);
    expect(keypad().display).toEqual({ waiting: '012', ticket: '017' });
  });
});

describe('a ring', () => {
  it('beeps once for each new one', async () => {
    await bench.show(3, WISH);
    show({ ring: 1 });
    show({ ring: 1, waiting: 13 });
    show({ ring: 2 });
    await allHeard();
    expect(keypad().beeps).toBe(2);
  });

  it('of before the agent started does not beep', async () => {
    await bench.show(3, { ...WISH, ring: 41 });
    await allHeard();
    expect(keypad().beeps).toBe(0);
    show({ ring: 42 });
    await allHeard();
    expect(keypad().beeps).toBe(1);
  });

  it('counts on from a count that began anew', async () => {
    await bench.show(3, { ...WISH, ring: 41 });
    show({ ring: 0 });
    show({ ring: 1 });
    await allHeard();
    expect(keypad().beeps).toBe(1);
  });

  it('is not made up for after a reconnect', async () => {
    await bench.show(3, WISH);
    show({ ring: 1 });
    await allHeard();
    await bench.unplugged();
    show({ ring: 2 });
    await bench.simulator.plug();
    await bench.allReady();
    await allHeard();
    expect(keypad().beeps).toBe(1);
  });
});
