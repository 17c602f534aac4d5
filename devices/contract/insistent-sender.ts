import { sameFrame, type BusFrame } from './caller-bus.js';
import type { VirtualBus } from './virtual-bus.js';

/** Recalled from the field as 200 to 500 ms, three times (hardware.md 4.b). */
const RESEND_MS = 300;
const SENDS = 4;

/** How a device on the virtual bus sends a key: until it hears the answer or has tried often enough, one key at a time. */
export class InsistentSender {
  #answer: BusFrame | null = null;
  #forget = (): void => {};

  constructor(private readonly bus: VirtualBus) {}

  /** Neither answered nor given up. */
  get waiting(): boolean {
    return this.#answer !== null;
  }

  send(frame: BusFrame, answer: BusFrame): void {
    this.stop();
    this.#transmit(frame, answer, SENDS);
  }

  /** Whether this is the answer that was waited for. */
  hear(frame: BusFrame): boolean {
    const answered = this.#answer !== null && sameFrame(this.#answer, frame);
    if (answered) this.stop();
    return answered;
  }

  stop(): void {
    this.#forget();
    this.#answer = null;
  }

  #transmit(frame: BusFrame, answer: BusFrame, sends: number): void {
    this.#answer = answer;
    this.#forget = this.bus.timers.after(RESEND_MS, () => {
      this.#answer = null;
      if (sends > 1) this.#transmit(frame, answer, sends - 1);
      this.bus.changed();
    });
    this.bus.transmit(frame);
  }
}
