import { PAPERS, type PaperProfile } from '#devices/slip-printer/paper';
import { SlipPrinterDriver } from '#devices/slip-printer/slip-printer.driver';
import type { Attach } from './attached.js';

const escpos =
  (paper: PaperProfile): Attach =>
  (_device, { line, timers, onHealth }) => {
    const driver = new SlipPrinterDriver({ line, paper, timers, onHealth });
    return {
      start: () => driver.start(),
      stop: () => driver.stop(),
      print: (document) => driver.work(document),
    };
  };

export const printers: Readonly<Record<string, Attach>> = {
  escpos: escpos(PAPERS['80mm']),
  'escpos-58mm': escpos(PAPERS['58mm']),
};
