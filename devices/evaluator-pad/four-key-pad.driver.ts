import { BusStation } from '../contract/bus-station.js';
import type { BusFrame } from '../contract/caller-bus.js';
import type { ShowingDriver } from '../contract/driver.js';
import type { Line } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import { acknowledgeKey, keyOf, startEvaluation } from './four-key-pad.codec.js';
import type { PadHealth, PadPress, PadState } from './pad-driver.js';
import { FOUR_KEY_PAD, type PadModel } from './pad-models.js';
import { PressGate } from './press-gate.js';

export interface FourKeyPadOptions {
  line: Line;
  /** On the bus. */
  address: number;
  model?: PadModel;
  timers: Timers;
  onHealth(state: PadHealth): void;
  onPress(press: PadPress): void;
}

export class FourKeyPadDriver implements ShowingDriver<PadHealth, PadState> {
  readonly #options: FourKeyPadOptions;
  readonly #model: PadModel;
  readonly #station: BusStation;
  readonly #gate: PressGate;

  constructor(options: FourKeyPadOptions) {
    this.#options = options;
    this.#model = options.model ?? FOUR_KEY_PAD;
    this.#gate = new PressGate(options.timers, (press) => options.onPress(press));
    this.#station = new BusStation({
      line: options.line,
      address: options.address,
      timers: options.timers,
      resendMs: this.#model.resendMs,
      onFrame: (frame) => this.#frame(frame),
      onReady: () => this.#light(),
      onHealth: (state) => options.onHealth(state),
    });
  }

  start(): void {
    this.#station.start();
  }

  stop(): Promise<void> {
    return this.#station.stop();
  }

  health(): PadHealth {
    return this.#station.health();
  }

  show({ invitationId }: PadState): void {
    if (this.#gate.show(invitationId)) this.#light();
  }

  /** No frame is known that darkens a pad; at rest its keys are simply not counted. */
  #light(): void {
    if (!this.#station.ready || this.#gate.asking === null) return;
    this.#station.send(startEvaluation(this.#options.address));
  }

  #frame(frame: BusFrame): void {
    const key = keyOf(frame);
    if (key === null) return;
    this.#station.send(acknowledgeKey(frame));
    if (!this.#station.isResent(frame)) this.#press(key);
  }

  #press(key: number): void {
    const level = this.#model.keys[key];
    if (level !== undefined) this.#gate.press(level);
  }
}
