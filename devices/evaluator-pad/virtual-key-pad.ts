import { encodeBootReport, rollOverReport } from '../contract/boot-report.js';
import { VirtualHidDevice } from '../contract/virtual-hid.js';

/** A five-key HID keyboard for a `VirtualHidSystem`. */
export class VirtualKeyPad {
  readonly device: VirtualHidDevice;
  #down: number[] = [];

  constructor(
    serialNumber: string,
    private readonly reportId: number | null = null,
  ) {
    this.device = new VirtualHidDevice({
      vendorId: 0x1209,
      productId: 0xa001,
      serialNumber,
      usagePage: 1,
      usage: 6,
    });
  }

  /** Down and up again. Keys are usages of page 07; several go down in one report. */
  press(...keys: number[]): void {
    this.hold(...keys);
    this.release();
  }

  hold(...keys: number[]): void {
    this.#down.push(...keys);
    this.#tell();
  }

  release(): void {
    this.#down = [];
    this.#tell();
  }

  /** Says again what is down, as keyboards with an idle rate do. */
  idle(): void {
    this.#tell();
  }

  /** A hand lies on it. */
  rollOver(): void {
    this.device.report(rollOverReport(this.reportId));
  }

  /** Bytes that mean nothing. */
  noise(bytes: Uint8Array): void {
    this.device.report(bytes);
  }

  #tell(): void {
    this.device.report(encodeBootReport({ modifiers: 0, keys: this.#down }, this.reportId));
  }
}
