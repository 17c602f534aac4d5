import { sameFrame, type BusFrame } from '../contract/caller-bus.js';
import { InsistentSender } from '../contract/insistent-sender.js';
import type { BusDevice, VirtualBus } from '../contract/virtual-bus.js';
import { acknowledgeKey, keyFrame, startEvaluation } from './four-key-pad.codec.js';

/** A demonstration runs for weeks. */
const REMEMBERED = 1_000;

/** One four-key pad on a virtual bus. */
export class VirtualPad implements BusDevice {
  readonly #sender: InsistentSender;
  readonly #told: BusFrame[] = [];
  #lit = false;

  constructor(
    readonly address: number,
    bus: VirtualBus,
  ) {
    this.#sender = new InsistentSender(bus);
  }

  /** A key goes down; the pad sends it until it is acknowledged or it has tried often enough. */
  press(key: number): void {
    const frame = keyFrame(this.address, key);
    this.#sender.send(frame, acknowledgeKey(frame));
  }

  /** Asks for a rating, so far as this pad knows. */
  get lit(): boolean {
    return this.#lit;
  }

  /** Frames for this pad, oldest first. */
  get told(): readonly BusFrame[] {
    return this.#told;
  }

  get acknowledged(): boolean {
    return !this.#sender.waiting;
  }

  hear(frame: BusFrame): void {
    if (frame.address !== this.address) return;
    this.#told.push(frame);
    if (this.#told.length > REMEMBERED) this.#told.shift();
    if (this.#sender.hear(frame)) this.#lit = false;
    else if (sameFrame(frame, startEvaluation(this.address))) this.#lit = true;
  }

  restart(): void {
    this.#sender.stop();
    this.#lit = false;
  }
}
