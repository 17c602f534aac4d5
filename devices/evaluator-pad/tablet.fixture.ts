import type { ShowingDriver } from '../contract/driver.js';
import { Line } from '../contract/line.js';
import { ManualTimers } from '../contract/manual-timers.js';
import { Watched } from '../contract/watched.js';
import { WebSocketListener, type Greeter } from '../contract/websocket-listener.js';
import type { PadHealth, PadPress, PadState } from './pad-driver.js';

export interface TabletEars {
  line: Line;
  timers: ManualTimers;
  onHealth(state: PadHealth, cause: string | null): void;
  onPress(press: PadPress): void;
}

interface Simulator {
  network: { plug(): void; until(condition: () => boolean): Promise<void> };
  close(): Promise<void>;
}

export interface TabletBenchOptions<Tablet extends Simulator> {
  greeter: Greeter;
  silenceMs: number;
  place: string;
  key: string | null;
  driver(ears: TabletEars): ShowingDriver<PadHealth, PadState>;
  tablet(url: string, timers: ManualTimers): Tablet;
}

/** One tablet that comes to the listener over a real socket, and its driver, on a clock the test moves. */
export class TabletBench<Tablet extends Simulator> extends Watched {
  readonly presses: PadPress[] = [];
  readonly states: [PadHealth, string | null][] = [];
  readonly driver: ShowingDriver<PadHealth, PadState>;

  static async open<Tablet extends Simulator>(
    options: TabletBenchOptions<Tablet>,
  ): Promise<TabletBench<Tablet>> {
    const timers = new ManualTimers();
    const { greeter, silenceMs } = options;
    const listener = new WebSocketListener({ host: '127.0.0.1', port: 0, timers, greeter, silenceMs });
    const url = `ws://127.0.0.1:${await listener.port()}/`;
    const bench = new TabletBench(options, timers, listener, url);
    bench.tablet.network.plug();
    await bench.becomes('ready');
    return bench;
  }

  readonly tablet: Tablet;

  private constructor(
    options: TabletBenchOptions<Tablet>,
    readonly timers: ManualTimers,
    readonly listener: WebSocketListener,
    readonly url: string,
  ) {
    super();
    this.driver = options.driver({
      line: new Line(listener.openPort(options.place, options.key), timers),
      timers,
      onHealth: (state, cause) => {
        this.states.push([state, cause]);
        this.changed();
      },
      onPress: (press) => this.presses.push(press),
    });
    this.driver.start();
    this.tablet = options.tablet(url, timers);
  }

  light(invitationId: string | null): void {
    this.driver.show({ invitationId });
  }

  becomes(state: PadHealth): Promise<void> {
    return this.timers.whilePassing(this.until(() => this.states.at(-1)?.[0] === state));
  }

  /** Of the tablet, while no time passes. */
  sees(condition: (tablet: Tablet) => boolean): Promise<void> {
    return this.tablet.network.until(() => condition(this.tablet));
  }

  async close(): Promise<void> {
    await this.tablet.close();
    await this.timers.whilePassing(this.driver.stop());
    await this.timers.whilePassing(this.listener.close());
  }
}
