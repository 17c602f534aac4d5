import type { OpenPort, Port, PortListener } from './port.js';
import type { Timers } from './timers.js';

/** Which HID device is meant. Numbers as in its USB descriptor; what is left out may be anything. */
export interface HidIdentity {
  vendorId: number;
  productId: number;
  serialNumber?: string | undefined;
  usagePage?: number | undefined;
  usage?: number | undefined;
}

/** One HID device as the system lists it; the same path may come once for each of its usages. */
export interface HidDevice {
  path?: string | undefined;
  vendorId: number;
  productId: number;
  serialNumber?: string | undefined;
  usagePage?: number | undefined;
  usage?: number | undefined;
  manufacturer?: string | undefined;
  product?: string | undefined;
}

/** An open device, so much of node-hid's HIDAsync as is used. Its traps are in device-packages.md and stay in here. */
export interface HidHandle {
  on(event: 'data', hear: (report: Uint8Array) => void): unknown;
  on(event: 'error', hear: (cause: unknown) => void): unknown;
  write(report: Buffer): Promise<number>;
  sendFeatureReport(report: Buffer): Promise<number>;
  close(): Promise<void>;
}

/** The system's HID devices; tests plug into a virtual one (virtual-hid.ts). */
export interface HidSystem {
  readonly platform: string;
  list(): Promise<readonly HidDevice[]>;
  open(path: string): Promise<HidHandle>;
}

export interface HidPortOptions {
  identity: HidIdentity;
  /** Sent once after each opening, report id first: some scanners must be told to speak HID POS (hardware.md 4.f). */
  features?: readonly Uint8Array[];
  timers: Timers;
  system: HidSystem;
}

/** There are no hot-plug events: absence is noticed by looking this often, so within 2 s. */
export const LOOK_MS = 1_000;

/**
 * One input report is one `bytes` chunk, behind its id where the device numbers its reports. A written chunk is one output
 * report and begins with its id, 0 where reports are not numbered. Rejects, with the cause in words, where no device fits or
 * several do, and for keyboards on Windows, which keeps them to itself.
 */
export function hidPort(options: HidPortOptions): OpenPort {
  return async (listener) => {
    const { system, identity } = options;
    const path = theOne(await system.list(), identity, system.platform);
    const handle = await system.open(path);
    const port = new OpenHid(handle, path, options, listener);
    for (const feature of options.features ?? []) await port.tell(feature);
    return port;
  };
}

class OpenHid implements Port {
  #forgetLook = (): void => {};
  #ended = false;
  #released: Promise<void> | null = null;

  constructor(
    private readonly handle: HidHandle,
    private readonly path: string,
    private readonly options: HidPortOptions,
    private readonly listener: PortListener,
  ) {
    // One `data` listener for the life of the handle: a second one ends the process.
    handle.on('data', (report) => {
      if (!this.#ended) listener.bytes(report);
    });
    handle.on('error', (cause) => this.#end(String(cause)));
    this.#look();
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#ended) throw new Error('the device is closed');
    await this.handle.write(Buffer.from(bytes));
  }

  async tell(feature: Uint8Array): Promise<void> {
    try {
      await this.handle.sendFeatureReport(Buffer.from(feature));
    } catch (error) {
      this.#ended = true;
      await this.#release();
      throw error;
    }
  }

  close(): Promise<void> {
    this.#end('closed here');
    return this.#release();
  }

  #look(): void {
    this.#forgetLook = this.options.timers.after(LOOK_MS, () => {
      this.options.system.list().then(
        (devices) => {
          if (devices.some((device) => device.path === this.path && fits(device, this.options.identity)))
            this.#lookAgain();
          else this.#end('unplugged');
        },
        // A listing that fails says nothing about this device.
        () => this.#lookAgain(),
      );
    });
  }

  #lookAgain(): void {
    if (!this.#ended) this.#look();
  }

  #end(cause: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#forgetLook();
    this.listener.closed(cause);
    void this.#release();
  }

  /** Once: closing twice throws, and closing in the tick that attached the listener ends the process. */
  #release(): Promise<void> {
    this.#forgetLook();
    this.#released ??= new Promise<void>((turn) => setImmediate(turn))
      .then(() => this.handle.close())
      .catch(() => {});
    return this.#released;
  }
}

const GENERIC_DESKTOP = 1;
const KEYBOARD = 6;

function theOne(devices: readonly HidDevice[], identity: HidIdentity, platform: string): string {
  const fitting = devices.filter((device) => fits(device, identity));
  const paths = [...new Set(fitting.flatMap(({ path }) => path ?? []))];
  const [path] = paths;
  if (path === undefined) throw new Error(`no HID device ${named(identity)} is plugged in`);
  if (paths.length > 1)
    throw new Error(
      `${paths.length} HID devices fit ${named(identity)} and none is opened: give serial number or usage. ${paths.join(', ')}`,
    );
  if (platform === 'win32' && fitting.some(isKeyboard))
    throw new Error(
      `Windows keeps the keyboard ${named(identity)} to itself: use a pad that is no keyboard, or an agent on Linux`,
    );
  return path;
}

const isKeyboard = ({ usagePage, usage }: HidDevice): boolean =>
  usagePage === GENERIC_DESKTOP && usage === KEYBOARD;

const fits = (device: HidDevice, wanted: HidIdentity): boolean =>
  device.vendorId === wanted.vendorId &&
  device.productId === wanted.productId &&
  (wanted.serialNumber === undefined || device.serialNumber === wanted.serialNumber) &&
  (wanted.usagePage === undefined || device.usagePage === wanted.usagePage) &&
  (wanted.usage === undefined || device.usage === wanted.usage);

const hex = (value: number): string => value.toString(16).padStart(4, '0');

const named = ({ vendorId, productId, serialNumber, usagePage, usage }: HidIdentity): string =>
  [
    `${hex(vendorId)}:${hex(productId)}`,
    ...(serialNumber === undefined ? [] : [`serial number ${serialNumber}`]),
    ...(usagePage === undefined ? [] : [`usage page ${hex(usagePage)}`]),
    ...(usage === undefined ? [] : [`usage ${hex(usage)}`]),
  ].join(' ');
