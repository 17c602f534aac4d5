import { Line } from '../contract/line.js';
import { ManualTimers } from '../contract/manual-timers.js';
import { tcpPort } from '../contract/tcp-port.js';
import { Watched } from '../contract/watched.js';
import {
  CallKeypadDriver,
  type KeypadHealth,
  type KeypadPress,
  type KeypadState,
} from './call-keypad.driver.js';
import { startCallKeypadSimulator, type CallKeypadSimulator } from './call-keypad.simulator.js';
import { CALL_KEYPAD, type KeypadModel } from './keypad-models.js';

export const KEYS = {
  evaluate: 0x0b,
  call: 0x0c,
  recall: 0x0d,
  cancel: 0x0e,
  confirm: 0x0f,
  oneMetre: 0x11,
  wait: 0x12,
  transfer: 0x13,
} as const;

interface SeenKeypad {
  driver: CallKeypadDriver;
  presses: KeypadPress[];
  states: KeypadHealth[];
}

/** At the counter: A017; 12 wait. */
export const WISH: KeypadState = {
  ticket: { ticketId: 'ticket-17', number: 'A017' },
  waiting: 12,
  ring: 0,
};

/** Keypads 3 and 4 on one bus behind a serial server on a real TCP wire, on a clock the test moves. */
export class KeypadBench extends Watched {
  readonly keypads: Readonly<Record<3 | 4, SeenKeypad>>;

  static async open(model: KeypadModel = CALL_KEYPAD): Promise<KeypadBench> {
    const timers = new ManualTimers();
    const simulator = await startCallKeypadSimulator({ port: 0, addresses: [3, 4], timers });
    const bench = new KeypadBench(simulator, timers, model);
    await bench.allReady();
    return bench;
  }

  private constructor(
    readonly simulator: CallKeypadSimulator,
    readonly timers: ManualTimers,
    model: KeypadModel,
  ) {
    super();
    const line = new Line(tcpPort('127.0.0.1', simulator.port, timers), timers);
    this.keypads = { 3: this.#keypad(3, line, model), 4: this.#keypad(4, line, model) };
    for (const { driver } of [this.keypads[3], this.keypads[4]]) driver.start();
  }

  get bus() {
    return this.simulator.bus;
  }

  allReady(): Promise<void> {
    const ready = this.until(() =>
      [this.keypads[3], this.keypads[4]].every(({ driver }) => driver.health() === 'ready'),
    );
    return this.timers.whilePassing(ready);
  }

  /** A key goes down after these digits, and is echoed. */
  async press(address: 3 | 4, key: number, ...before: number[]): Promise<void> {
    const keypad = this.bus.keypad(address);
    keypad.press(key, ...before);
    await this.simulator.until(() => keypad.acknowledged);
  }

  /** Tells what to show and waits until the keypad has drawn it. */
  async show(address: 3 | 4, wish: KeypadState): Promise<void> {
    const drawn = this.bus.keypad(address).drawn;
    this.keypads[address].driver.show(wish);
    await this.simulator.until(() => this.bus.keypad(address).drawn > drawn);
  }

  /** So many bytes have come from the drivers since then, whether the keypads heard them or not. */
  async bytesFromHost(count: number, act: () => void): Promise<void> {
    const before = this.bus.received;
    act();
    await this.simulator.until(() => this.bus.received >= before + count);
  }

  async unplugged(): Promise<void> {
    await this.simulator.unplug();
    await this.until(() => this.keypads[3].driver.health() === 'unreachable');
  }

  async close(): Promise<void> {
    await Promise.all([this.keypads[3].driver.stop(), this.keypads[4].driver.stop()]);
    await this.simulator.close();
  }

  #keypad(address: number, line: Line, model: KeypadModel): SeenKeypad {
    const presses: KeypadPress[] = [];
    const states: KeypadHealth[] = [];
    const driver = new CallKeypadDriver({
      line,
      address,
      model,
      timers: this.timers,
      onHealth: (state) => {
        states.push(state);
        this.changed();
      },
      onPress: (press) => {
        presses.push(press);
        this.changed();
      },
    });
    return { driver, presses, states };
  }
}
