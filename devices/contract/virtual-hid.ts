import type { HidDevice, HidHandle, HidSystem } from './hid-port.js';
import { Watched } from './watched.js';

/** A place to plug virtual HID devices into; what node-hid dies of is an error here (device-packages.md). */
export class VirtualHidSystem extends Watched implements HidSystem {
  readonly #plugged = new Map<string, VirtualHidDevice>();
  #places = 0;
  #blind = false;

  constructor(readonly platform = 'linux') {
    super();
  }

  plug(device: VirtualHidDevice): void {
    this.#places += 1;
    const path = `/dev/hidraw${this.#places}`;
    this.#plugged.set(path, device);
    device.changed = () => this.changed();
  }

  /** Its reader is told, as the kernel does. */
  unplug(device: VirtualHidDevice): void {
    this.vanish(device);
    device.fail('could not read from HID device');
  }

  /** It is gone and nobody is told. */
  vanish(device: VirtualHidDevice): void {
    for (const [path, plugged] of this.#plugged) if (plugged === device) this.#plugged.delete(path);
  }

  /** Listings fail from now on. */
  goBlind(): void {
    this.#blind = true;
  }

  async list(): Promise<readonly HidDevice[]> {
    await Promise.resolve();
    if (this.#blind) throw new Error('the devices cannot be listed');
    return [...this.#plugged].map(([path, { identity }]) => ({ ...identity, path }));
  }

  async open(path: string): Promise<HidHandle> {
    await Promise.resolve();
    const device = this.#plugged.get(path);
    if (!device) throw new Error(`cannot open device with path ${path}`);
    return device.open();
  }
}

/** A HID device: reports come out of it and go into it. */
export class VirtualHidDevice {
  readonly identity: Omit<HidDevice, 'path'>;
  /** Output reports, id first, oldest first. */
  readonly written: number[][] = [];
  readonly features: number[][] = [];
  changed = (): void => {};
  #handle: VirtualHandle | null = null;
  #refusesFeatures = false;

  constructor(identity: Omit<HidDevice, 'path'>) {
    this.identity = identity;
  }

  get isOpen(): boolean {
    return this.#handle !== null;
  }

  /** An input report; nobody keeps it when the device is not open. */
  report(bytes: Uint8Array): void {
    this.#handle?.hear(bytes);
  }

  fail(cause: string): void {
    this.#handle?.fail(cause);
  }

  refuseFeatures(): void {
    this.#refusesFeatures = true;
  }

  open(): HidHandle {
    this.#handle = new VirtualHandle({
      closed: () => {
        this.#handle = null;
        this.changed();
      },
      written: (report) => {
        this.written.push([...report]);
        this.changed();
      },
      told: (feature) => {
        if (this.#refusesFeatures) throw new Error('could not send feature report');
        this.features.push([...feature]);
      },
    });
    this.changed();
    return this.#handle;
  }
}

interface HandleOwner {
  closed(): void;
  written(report: Uint8Array): void;
  told(feature: Uint8Array): void;
}

class VirtualHandle implements HidHandle {
  #hear: ((report: Uint8Array) => void) | null = null;
  #fail: ((cause: unknown) => void) | null = null;
  #settled = false;
  #closed = false;

  constructor(private readonly owner: HandleOwner) {}

  on(event: 'data', hear: (report: Uint8Array) => void): void;
  on(event: 'error', hear: (cause: unknown) => void): void;
  on(
    ...[event, hear]:
      [event: 'data', hear: (report: Uint8Array) => void] | [event: 'error', hear: (cause: unknown) => void]
  ): void {
    if (event === 'error') this.#fail = hear;
    else {
      if (this.#hear) throw new Error('the process died: read is already running');
      this.#hear = hear;
      setImmediate(() => {
        this.#settled = true;
      });
    }
  }

  hear(report: Uint8Array): void {
    this.#hear?.(report);
  }

  fail(cause: string): void {
    this.#fail?.(cause);
  }

  async write(report: Buffer): Promise<number> {
    if (this.#closed) throw new Error('could not write to HID device');
    this.owner.written(report);
    return Promise.resolve(report.length);
  }

  async sendFeatureReport(feature: Buffer): Promise<number> {
    this.owner.told(feature);
    return Promise.resolve(feature.length);
  }

  async close(): Promise<void> {
    if (this.#closed) throw new Error('device has been closed');
    if (!this.#settled) throw new Error('the process died: closed in the tick that attached the listener');
    this.#closed = true;
    this.owner.closed();
    return Promise.resolve();
  }
}
