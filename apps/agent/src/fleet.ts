import type { AttachedDevice, DeviceWish, HealthMessage, InputMessage } from '#libs/contracts/agent';
import { CAUSE_LENGTH } from '#libs/contracts/agent';
import type { CommandReply } from '#libs/contracts/socket';
import type { HidSystem } from '#devices/contract/hid-port';
import type { Timers } from '#devices/contract/timers';
import { attach } from './attach.js';
import type { Attached, CardRead, Input, Surroundings } from './drivers/attached.js';
import { Lines } from './lines.js';

export interface FleetOptions {
  timers: Timers;
  /** Where HID devices are plugged in; this machine, where nothing else is said. */
  hid?: HidSystem | undefined;
  onHealth(message: HealthMessage): void;
  onInput(deviceId: string, input: Input): void;
  onCard(deviceId: string, read: CardRead): void;
  onDetached(deviceId: string): void;
  log(line: string): void;
}

export interface Looked {
  kind: AttachedDevice['kind'];
  device: Attached;
  state: HealthMessage['state'];
  wish: DeviceWish | null;
}

interface Entry {
  as: string;
  about: AttachedDevice;
  device: Attached;
}

/** The devices of this agent as the server last listed them, each with its driver running. */
export class Fleet {
  readonly #lines: Lines;
  readonly #attached = new Map<string, Entry>();
  readonly #healths = new Map<string, { state: HealthMessage['state']; cause: string | null }>();
  /** Kept for devices that are attached later or anew. */
  readonly #wishes = new Map<string, DeviceWish>();
  #changing: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(private readonly options: FleetOptions) {
    const { timers, hid } = options;
    this.#lines = new Lines({ timers, hid, onLost: (port, cause) => this.#lost(port, cause) });
  }

  /** The whole list: what is no longer on it is let go, what has changed starts anew, the rest is left in peace. */
  set(devices: readonly AttachedDevice[]): Promise<void> {
    this.#changing = this.#changing.then(() => this.#change(devices));
    return this.#changing;
  }

  show(wish: DeviceWish): void {
    this.#wishes.set(wish.deviceId, wish);
    this.#attached.get(wish.deviceId)?.device.show?.(wish);
  }

  /** How the server took what somebody did at a device. */
  answered(message: InputMessage, reply: CommandReply): void {
    this.#attached.get(message.deviceId)?.device.answered?.(message, reply);
  }

  /** Null: there is no such printer. */
  printer(deviceId: string): NonNullable<Attached['print']> | null {
    return this.#attached.get(deviceId)?.device.print ?? null;
  }

  /** A device to try, with its state and what it was told to show; null when there is none of that name. */
  look(deviceId: string): Looked | null {
    const entry = this.#attached.get(deviceId);
    if (!entry) return null;
    const state = this.#healths.get(deviceId)?.state ?? 'unreachable';
    return { kind: entry.about.kind, device: entry.device, state, wish: this.#wishes.get(deviceId) ?? null };
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#changing = this.#changing.then(async () => {
      await Promise.all([...this.#attached.keys()].map((id) => this.#detach(id)));
      await this.#lines.close();
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
    const { id: deviceId, name } = device;
    const { timers, log } = this.options;
    const onHealth: Surroundings['onHealth'] = (state, cause) => this.#health(deviceId, state, cause ?? null);
    onHealth('unreachable');
    try {
      const attached = attach(device, {
        ...{ line: this.#lines.at(device), timers, onHealth, log },
        onInput: (input) => this.options.onInput(deviceId, input),
        onCard: (read) => this.options.onCard(deviceId, read),
      });
      this.#attached.set(deviceId, { as: settingsOf(device), about: device, device: attached });
      const wish = this.#wishes.get(deviceId);
      if (wish) attached.show?.(wish);
      attached.start();
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      onHealth('misconfigured', cause);
      log(`${name} cannot be attached: ${cause}`);
    }
  }

  #health(deviceId: string, state: HealthMessage['state'], cause: string | null): void {
    this.#healths.set(deviceId, { state, cause });
    const words = cause === null ? {} : { cause: cause.slice(0, CAUSE_LENGTH) };
    this.options.onHealth({ deviceId, state, ...words });
  }

  /** The first cause of an outage is told; a line that fails again and again for changing reasons would fill the ledger. */
  #lost(port: AttachedDevice['port'], cause: string): void {
    for (const [deviceId, { about }] of this.#attached) {
      const health = this.#healths.get(deviceId);
      if (health?.state !== 'unreachable' || health.cause !== null || !samePort(about.port, port)) continue;
      this.#health(deviceId, 'unreachable', cause);
    }
  }

  async #detach(deviceId: string): Promise<void> {
    const entry = this.#attached.get(deviceId);
    this.#attached.delete(deviceId);
    this.#healths.delete(deviceId);
    await entry?.device.stop();
    this.options.onDetached(deviceId);
  }
}

const samePort = (one: AttachedDevice['port'], other: AttachedDevice['port']): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A renamed device goes on as it is. */
const settingsOf = (device: AttachedDevice | undefined): string =>
  device ? JSON.stringify([device.driver, device.port, device.address, device.settings]) : '';
