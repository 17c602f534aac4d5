import type { BusFrame } from '../contract/caller-bus.js';
import { InsistentSender } from '../contract/insistent-sender.js';
import type { BusDevice, VirtualBus } from '../contract/virtual-bus.js';
import { isBeep, keyFrame, readDisplay } from './call-keypad.codec.js';

const DARK = ' '.repeat(6);

/** One keypad on a virtual bus. */
export class VirtualKeypad implements BusDevice {
  readonly #sender: InsistentSender;
  #display = DARK;
  /** Beeps since it was made. */
  beeps = 0;
  /** Display frames heard, whether they changed anything or not. */
  drawn = 0;

  constructor(
    readonly address: number,
    bus: VirtualBus,
  ) {
    this.#sender = new InsistentSender(bus);
  }

  /** A key goes down, after these digits; the keypad sends it until it hears the echo or has tried often enough. */
  press(key: number, ...before: number[]): void {
    const frame = keyFrame(this.address, { key, before });
    this.#sender.send(frame, frame);
  }

  /** The echo has come, or the keypad has given up. */
  get acknowledged(): boolean {
    return !this.#sender.waiting;
  }

  /** Three places each; a blank is a space. */
  get display(): { waiting: string; ticket: string } {
    return { waiting: this.#display.slice(0, 3), ticket: this.#display.slice(3) };
  }

  hear(frame: BusFrame): void {
    if (frame.address !== this.address || this.#sender.hear(frame)) return;
    if (isBeep(frame)) this.beeps += 1;
    const display = readDisplay(frame);
    if (display === null) return;
    this.#display = display;
    this.drawn += 1;
  }

  restart(): void {
    this.#sender.stop();
    this.#display = DARK;
  }
}
