import { hidPort } from '../contract/hid-port.js';
import { Line } from '../contract/line.js';
import { ManualTimers } from '../contract/manual-timers.js';
import { VirtualHidSystem, type VirtualHidDevice } from '../contract/virtual-hid.js';
import { Watched } from '../contract/watched.js';
import type { ShowingDriver } from '../contract/driver.js';
import type { PadHealth, PadPress, PadState } from './pad-driver.js';

interface Ears {
  line: Line;
  timers: ManualTimers;
  onHealth(state: PadHealth, cause: string | null): void;
  onPress(press: PadPress): void;
}

/** One HID pad on the port that ships, plugged into a virtual system, on a clock the test moves. */
export class HidPadBench extends Watched {
  readonly timers = new ManualTimers();
  readonly presses: PadPress[] = [];
  readonly states: [PadHealth, string | null][] = [];
  readonly driver: ShowingDriver<PadHealth, PadState>;

  constructor(
    readonly device: VirtualHidDevice,
    build: (ears: Ears) => ShowingDriver<PadHealth, PadState>,
    readonly system = new VirtualHidSystem(),
  ) {
    super();
    const { timers } = this;
    system.plug(device);
    this.driver = build({
      line: new Line(hidPort({ identity: device.identity, timers, system }), timers),
      timers,
      onHealth: (state, cause) => {
        this.states.push([state, cause]);
        this.changed();
      },
      onPress: (press) => this.presses.push(press),
    });
    this.driver.start();
  }

  async ready(): Promise<this> {
    await this.becomes('ready');
    return this;
  }

  becomes(state: PadHealth): Promise<void> {
    return this.timers.whilePassing(this.until(() => this.states.at(-1)?.[0] === state));
  }

  light(invitationId: string | null): void {
    this.driver.show({ invitationId });
  }

  levels(): number[] {
    return this.presses.map(({ level }) => level);
  }

  async close(): Promise<void> {
    await this.timers.whilePassing(this.driver.stop());
  }
}
