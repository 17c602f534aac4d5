import type { AttachedDevice } from '#libs/contracts/agent';
import type { PrinterDriverName } from '#libs/fleet/paper';
import { lazyFont } from '#devices/slip-printer/glyph-font';
import { PRINTER_DRIVERS, printerModel } from '#devices/slip-printer/printer-models';
import { SlipPrinterDriver } from '#devices/slip-printer/slip-printer.driver';
import { PrinterReport } from '../printer-report.js';
import type { Attach } from './attached.js';

/** A line of dots is 1.7 kB at normal size: half a second at this speed, two at 9600. */
const DRAWING_BAUD = 38_400;
const canDraw = ({ port }: AttachedDevice): boolean =>
  port.kind !== 'serial' || port.baudRate >= DRAWING_BAUD;

const slipPrinter =
  (name: PrinterDriverName): Attach =>
  (device, { line, timers, onHealth, log }) => {
    const report = new PrinterReport(onHealth);
    const driver = new SlipPrinterDriver({
      ...{ line, timers, model: printerModel(name) },
      font: canDraw(device) ? lazyFont(log) : null,
      onHealth: (state) => report.health(state),
      onSlip: (place) => report.slip(place),
      onMissing: (count) => log(`${device.name}: ${count} characters of a slip could only be printed as 〓`),
    });
    return {
      start: () => driver.start(),
      stop: () => driver.stop(),
      print: (document) => driver.work(document),
    };
  };

export const printers: Readonly<Record<string, Attach>> = Object.fromEntries(
  PRINTER_DRIVERS.map((name) => [name, slipPrinter(name)]),
);
