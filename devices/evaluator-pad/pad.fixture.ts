import { Line } from '../contract/line.js';
import { ManualTimers } from '../contract/manual-timers.js';
import { tcpPort } from '../contract/tcp-port.js';
import { Watched } from '../contract/watched.js';
import { FourKeyPadDriver } from './four-key-pad.driver.js';
import { startFourKeyPadSimulator, type FourKeyPadSimulator } from './four-key-pad.simulator.js';
import type { PadHealth, PadPress } from './pad-driver.js';

/** Of a start and of an acknowledgement. */
const FRAME_BYTES = 10;

interface SeenPad {
  driver: FourKeyPadDriver;
  presses: PadPress[];
  states: PadHealth[];
}

/** Pads 3 and 4 on one bus behind a serial server on a real TCP wire, on a clock the test moves. */
export class PadBench extends Watched {
  readonly pads: Readonly<Record<3 | 4, SeenPad>>;

  static async open(): Promise<PadBench> {
    const timers = new ManualTimers();
    const simulator = await startFourKeyPadSimulator({ port: 0, addresses: [3, 4], timers });
    const bench = new PadBench(simulator, timers);
    await bench.allReady();
    return bench;
  }

  private constructor(
    readonly simulator: FourKeyPadSimulator,
    readonly timers: ManualTimers,
  ) {
    super();
    const line = new Line(tcpPort('127.0.0.1', simulator.port, timers), timers);
    this.pads = { 3: this.#pad(3, line), 4: this.#pad(4, line) };
    for (const pad of [this.pads[3], this.pads[4]]) pad.driver.start();
  }

  get bus() {
    return this.simulator.bus;
  }

  allReady(): Promise<void> {
    const ready = this.until(() =>
      [this.pads[3], this.pads[4]].every(({ driver }) => driver.health() === 'ready'),
    );
    return this.timers.whilePassing(ready);
  }

  /** The pad's key goes down and is acknowledged. */
  async press(address: 3 | 4, key: number): Promise<void> {
    this.bus.press(address, key);
    await this.simulator.until(() => this.bus.acknowledged(address));
  }

  /** Shows the invitation and waits until the pad asks for a rating. */
  async light(address: 3 | 4, invitationId: string): Promise<void> {
    this.pads[address].driver.show({ invitationId });
    await this.simulator.until(() => this.bus.lit(address));
  }

  /** So many frames have come from the driver, whether the pads heard them or not. */
  frames(count: number): Promise<void> {
    return this.simulator.until(() => this.bus.received >= count * FRAME_BYTES);
  }

  async close(): Promise<void> {
    await Promise.all([this.pads[3].driver.stop(), this.pads[4].driver.stop()]);
    await this.simulator.close();
  }

  #pad(address: number, line: Line): SeenPad {
    const presses: PadPress[] = [];
    const states: PadHealth[] = [];
    const driver = new FourKeyPadDriver({
      line,
      address,
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
