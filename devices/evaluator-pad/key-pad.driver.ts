import { PressedKeys } from '../contract/boot-report.js';
import { ChunkStation } from '../contract/chunk-station.js';
import type { ShowingDriver } from '../contract/driver.js';
import type { Line } from '../contract/line.js';
import { RepeatWindow } from '../contract/repeat-window.js';
import type { Timers } from '../contract/timers.js';
import type { KeyPadModel } from './key-pad-models.js';
import type { PadHealth, PadPress, PadState } from './pad-driver.js';
import { PressGate } from './press-gate.js';

/** A key that is held while the pad is plugged in or opened tells so again: nobody knows when it went down. */
const SETTLE_MS = 200;

export interface KeyPadOptions {
  /** Of a HID port: one chunk, one report. */
  line: Line;
  model: KeyPadModel;
  timers: Timers;
  /** `cause`: why it is unreachable, in words for the office. */
  onHealth(state: PadHealth, cause: string | null): void;
  onPress(press: PadPress): void;
}

/** A pad that is a HID keyboard, bound to one counter. It has no light: at rest its keys are simply not counted. */
export class KeyPadDriver implements ShowingDriver<PadHealth, PadState> {
  readonly #model: KeyPadModel;
  readonly #station: ChunkStation;
  readonly #gate: PressGate;
  readonly #pressed: PressedKeys;
  readonly #repeats: RepeatWindow<number>;

  constructor(options: KeyPadOptions) {
    const { model, timers } = options;
    this.#model = model;
    this.#gate = new PressGate(timers, (press) => options.onPress(press));
    this.#pressed = new PressedKeys(model.reportId);
    this.#repeats = new RepeatWindow(model.resendMs, timers);
    this.#station = new ChunkStation({
      line: options.line,
      timers,
      settleMs: SETTLE_MS,
      onChunk: (report, ready) => this.#report(report, ready),
      onOpened: () => this.#pressed.reset(),
      onReady: () => {},
      onHealth: (state, cause) => options.onHealth(state, cause),
    });
  }

  start(): void {
    this.#station.start();
  }

  async stop(): Promise<void> {
    this.#repeats.reset();
    await this.#station.stop();
  }

  health(): PadHealth {
    return this.#station.health();
  }

  show({ invitationId }: PadState): void {
    this.#gate.show(invitationId);
  }

  #report(report: Uint8Array, ready: boolean): void {
    const keys = this.#pressed.push(report).filter((key) => this.#model.keys[key] !== undefined);
    const [key, other] = keys;
    // Two at once, a hand laid on the pad: nobody knows which was meant.
    if (key === undefined || other !== undefined) return;
    const level = this.#model.keys[key];
    if (!this.#repeats.isRepeated(key) && ready && level !== undefined) this.#gate.press(level);
  }
}
