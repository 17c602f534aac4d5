import { startBusSimulator, type BusSimulator } from '#devices/contract/bus-simulator';
import { realTimers } from '#devices/contract/timers';
import { VirtualKeypad } from '#devices/call-keypad/virtual-keypad';
import { bxCard } from '#devices/counter-sign/virtual-bx-card';
import {
  startCounterSignSimulator,
  type CounterSignSimulator,
} from '#devices/counter-sign/counter-sign.simulator';
import { VirtualPadBus } from '#devices/evaluator-pad/virtual-pad-bus';
import {
  startIdCardReaderSimulator,
  type IdCardReaderSimulator,
} from '#devices/id-card-reader/id-card-reader.simulator';
import { startScannerSimulator, type ScannerSimulator } from '#devices/scanner/scanner.simulator';
import {
  startSlipPrinterSimulator,
  type SlipPrinterSimulator,
} from '#devices/slip-printer/slip-printer.simulator';
import type { Device, HallConfig } from '#libs/hall/config';
import { onThisMachine } from '../support/agent-of.js';

/** Counters; each has a keypad and a pad, five of them on one bus. */
export const COUNTERS = 20;
export const KIOSKS = 5;
const A_BUS = 5;
const SIGNS = 10;
const READERS = 3;
const SCANNERS = 2;

/** What lies on the desk of one counter. */
export interface WiredCounter {
  bus: BusSimulator<VirtualPadBus>;
  keypad: VirtualKeypad;
  padAddress: number;
}

/** Sixty devices of all kinds for one agent, simulated in this process, on TCP wires. */
export class WiredHall {
  private constructor(
    readonly counters: readonly WiredCounter[],
    readonly signs: readonly CounterSignSimulator[],
    readonly printers: readonly SlipPrinterSimulator[],
    readonly readers: readonly IdCardReaderSimulator[],
    readonly scanners: readonly ScannerSimulator[],
  ) {}

  static async start(): Promise<WiredHall> {
    const buses = await times(COUNTERS / A_BUS, async () => {
      const addresses = Array.from({ length: A_BUS }, (_none, place) => place + 1);
      const bus = await startBusSimulator(0, (send) => new VirtualPadBus(addresses, realTimers, send));
      return addresses.map((padAddress) => ({
        ...{ bus, padAddress },
        keypad: bus.bus.plugIn(new VirtualKeypad(A_BUS + padAddress, bus.bus)),
      }));
    });
    return new WiredHall(
      buses.flat(),
      await times(SIGNS, () => startCounterSignSimulator({ port: 0, program: bxCard() })),
      await times(KIOSKS, () => startSlipPrinterSimulator({ port: 0 })),
      await times(READERS, () => startIdCardReaderSimulator({ port: 0 })),
      await times(SCANNERS, () => startScannerSimulator({ port: 0 })),
    );
  }

  /** Their rows in a hall's configuration, in place of the pad pages. */
  readonly furnish = (config: HallConfig): HallConfig => {
    const wired = [...this.#atCounters(), ...this.#atKiosks()];
    const kept = config.devices
      .filter(({ kind }) => kind !== 'pad')
      .map((device) => ({ ...device, ...this.#printerOf(device) }));
    const agent: Device = { id: 'hall-agent', kind: 'agent', name: '设备代理' };
    return { ...config, quickFinishSeconds: 0, devices: [...kept, agent, ...wired] };
  };

  get size(): number {
    return this.#atCounters().length + this.#atKiosks().length;
  }

  /** The agent has reached every one of them. */
  async reached(): Promise<void> {
    await Promise.all([
      ...this.counters.map(({ bus, keypad }) => bus.until(() => keypad.drawn > 0)),
      ...this.signs.map((sign) => sign.until(() => sign.bar.face.text !== '')),
      ...this.printers.map((printer) => printer.until(() => printer.printer.asked > 0)),
      ...this.readers.map((reader) => reader.until(() => reader.reader.asked('find') > 0)),
      ...this.scanners.map((scanner) => scanner.until(() => scanner.hosts() > 0)),
    ]);
  }

  async close(): Promise<void> {
    const all = [...this.counters.map(({ bus }) => bus), ...this.signs, ...this.printers];
    await Promise.all([...all, ...this.readers, ...this.scanners].map((device) => device.close()));
  }

  #atCounters(): Device[] {
    const desks = this.counters.flatMap(({ bus, keypad, padAddress }, place): Device[] => {
      const at = { agentId: 'hall-agent', counterId: `hall-counter-${place + 1}`, port: onThisMachine(bus) };
      const [caller, pad] = [`hall-caller-${place + 1}`, `hall-keys-${place + 1}`];
      return [
        {
          id: caller,
          kind: 'call-keypad',
          name: caller,
          driver: 'call-keypad',
          address: keypad.address,
          ...at,
        },
        { id: pad, kind: 'evaluator-pad', name: pad, driver: 'four-key-pad', address: padAddress, ...at },
      ];
    });
    const signs = this.signs.map((sign, place): Device => {
      const [id, counterId] = [`hall-led-${place + 1}`, `hall-counter-${place + 1}`];
      const at = { agentId: 'hall-agent', counterId, port: onThisMachine(sign) };
      return { id, kind: 'counter-sign', name: id, driver: 'onbon-bx-6k', ...at };
    });
    return [...desks, ...signs];
  }

  #atKiosks(): Device[] {
    const row =
      (kind: 'slip-printer' | 'id-card-reader' | 'scanner', driver: string) =>
      (simulator: { port: number }, place: number): Device => {
        const id = `hall-${kind}-${place + 1}`;
        const kiosk = kind === 'slip-printer' ? {} : { kioskId: `hall-kiosk-${place + 1}` };
        return {
          id,
          kind,
          name: id,
          driver,
          agentId: 'hall-agent',
          port: onThisMachine(simulator),
          ...kiosk,
        };
      };
    return [
      ...this.printers.map(row('slip-printer', 'escpos')),
      ...this.readers.map(row('id-card-reader', 'sam-v')),
      ...this.scanners.map(row('scanner', 'serial-scanner')),
    ];
  }

  #printerOf({ id, kind }: Device): Partial<Device> {
    const place = /^hall-kiosk-(\d+)$/.exec(id)?.[1];
    return kind === 'kiosk' && place ? { printerId: `hall-slip-printer-${place}` } : {};
  }
}

const times = <Made>(count: number, make: () => Promise<Made>): Promise<Made[]> =>
  Promise.all(Array.from({ length: count }, make));
