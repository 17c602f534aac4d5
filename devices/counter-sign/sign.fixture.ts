import { Line } from '../contract/line.js';
import { ManualTimers } from '../contract/manual-timers.js';
import { tcpPort } from '../contract/tcp-port.js';
import { Watched } from '../contract/watched.js';
import { CounterSignDriver } from './counter-sign.driver.js';
import { startCounterSignSimulator, type CounterSignSimulator } from './counter-sign.simulator.js';
import type { SignProtocol } from './sign-protocol.js';
import type { SignHealth, SignWish } from './sign-wish.js';
import type { BarHardware, BarProgram } from './virtual-bar.js';

export const CALL: SignWish = { kind: 'call', text: 'A017 请到本窗口' };
export const IDLE: SignWish = { kind: 'idle', text: '综合受理' };

/** The shipped driver and a simulated bar on a real TCP wire, on a clock the test moves. */
export class SignBench extends Watched {
  readonly healths: SignHealth[] = [];
  readonly driver: CounterSignDriver;

  static async open(
    protocol: SignProtocol,
    program: (hardware: BarHardware) => BarProgram,
  ): Promise<SignBench> {
    const timers = new ManualTimers();
    const simulator = await startCounterSignSimulator({ port: 0, program, timers });
    return new SignBench(simulator, timers, protocol);
  }

  private constructor(
    readonly simulator: CounterSignSimulator,
    readonly timers: ManualTimers,
    protocol: SignProtocol,
  ) {
    super();
    this.driver = new CounterSignDriver({
      line: new Line(tcpPort('127.0.0.1', simulator.port, timers), timers),
      protocol,
      timers,
      onHealth: (health) => {
        this.healths.push(health);
        this.changed();
      },
    });
    this.driver.start();
  }

  get bar() {
    return this.simulator.bar;
  }

  /** While time passes; what is true already needs none. */
  reaches(condition: () => boolean): Promise<void> {
    return this.timers.whilePassing(Promise.race([this.until(condition), this.simulator.until(condition)]));
  }

  healthy(state: SignHealth['state']): Promise<void> {
    return this.reaches(() => this.driver.health().state === state);
  }

  shows(text: string): Promise<void> {
    return this.reaches(() => this.bar.face.text === text);
  }

  /** Shows it, and waits until the driver has nothing left to do for it. */
  async settles(wish: SignWish, text: string): Promise<void> {
    this.driver.show(wish);
    await this.shows(text);
    await this.healthy('ready');
  }

  async close(): Promise<void> {
    await this.driver.stop();
    await this.simulator.close();
  }
}
