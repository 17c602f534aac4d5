import { beforeEach, expect, it } from 'vitest';
import { pluggedInMessage, type PluggedInMessage } from '#libs/contracts/agent';
import { ManualTimers } from '#devices/contract/manual-timers';
import type { PluggedIn } from '#devices/contract/plugged-in';
import { PlugWatch } from './plug-watch.js';

const NOTHING: PluggedIn = { serial: [], hid: [], problems: [] };
const port = (path: string, maker = 'FTDI') => ({
  ...{ path, stablePath: null, maker, serialNumber: null, vendorId: 0x0403, productId: 0x6001 },
});

let timers: ManualTimers;
let there: PluggedIn;
let told: PluggedInMessage[];
let line: boolean;
let watch: PlugWatch;
beforeEach(() => {
  [timers, there, told, line] = [new ManualTimers(), NOTHING, [], true];
  watch = new PlugWatch({
    look: () => Promise.resolve(there),
    send: (_event, message) => {
      if (!line) return Promise.reject(new Error('no line'));
      told.push(pluggedInMessage.parse(message));
      return Promise.resolve({ ok: true, answer: {} });
    },
    timers,
  });
});

const turn = (): Promise<void> => new Promise((next) => setImmediate(next));
async function connect(): Promise<void> {
  watch.connected();
  await turn();
}
async function pass(): Promise<void> {
  timers.advance(10_000);
  await turn();
}

it('tells what is there after each connect, and then what has changed only', async () => {
  await connect();
  await pass();
  expect(told).toHaveLength(1);
  there = { ...NOTHING, serial: [port('/dev/ttyUSB0')] };
  await pass();
  await pass();
  expect(told.map(({ serial }) => serial.length)).toEqual([0, 1]);
  await connect();
  expect(told).toHaveLength(3);
});

it('tells again what did not get through', async () => {
  line = false;
  await connect();
  line = true;
  await pass();
  expect(told).toHaveLength(1);
});

it('cuts what a device says of itself to the length of the contract', async () => {
  there = { ...NOTHING, serial: [port('/dev/ttyUSB0', 'M'.repeat(5_000))] };
  await connect();
  expect(told[0]?.serial[0]?.maker).toHaveLength(200);
});

it('leaves no timer behind', async () => {
  await connect();
  watch.stop();
  expect(timers.pending).toBe(0);
});
