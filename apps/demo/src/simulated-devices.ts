import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DevicePort, HallConfig } from '#libs/hall/config';
import { VirtualKeypad } from '#devices/call-keypad/virtual-keypad';
import { startBusSimulator, type BusSimulator } from '#devices/contract/bus-simulator';
import { realTimers } from '#devices/contract/timers';
import { VirtualBus } from '#devices/contract/virtual-bus';
import {
  startCounterSignSimulator,
  type CounterSignSimulator,
} from '#devices/counter-sign/counter-sign.simulator';
import { ASCII_BAR } from '#devices/counter-sign/sign-models';
import { asciiCard } from '#devices/counter-sign/virtual-ascii-card';
import { bxCard } from '#devices/counter-sign/virtual-bx-card';
import { VirtualPad } from '#devices/evaluator-pad/virtual-pad';
import {
  startIdCardReaderSimulator,
  type IdCardReaderSimulator,
} from '#devices/id-card-reader/id-card-reader.simulator';
import {
  startSlipPrinterSimulator,
  type SlipPrinterSimulator,
} from '#devices/slip-printer/slip-printer.simulator';
import { KEYPAD_ADDRESS, PAD_ADDRESS, type DemoPorts } from '../../../prisma/seed/demo-devices.js';
import { startScanner, type PlacedScanner } from './scanner-wire.js';

/** Four-key pad and caller behind one serial server. */
export interface CounterBus {
  wire: BusSimulator<VirtualBus>;
  pad: VirtualPad;
  keypad: VirtualKeypad;
}

/** The devices of the demonstration, on real wires of this machine. */
export interface SimulatedDevices {
  printer: SlipPrinterSimulator;
  townPrinter: SlipPrinterSimulator;
  counterBus: CounterBus;
  cardReader: IdCardReaderSimulator;
  scanner: PlacedScanner['scanner'];
  firstSign: CounterSignSimulator;
  secondSign: CounterSignSimulator;
  ports: DemoPorts;
  close(): Promise<void>;
}

type Wire = keyof DemoPorts;

/** What the configuration calls a device on each wire, and the port it has by custom; another one is taken where that is in use. */
const WIRES: Readonly<Record<Wire, { deviceId: string; wished: number }>> = {
  printer: { deviceId: 'printer-1', wished: 9100 },
  townPrinter: { deviceId: 'town-printer', wished: 9101 },
  bus: { deviceId: 'pad-2', wished: 9110 },
  cardReader: { deviceId: 'card-reader-1', wished: 9111 },
  scanner: { deviceId: 'scanner-1', wished: 9112 },
  firstSign: { deviceId: 'led-1', wished: 5005 },
  secondSign: { deviceId: 'led-2', wished: 9113 },
};

/** Where the halls' configurations say that a device is. An older or changed hall need not have every one. */
export type ConfiguredPorts = (wire: Wire) => DevicePort | null;

export function configuredPorts(halls: readonly HallConfig[]): ConfiguredPorts {
  const devices = halls.flatMap((hall) => hall.devices);
  return (wire) => devices.find(({ id }) => id === WIRES[wire].deviceId)?.port ?? null;
}

/** `folder`: for what stands in the file system. */
export async function startDevices(configured: ConfiguredPorts, folder: string): Promise<SimulatedDevices> {
  const start = <T>(wire: Wire, open: (port: number) => Promise<T>): Promise<T> => {
    const port = configured(wire);
    return port?.kind === 'tcp' ? open(port.port) : open(WIRES[wire].wished).catch(() => open(0));
  };
  const printer = await start('printer', (port) => startSlipPrinterSimulator({ port }));
  const townPrinter = await start('townPrinter', (port) => startSlipPrinterSimulator({ port }));
  const counterBus = await start('bus', startCounterBus);
  const cardReader = await start('cardReader', (port) => startIdCardReaderSimulator({ port }));
  const placed = await startScanner(configured('scanner'), folder, (open) => start('scanner', open));
  const firstSign = await start('firstSign', (port) =>
    startCounterSignSimulator({ port, program: bxCard() }),
  );
  const secondSign = await start('secondSign', (port) =>
    startCounterSignSimulator({ port, program: asciiCard(ASCII_BAR.card, null) }),
  );
  const wires = { printer, townPrinter, bus: counterBus.wire, cardReader, firstSign, secondSign };
  return {
    ...{ printer, townPrinter, counterBus, cardReader, scanner: placed.scanner, firstSign, secondSign },
    ports: { ...portsOf(wires), scanner: placed.port },
    close: async () => {
      await Promise.all([...Object.values(wires), placed.scanner].map((wire) => wire.close()));
    },
  };
}

async function startCounterBus(port: number): Promise<CounterBus> {
  const wire = await startBusSimulator(port, (send) => new VirtualBus(realTimers, send));
  const { bus } = wire;
  const pad = bus.plugIn(new VirtualPad(PAD_ADDRESS, bus));
  const keypad = bus.plugIn(new VirtualKeypad(KEYPAD_ADDRESS, bus));
  return { wire, pad, keypad };
}

type Listening = Exclude<Wire, 'scanner'>;

function portsOf(wires: Readonly<Record<Listening, { port: number }>>): Omit<DemoPorts, 'scanner'> {
  const at = (wire: Listening) => ({ kind: 'tcp' as const, host: '127.0.0.1', port: wires[wire].port });
  return {
    ...{ printer: at('printer'), townPrinter: at('townPrinter'), bus: at('bus') },
    ...{ cardReader: at('cardReader'), firstSign: at('firstSign'), secondSign: at('secondSign') },
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
