import { Line } from '../contract/line.js';
import { ManualTimers } from '../contract/manual-timers.js';
import type { OpenPort, PortListener } from '../contract/port.js';
import { tcpPort } from '../contract/tcp-port.js';
import { Watched } from '../contract/watched.js';
import { ScannerDriver, type ScannerHealth } from './scanner.driver.js';
import { startScannerSimulator, type ScannerSimulator } from './scanner.simulator.js';
import { SCANNER_MODELS, type ScannerModel } from './scanner-models.js';

/** The shipped driver on a clock the test moves. */
class Bench extends Watched {
  readonly states: ScannerHealth[] = [];
  readonly scans: string[] = [];
  readonly driver: ScannerDriver;
  #received = 0;

  constructor(
    readonly timers: ManualTimers,
    open: OpenPort,
    model: ScannerModel,
  ) {
    super();
    this.driver = new ScannerDriver({
      line: new Line(this.#counted(open), timers),
      model,
      timers,
      onHealth: (state) => {
        this.states.push(state);
        this.changed();
      },
      onScan: (text) => {
        this.scans.push(text);
        this.changed();
      },
    });
    this.driver.start();
  }

  health(state: ScannerHealth): Promise<void> {
    return this.timers.whilePassing(this.until(() => this.driver.health() === state));
  }

  /** So many bytes have reached the driver. */
  received(bytes: number): Promise<void> {
    return this.until(() => this.#received >= bytes);
  }

  /** So many scans have been reported. */
  scanned(count: number): Promise<void> {
    return this.until(() => this.scans.length >= count);
  }

  #counted(open: OpenPort): OpenPort {
    return (listener) =>
      open({
        closed: (cause) => listener.closed(cause),
        bytes: (chunk) => {
          listener.bytes(chunk);
          this.#received += chunk.length;
          this.changed();
        },
      });
  }
}

/** With the simulated serial scanner on a real TCP wire. */
export class SerialScannerBench extends Bench {
  static async open(): Promise<SerialScannerBench> {
    return new SerialScannerBench(await startScannerSimulator({ port: 0 }));
  }

  private constructor(readonly simulator: ScannerSimulator) {
    const timers = new ManualTimers();
    super(timers, tcpPort('127.0.0.1', simulator.port, timers), SCANNER_MODELS.serial);
  }

  async close(): Promise<void> {
    await this.driver.stop();
    await this.simulator.close();
  }
}

/** With a HID device in memory, which hands over one report a chunk as hidraw does. */
export class HidScannerBench extends Bench {
  readonly #device: HidDevice;

  constructor(model: ScannerModel) {
    const device = new HidDevice();
    super(new ManualTimers(), device.open, model);
    this.#device = device;
  }

  /** The reports come so many milliseconds apart. */
  report(reports: readonly Uint8Array[], everyMs: number): void {
    for (const report of reports) {
      this.#device.listener?.bytes(report);
      this.timers.advance(everyMs);
    }
  }

  pullOut(): void {
    this.#device.listener?.closed('unplugged');
  }
}

class HidDevice {
  listener: PortListener | null = null;

  readonly open: OpenPort = async (listener) => {
    this.listener = listener;
    return { write: async () => {}, close: async () => {} };
  };
}
