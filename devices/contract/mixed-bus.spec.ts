import { afterEach, beforeEach, expect, it } from 'vitest';
import { CallKeypadDriver, type KeypadPress } from '../call-keypad/call-keypad.driver.js';
import { VirtualKeypad } from '../call-keypad/virtual-keypad.js';
import { FourKeyPadDriver } from '../evaluator-pad/four-key-pad.driver.js';
import type { PadPress } from '../evaluator-pad/pad-driver.js';
import { VirtualPad } from '../evaluator-pad/virtual-pad.js';
import { startBusSimulator, type BusSimulator } from './bus-simulator.js';
import { Line } from './line.js';
import { ManualTimers } from './manual-timers.js';
import { tcpPort } from './tcp-port.js';
import { VirtualBus } from './virtual-bus.js';

const CALL = 0x0c;
const RECALL = 0x0d;
const VERY_GOOD = 3;

let simulator: BusSimulator<VirtualBus>;
let timers: ManualTimers;
let bench: Awaited<ReturnType<typeof plugged>>;
beforeEach(async () => {
  timers = new ManualTimers();
  simulator = await startBusSimulator(0, (send) => new VirtualBus(timers, send));
  bench = await plugged();
});
afterEach(async () => {
  await Promise.all(bench.drivers.map((driver) => driver.stop()));
  await simulator.close();
});

/** Keypads 3 and 4 and pad 5 behind one serial server, and their drivers on one line. */
async function plugged() {
  const { bus } = simulator;
  const line = new Line(tcpPort('127.0.0.1', simulator.port, timers), timers);
  const around = { line, timers, onHealth: () => bus.changed() };
  const calls: [number, KeypadPress['action']][] = [];
  const ratings: PadPress[] = [];
  const keypad = (address: number) => ({
    device: bus.plugIn(new VirtualKeypad(address, bus)),
    driver: new CallKeypadDriver({
      ...around,
      address,
      onPress: ({ action }) => void calls.push([address, action]),
    }),
  });
  const pad = (address: number) => ({
    device: bus.plugIn(new VirtualPad(address, bus)),
    driver: new FourKeyPadDriver({ ...around, address, onPress: (press) => void ratings.push(press) }),
  });
  const three = keypad(3);
  const four = keypad(4);
  const five = pad(5);
  const drivers = [three.driver, four.driver, five.driver];
  for (const driver of drivers) driver.start();
  await timers.whilePassing(simulator.until(() => drivers.every((driver) => driver.health() === 'ready')));
  return { three, four, five, drivers, calls, ratings };
}

const allQuiet = (): Promise<void> =>
  simulator.until(() => [bench.three, bench.four, bench.five].every(({ device }) => device.acknowledged));

it('two keypads and a four-key pad work on one bus at the same time', async () => {
  const { three, four, five, calls, ratings } = bench;
  three.driver.show({ ticket: { ticketId: 'ticket-17', number: 'A017' }, waiting: 2, ring: 0 });
  four.driver.show({ ticket: null, waiting: 2, ring: 0 });
  five.driver.show({ invitationId: 'invitation-1' });
  await simulator.until(() => five.device.lit);
  expect([three.device.display, four.device.display]).toEqual([
    { waiting: '002', ticket: '017' },
    { waiting: '002', ticket: '   ' },
  ]);
  three.device.press(RECALL);
  five.device.press(VERY_GOOD);
  four.device.press(CALL);
  await allQuiet();
  expect(calls).toEqual([
    [3, 'recall'],
    [4, 'next'],
  ]);
  expect(ratings).toMatchObject([{ level: 5, invitationId: 'invitation-1' }]);
  expect(simulator.bus.sent).toBe(3);
});

it('a key of a keypad and a rating that collide both arrive in the end, once', async () => {
  const { three, five, calls, ratings } = bench;
  five.driver.show({ invitationId: 'invitation-1' });
  await simulator.until(() => five.device.lit);
  simulator.bus.collide();
  three.device.press(CALL);
  five.device.press(VERY_GOOD);
  await timers.whilePassing(allQuiet());
  expect(calls).toEqual([[3, 'next']]);
  expect(ratings).toHaveLength(1);
  expect(simulator.bus.sent).toBeGreaterThanOrEqual(4);
});
