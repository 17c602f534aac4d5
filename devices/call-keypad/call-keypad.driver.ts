import { BusStation, type BusHealth } from '../contract/bus-station.js';
import { sameFrame, type BusFrame } from '../contract/caller-bus.js';
import type { ShowingDriver } from '../contract/driver.js';
import type { Line } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import { beepFrame, displayFrame, isDigit, readKey, type PressedKey } from './call-keypad.codec.js';
import { CALL_KEYPAD, meaningOf, type KeypadAction, type KeypadModel } from './keypad-models.js';
import { TypedDigits } from './typed-digits.js';

export type KeypadHealth = BusHealth;

export interface ShownTicket {
  ticketId: string;
  /** As on the slip, such as A017. */
  number: string;
}

/** What the keypad should show. */
export interface KeypadState {
  /** The one at the counter. */
  ticket: ShownTicket | null;
  /** Visitors; null leaves the place blank. */
  waiting: number | null;
  /** Grows by one with each beep that is wanted. The first state a driver is told is where it counts from. */
  ring: number;
}

export interface KeypadPress {
  action: KeypadAction;
  /** The number typed before 转移; null when there was none, and with any other action. */
  target: number | null;
  /** The ticket on the display when the key went down. */
  shown: ShownTicket | null;
  pressedAt: Date;
}

export interface CallKeypadOptions {
  line: Line;
  /** On the bus. */
  address: number;
  model?: KeypadModel;
  timers: Timers;
  onHealth(state: KeypadHealth): void;
  onPress(press: KeypadPress): void;
}

/** One keypad of a bus (hardware.md 4.b). */
export class CallKeypadDriver implements ShowingDriver<KeypadHealth, KeypadState> {
  readonly #options: CallKeypadOptions;
  readonly #model: KeypadModel;
  readonly #station: BusStation;
  readonly #typed: TypedDigits | null;
  #wish: KeypadState | null = null;
  /** What the display was told last; null when nothing is known of it. */
  #displayed: BusFrame | null = null;

  constructor(options: CallKeypadOptions) {
    this.#options = options;
    this.#model = options.model ?? CALL_KEYPAD;
    const { digits, resendMs } = this.#model;
    this.#typed = digits.come === 'one-by-one' ? new TypedDigits(options.timers, digits.withinMs) : null;
    this.#station = new BusStation({
      line: options.line,
      address: options.address,
      timers: options.timers,
      resendMs,
      onFrame: (frame) => this.#frame(frame),
      onReady: () => this.#startAfresh(),
      onHealth: (state) => options.onHealth(state),
    });
  }

  start(): void {
    this.#station.start();
  }

  async stop(): Promise<void> {
    this.#typed?.clear();
    await this.#station.stop();
  }

  health(): KeypadHealth {
    return this.#station.health();
  }

  /** A ring that is wished for while the keypad is out of reach is not made up for: it would call nobody any more. */
  show(wish: KeypadState): void {
    const before = this.#wish;
    this.#wish = wish;
    if (!this.#station.ready) return;
    this.#draw(wish);
    if (before && wish.ring > before.ring) this.#station.send(beepFrame(this.#options.address));
  }

  #startAfresh(): void {
    this.#typed?.clear();
    this.#displayed = null;
    if (this.#wish) this.#draw(this.#wish);
  }

  #draw({ ticket, waiting }: KeypadState): void {
    const frame = displayFrame(this.#options.address, { waiting, number: ticket?.number ?? null });
    if (this.#displayed && sameFrame(this.#displayed, frame)) return;
    this.#displayed = frame;
    this.#station.send(frame);
  }

  #frame(frame: BusFrame): void {
    const pressed = readKey(frame);
    if (!pressed) return;
    this.#station.send(frame);
    const again = this.#station.isResent(frame);
    if (this.#typed && isDigit(pressed.key)) this.#type(this.#typed, pressed.key, again);
    else if (!again) this.#press(pressed);
  }

  #type(typed: TypedDigits, digit: number, again: boolean): void {
    if (again) typed.typeAgain();
    else typed.type(digit);
  }

  #press({ key, before }: PressedKey): void {
    const typed = this.#typed ? this.#typed.take() : before;
    const meaning = typed && meaningOf(this.#model, key, typed);
    if (!meaning) return;
    const shown = this.#wish?.ticket ?? null;
    this.#options.onPress({ ...meaning, shown, pressedAt: this.#options.timers.now() });
  }
}
