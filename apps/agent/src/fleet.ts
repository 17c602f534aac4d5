import type { AttachedDevice, HealthMessage, PadWish } from '#libs/contracts/agent';
import type { Timers } from '#devices/contract/timers';
import type { PadPress } from '#devices/evaluator-pad/four-key-pad.driver';
import type { SlipPrinterDriver } from '#devices/slip-printer/slip-printer.driver';
import { attach, type Attached } from './attach.js';
import { Lines } from './lines.js';

export interface FleetOptions {
  timers: Timers;
  onHealth(message: HealthMessage): void;
  onPress(deviceId: string, press: PadPress): void;
  onDetached(deviceId: string): void;
  log(line: string): void;
}

/** The devices of this agent as the server last listed them, each with its driver running. */
export class Fleet {
  readonly #lines: Lines;
  readonly #attached = new Map<string, { as: string; device: Attached }>();
  /** Kept for pads that are attached later or anew. */
  readonly #wishes = new Map<string, PadWish>();
  #changing: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly options: FleetOptions) {
    this.#lines = new Lines(options.timers);
  }

  /** The whole list: what is no longer on it is let go, what has changed starts anew, the rest is left in peace. */
  set(devices: readonly AttachedDevice[]): Promise<void> {
    this.#changing = this.#changing.then(() => this.#change(devices));
    return this.#changing;
  }

  show(wish: PadWish): void {
    this.#wishes.set(wish.deviceId, wish);
    const entry = this.#attached.get(wish.deviceId);
    if (entry?.device.kind === 'evaluator-pad')
      entry.device.driver.show({ invitationId: wish.invitation?.id ?? null });
  }

  printer(deviceId: string): SlipPrinterDriver | null {
    const entry = this.#attached.get(deviceId);
    return entry?.device.kind === 'slip-printer' ? entry.device.driver : null;
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#changing = this.#changing.then(async () => {
      await Promise.all([...this.#attached.keys()].map((id) => this.#detach(id)));
    });
    return this.#changing;
  }

  async #change(devices: readonly AttachedDevice[]): Promise<void> {
    if (this.#stopped) return;
    const wanted = new Map(devices.map((device) => [device.id, device]));
    const leaving = [...this.#attached].filter(([id, { as }]) => as !== settingsOf(wanted.get(id)));
    await Promise.all(leaving.map(([id]) => this.#detach(id)));
    for (const [id, device] of wanted) if (!this.#attached.has(id)) this.#attach(device);
  }

  #attach(device: AttachedDevice): void {
    const { timers, onHealth, onPress, log } = this.options;
    onHealth({ kind: device.kind, deviceId: device.id, state: 'unreachable' });
    try {
      const attached = attach(device, { line: this.#lines.at(device.port), timers, onHealth, onPress });
      this.#attached.set(device.id, { as: settingsOf(device), device: attached });
      const wish = this.#wishes.get(device.id);
      if (wish) this.show(wish);
      attached.driver.start();
    } catch (error) {
      log(`${device.name} cannot be attached: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #detach(deviceId: string): Promise<void> {
    const entry = this.#attached.get(deviceId);
    this.#attached.delete(deviceId);
    await entry?.device.driver.stop();
    this.options.onDetached(deviceId);
  }
}

/** A renamed device goes on as it is. */
const settingsOf = (device: AttachedDevice | undefined): string =>
  device ? JSON.stringify([device.driver, device.port, device.address]) : '';
