import type { PrinterState } from '#libs/contracts/snapshots';
import { Line } from '../contract/line.js';
import { ManualTimers } from '../contract/manual-timers.js';
import { tcpPort } from '../contract/tcp-port.js';
import { Watched } from '../contract/watched.js';
import type { PrinterDriverName } from '#libs/fleet/paper';
import type { GlyphSource } from './glyph-font.js';
import type { SlipPlace } from './presenter-watch.js';
import { printerModel } from './printer-models.js';
import { SlipPrinterDriver } from './slip-printer.driver.js';
import { startSlipPrinterSimulator, type SlipPrinterSimulator } from './slip-printer.simulator.js';

/** The shipped driver and the simulated printer on a real TCP wire, on a clock the test moves. */
export class PrinterBench extends Watched {
  readonly states: PrinterState[] = [];
  readonly places: SlipPlace[] = [];
  missing = 0;
  readonly driver: SlipPrinterDriver;

  static async open(
    name: PrinterDriverName = 'escpos',
    font: (() => GlyphSource | null) | null = null,
  ): Promise<PrinterBench> {
    const timers = new ManualTimers();
    const presenter = printerModel(name).presenter.kind !== 'none';
    const simulator = await startSlipPrinterSimulator({ port: 0, timers, presenter });
    return new PrinterBench(simulator, timers, name, font);
  }

  private constructor(
    readonly simulator: SlipPrinterSimulator,
    readonly timers: ManualTimers,
    name: PrinterDriverName,
    font: (() => GlyphSource | null) | null,
  ) {
    super();
    this.driver = new SlipPrinterDriver({
      line: new Line(tcpPort('127.0.0.1', simulator.port, timers), timers),
      model: printerModel(name),
      font,
      timers,
      onHealth: (state) => {
        this.states.push(state);
        this.changed();
      },
      onSlip: (place) => {
        this.places.push(place);
        this.changed();
      },
      onMissing: (count) => {
        this.missing += count;
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
