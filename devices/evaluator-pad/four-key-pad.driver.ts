import type { Level } from '#libs/evaluation/levels';
import { BusStation, type BusHealth } from '../contract/bus-station.js';
import type { BusFrame } from '../contract/caller-bus.js';
import type { ShowingDriver } from '../contract/driver.js';
import type { Line } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import { acknowledgeKey, keyOf, startEvaluation } from './four-key-pad.codec.js';
import { FOUR_KEY_PAD, type PadModel } from './pad-models.js';

export type PadHealth = BusHealth;

/** What the pad should show: lit for one invitation, or at rest. */
export interface PadState {
  invitationId: string | null;
}

export interface PadPress {
  level: Level;
  /** The one that was lit when the key went down. */
  invitationId: string;
  pressedAt: Date;
}

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
  #lit: string | null = null;
  /** The first press stands; more of them for the same invitation are acknowledged and dropped. */
  #answered: string | null = null;

  constructor(options: FourKeyPadOptions) {
    this.#options = options;
    this.#model = options.model ?? FOUR_KEY_PAD;
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
    if (invitationId === this.#lit) return;
    this.#lit = invitationId;
    this.#light();
  }

  /** No frame is known that darkens a pad; at rest its keys are simply not counted. */
  #light(): void {
    if (!this.#station.ready || this.#lit === null || this.#lit === this.#answered) return;
    this.#station.send(startEvaluation(this.#options.address));
  }

  #frame(frame: BusFrame): void {
    const key = keyOf(frame);
    if (key === null) return;
    this.#station.send(acknowledgeKey(frame));
    if (!this.#station.isResent(frame) && this.#station.ready) this.#press(key);
  }

  #press(key: number): void {
    const level = this.#model.keys[key];
    const invitationId = this.#lit;
    if (level === undefined || invitationId === null || invitationId === this.#answered) return;
    this.#answered = invitationId;
    this.#options.onPress({ level, invitationId, pressedAt: this.#options.timers.now() });
  }
}
