import type { Device, HallConfig } from '#libs/hall/config';
import {
  startCallKeypadSimulator,
  type CallKeypadSimulator,
} from '#devices/call-keypad/call-keypad.simulator';
import {
  startCounterSignSimulator,
  type CounterSignSimulator,
} from '#devices/counter-sign/counter-sign.simulator';
import { ASCII_BAR } from '#devices/counter-sign/sign-models';
import { asciiCard } from '#devices/counter-sign/virtual-ascii-card';
import {
  startIdCardReaderSimulator,
  type IdCardReaderSimulator,
} from '#devices/id-card-reader/id-card-reader.simulator';
import { startScannerSimulator, type ScannerSimulator } from '#devices/scanner/scanner.simulator';
import { BenchDevices } from './browser-devices.js';

/** The address of the call keypad on its bus; it lies on the desk of counter 1, under a sign. */
export const KEYPAD_ADDRESS = 7;

/** One of every kind that an agent carries, on real wires: printer and pad, and these. */
export class WiredDevices {
  private constructor(
    readonly bench: BenchDevices,
    readonly sign: CounterSignSimulator,
    readonly keypad: CallKeypadSimulator,
    readonly reader: IdCardReaderSimulator,
    readonly scanner: ScannerSimulator,
  ) {}

  static async start(): Promise<WiredDevices> {
    const [bench, sign, keypad, reader, scanner] = await Promise.all([
      BenchDevices.start(),
      startCounterSignSimulator({ port: 0, program: asciiCard(ASCII_BAR.card, null) }),
      startCallKeypadSimulator({ port: 0, addresses: [KEYPAD_ADDRESS] }),
      startIdCardReaderSimulator({ port: 0 }),
      startScannerSimulator({ port: 0 }),
    ]);
    return new WiredDevices(bench, sign, keypad, reader, scanner);
  }

  /** Their rows in a hall's configuration. */
  furnish(config: HallConfig, hall: string): HallConfig {
    const furnished = this.bench.furnish(config, hall);
    const at = (port: number) => ({
      agentId: `${hall}-agent`,
      port: { kind: 'tcp' as const, host: '127.0.0.1', port },
    });
    const counterId = `${hall}-counter-1`;
    const kioskId = `${hall}-kiosk`;
    const wired: Device[] = [
      {
        id: 'bar',
        kind: 'counter-sign',
        name: '1号窗口条屏',
        driver: 'ascii-bar',
        counterId,
        ...at(this.sign.port),
      },
      {
        ...{ id: 'caller', kind: 'call-keypad', name: '1号窗口叫号器', driver: 'call-keypad', counterId },
        ...{ address: KEYPAD_ADDRESS, ...at(this.keypad.port) },
      },
      {
        id: 'reader',
        kind: 'id-card-reader',
        name: '身份证阅读器',
        driver: 'sam-v',
        kioskId,
        ...at(this.reader.port),
      },
      {
        id: 'scanner',
        kind: 'scanner',
        name: '扫码器',
        driver: 'serial-scanner',
        kioskId,
        ...at(this.scanner.port),
      },
    ];
    return { ...furnished, devices: [...furnished.devices, ...wired] };
  }

  async close(): Promise<void> {
    await Promise.all([
      this.bench.close(),
      this.sign.close(),
      this.keypad.close(),
      this.reader.close(),
      this.scanner.close(),
    ]);
  }
}
