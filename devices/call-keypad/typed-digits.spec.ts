import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeypadBench, KEYS } from './keypad.fixture.js';
import { CALL_KEYPAD } from './keypad-models.js';

const WITHIN_MS = 5_000;

let bench: KeypadBench;
beforeEach(async () => {
  bench = await KeypadBench.open({
    ...CALL_KEYPAD,
    digits: { come: 'one-by-one', withinMs: WITHIN_MS },
  });
});
afterEach(() => bench.close());

async function type(...keys: number[]): Promise<void> {
  for (const key of keys) await bench.press(3, key);
}
const asked = () => bench.keypads[3].presses.map(({ action, target }) => [action, target]);

describe('digits that come one by one', () => {
  it('name the target of the key behind them', async () => {
    await type(1, 2, KEYS.transfer);
    expect(asked()).toEqual([['transfer', 12]]);
  });

  it('say what 确认 confirms', async () => {
    await type(6, KEYS.confirm);
    expect(asked()).toEqual([['miss', null]]);
  });

  it('are used up by the key behind them, whichever it is', async () => {
    await type(5, KEYS.call, KEYS.transfer);
    expect(asked()).toEqual([
      ['next', null],
      ['transfer', null],
    ]);
  });

  it('are forgotten after a while', async () => {
    await type(6);
    bench.timers.advance(WITHIN_MS);
    await type(KEYS.confirm);
    expect(asked()).toEqual([]);
  });

  it('are each keypad’s own', async () => {
    await bench.press(4, 6);
    await type(KEYS.confirm);
    expect(asked()).toEqual([]);
  });

  it('are in doubt when one came twice at once: it may have been typed or sent again', async () => {
    await type(1, 1, KEYS.transfer);
    expect(asked()).toEqual([]);
  });

  it('are two when the same one comes after the resend time', async () => {
    await type(1);
    bench.timers.advance(600);
    await type(1, KEYS.transfer);
    expect(asked()).toEqual([['transfer', 11]]);
  });

  it('are no longer in doubt once a key has been dropped for it', async () => {
    await type(1, 1, KEYS.transfer);
    bench.timers.advance(600);
    await type(7, KEYS.transfer);
    expect(asked()).toEqual([['transfer', 7]]);
  });

  it('are in doubt when there are more than any counter has', async () => {
    await type(1, 2, 3, 4, KEYS.transfer);
    expect(asked()).toEqual([]);
  });

  it('of before a reconnect are forgotten', async () => {
    await type(6);
    await bench.unplugged();
    await bench.simulator.plug();
    await bench.allReady();
    await type(KEYS.confirm);
    expect(asked()).toEqual([]);
  });
});
