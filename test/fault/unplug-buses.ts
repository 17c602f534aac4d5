import { startBusSimulator } from '#devices/contract/bus-simulator';
import type { BusFrame } from '#devices/contract/caller-bus';
import { PtyCable } from '#devices/contract/pty-cable.fixture';
import { realTimers } from '#devices/contract/timers';
import { VirtualKeypadBus } from '#devices/call-keypad/virtual-keypad-bus';
import { VirtualPadBus } from '#devices/evaluator-pad/virtual-pad-bus';
import type { StandInServer } from '../../apps/agent/src/stand-in-server.fixture.js';
import { onThisMachine } from '../support/agent-of.js';
import { Sent, type BusyDevice } from './unplug-device.js';

const ADDRESS = 3;
const TRANSFER = 0x13;
/** A keypad echoes; a pad is asked by the same command and 0B, and acknowledged by it and the key (hardware.md 4.a, 4.b). */
const ECHO = 0x01;
const PLEASE_RATE = 0x0b;
const LEVELS = 4;
const BREATH_MS = 60;

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BREATH_MS));

/** Hangs on the bus and hears what the host acknowledges. */
const acknowledgements = (hear: (data: readonly number[]) => void) => ({
  hear: ({ address, command, data }: BusFrame): void => {
    if (address === ADDRESS && command === ECHO && data[0] !== PLEASE_RATE) hear(data);
  },
  restart: (): void => {},
});

/** A keypad behind a serial server: 转移 with a number of its own for each press. */
export async function keypadOnTcp(id: string, server: StandInServer): Promise<BusyDevice> {
  const simulator = await startBusSimulator(0, (send) => new VirtualKeypadBus([ADDRESS], realTimers, send));
  const sent = new Sent(id, server);
  const keypad = simulator.bus.keypad(ADDRESS);
  simulator.bus.plugIn(
    acknowledgements(([tens = 0, ones = 0]) => sent.acknowledged(`transfer to ${10 * tens + ones}`)),
  );
  return {
    attached: {
      ...{ id, kind: 'call-keypad', name: id, driver: 'call-keypad', address: ADDRESS },
      port: onThisMachine(simulator),
    },
    plug: () => simulator.plug(),
    unplug: () => simulator.unplug(),
    close: () => simulator.close(),
    use: async (place) => {
      // Two digits are all it can say.
      if (place > 99) return breath();
      sent.done(`transfer to ${place}`);
      keypad.press(TRANSFER, Math.floor(place / 10), place % 10);
      await simulator.until(() => keypad.acknowledged);
      await breath();
    },
    faults: () => sent.faults(),
    owed: () => sent.owed(),
  };
}

/** A pad on a serial port of the kernel: an invitation of its own for each press. */
export async function padOnSerial(id: string, server: StandInServer): Promise<BusyDevice> {
  const cable = new PtyCable((chunk) => bus.receive(chunk));
  const bus = new VirtualPadBus([ADDRESS], realTimers, (bytes) => cable.send(bytes));
  const sent = new Sent(id, server);
  let invitationId = '';
  bus.plugIn(acknowledgements(() => sent.acknowledged(invitationId)));
  await cable.plug();
  return {
    attached: {
      ...{ id, kind: 'evaluator-pad', name: id, driver: 'four-key-pad', address: ADDRESS },
      port: { kind: 'serial', path: cable.path, baudRate: 9600 },
    },
    plug: () => cable.plug(),
    unplug: () => cable.unplug(),
    close: async () => {
      bus.restart();
      await cable.close();
    },
    use: async (place) => {
      invitationId = `${id}-invitation-${place}`;
      sent.done(invitationId);
      const invitation = { id: invitationId, endsAt: server.now };
      server.tell('desired', { kind: 'evaluator-pad', deviceId: id, invitation });
      await bus.until(() => bus.lit(ADDRESS));
      bus.press(ADDRESS, place % LEVELS);
      await bus.until(() => bus.acknowledged(ADDRESS));
      await breath();
    },
    faults: () => sent.faults(),
    owed: () => sent.owed(),
  };
}
