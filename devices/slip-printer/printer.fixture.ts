import type { PrinterState } from '#libs/contracts/snapshots';
import { Line } from '../contract/line.js';
import { ManualTimers } from '../contract/manual-timers.js';
import { tcpPort } from '../contract/tcp-port.js';
import { Watched } from '../contract/watched.js';
import { PAPERS } from './paper.js';
import { SlipPrinterDriver } from './slip-printer.driver.js';
import { startSlipPrinterSimulator, type SlipPrinterSimulator } from './slip-printer.simulator.js';

/** The shipped driver and the simulated printer on a real TCP wire, on a clock the test moves. */
export class PrinterBench extends Watched {
  readonly states: PrinterState[] = [];
  readonly driver: SlipPrinterDriver;

  static async open(): Promise<PrinterBench> {
    const timers = new ManualTimers();
    const simulator = await startSlipPrinterSimulator({ port: 0, timers });
    return new PrinterBench(simulator, timers);
  }

  private constructor(
    readonly simulator: SlipPrinterSimulator,
    readonly timers: ManualTimers,
  ) {
    super();
    this.driver = new SlipPrinterDriver({
      line: new Line(tcpPort('127.0.0.1', simulator.port, timers), timers),
      paper: PAPERS['80mm'],
      timers,
      onHealth: (state) => {
        this.states.push(state);
        this.changed();
      },
    });
    this.driver.start();
  }

  get printer() {
    return this.simulator.printer;
  }

  health(state: PrinterState): Promise<void> {
    return this.until(() => this.driver.health() === state);
  }

  /** Every byte of the slip has reached the printer. */
  slipArrived(bytes: number): Promise<void> {
    return this.simulator.until(() => this.printer.dataBytes >= bytes);
  }

  async close(): Promise<void> {
    await this.driver.stop();
    await this.simulator.close();
  }
}
