import { VirtualHidDevice } from '../contract/virtual-hid.js';
import { encodePadReport } from './pad-report.codec.js';
import type { ReportPadModel } from './report-pad-models.js';

/** A pad with vendor-defined reports, for a `VirtualHidSystem`. */
export class VirtualReportPad {
  readonly device = new VirtualHidDevice({
    vendorId: 0x1209,
    productId: 0xa002,
    usagePage: 0xff00,
    usage: 1,
  });
  #sequence = 0;

  constructor(private readonly model: ReportPadModel) {}

  /** By the last output report. */
  get lit(): boolean {
    return this.device.written.at(-1)?.join() === this.model.lamp?.light.join();
  }

  press(key: number): void {
    this.#sequence = (this.#sequence + 1) & 0xff;
    this.sendAgain(key);
  }

  /** The same press once more. */
  sendAgain(key: number): void {
    this.device.report(this.#report(key));
  }

  /** A press that was damaged on its way. */
  garble(key: number): void {
    this.#sequence = (this.#sequence + 1) & 0xff;
    const report = this.#report(key);
    report[report.length - 1] = (report.at(-1) ?? 0) ^ 0x40;
    this.device.report(report);
  }

  #report(key: number): Uint8Array {
    return encodePadReport({ key, sequence: this.#sequence }, this.model.layout);
  }
}
