import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DevicePort, HallConfig } from '#libs/hall/config';
import {
  startFourKeyPadSimulator,
  type FourKeyPadSimulator,
} from '#devices/evaluator-pad/four-key-pad.simulator';
import {
  startSlipPrinterSimulator,
  type SlipPrinterSimulator,
} from '#devices/slip-printer/slip-printer.simulator';
import type { DemoPorts } from '../../../prisma/seed/demo-hall.js';

/** The devices of the demonstration, on real wires of this machine. */
export interface SimulatedDevices {
  printer: SlipPrinterSimulator;
  townPrinter: SlipPrinterSimulator;
  pad: FourKeyPadSimulator;
  ports: DemoPorts;
  close(): Promise<void>;
}

/** A network printer's own port and its neighbours; another one is taken where these are in use. */
const WISHED = { printer: 9100, townPrinter: 9101, pad: 9110 } as const;
/** The pad at counter 2 is number 3 on its bus. */
export const PAD_ADDRESS = 3;

type Numbers = Record<keyof typeof WISHED, number>;

/** Where the halls' configurations say that their devices are; null before the first start. */
export function configuredPorts(halls: readonly HallConfig[]): Numbers | null {
  const port = (id: string) =>
    halls.flatMap(({ devices }) => devices).find((device) => device.id === id)?.port;
  const number = (id: string) => portNumber(port(id));
  const [printer, townPrinter, pad] = [number('printer-1'), number('town-printer'), number('pad-2')];
  return printer && townPrinter && pad ? { printer, townPrinter, pad } : null;
}

const portNumber = (port: DevicePort | undefined): number | null => (port?.kind === 'tcp' ? port.port : null);

export async function startDevices(configured: Numbers | null): Promise<SimulatedDevices> {
  const start = async <T>(name: keyof Numbers, open: (port: number) => Promise<T>): Promise<T> =>
    configured ? open(configured[name]) : open(WISHED[name]).catch(() => open(0));
  const printer = await start('printer', (port) => startSlipPrinterSimulator({ port }));
  const townPrinter = await start('townPrinter', (port) => startSlipPrinterSimulator({ port }));
  const pad = await start('pad', (port) => startFourKeyPadSimulator({ port, addresses: [PAD_ADDRESS] }));
  const at = ({ port }: { port: number }): DevicePort => ({ kind: 'tcp', host: '127.0.0.1', port });
  return {
    ...{ printer, townPrinter, pad },
    ports: { printer: at(printer), townPrinter: at(townPrinter), pad: at(pad) },
    close: async () => {
      await Promise.all([printer.close(), townPrinter.close(), pad.close()]);
    },
  };
}

/** Lays each slip the printer cuts into a folder, as a picture, for whoever looks at the demonstration. */
export function keepSlips(printer: SlipPrinterSimulator, folder: string, signal: AbortSignal): void {
  mkdirSync(folder, { recursive: true });
  let kept = 0;
  const keep = async (): Promise<void> => {
    while (!signal.aborted) {
      await printer.until(() => printer.cuts() > kept);
      for (const slip of printer.slips().slice(kept - printer.cuts()))
        writeFileSync(join(folder, `slip-${++kept}.svg`), slip.picture());
    }
  };
  keep().catch((cause: unknown) => console.error('a slip could not be kept:', cause));
}
