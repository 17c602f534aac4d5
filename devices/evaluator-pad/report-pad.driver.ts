import { ChunkStation } from '../contract/chunk-station.js';
import type { ShowingDriver } from '../contract/driver.js';
import type { Line } from '../contract/line.js';
import { RepeatWindow } from '../contract/repeat-window.js';
import type { Timers } from '../contract/timers.js';
import type { PadHealth, PadPress, PadState } from './pad-driver.js';
import { decodePadReport, type PadReport } from './pad-report.codec.js';
import { PressGate } from './press-gate.js';
import type { ReportPadModel } from './report-pad-models.js';

export interface ReportPadOptions {
  /** Of a HID port: one chunk, one report. */
  line: Line;
  model: ReportPadModel;
  timers: Timers;
  /** `cause`: why it is unreachable, in words for the office. */
  onHealth(state: PadHealth, cause: string | null): void;
  onPress(press: PadPress): void;
}

/** A pad with reports of its own. Lit while an invitation waits for its press; dark thanks for it. */
export class ReportPadDriver implements ShowingDriver<PadHealth, PadState> {
  readonly #model: ReportPadModel;
  readonly #station: ChunkStation;
  readonly #gate: PressGate;
  readonly #repeats: RepeatWindow<number>;
  #lastSequence: number | null = null;
  /** What the pad was told last; null: nothing is known of it. */
  #lamp: boolean | null = null;

  constructor(options: ReportPadOptions) {
    const { model, timers } = options;
    this.#model = model;
    this.#gate = new PressGate(timers, (press) => options.onPress(press));
    this.#repeats = new RepeatWindow(model.resendMs, timers);
    this.#station = new ChunkStation({
      line: options.line,
      timers,
      settleMs: 0,
      onChunk: (report) => this.#report(report),
      onOpened: () => this.#opened(),
      onReady: () => this.#light(),
      onHealth: (state, cause) => options.onHealth(state, cause),
    });
  }

  start(): void {
    this.#station.start();
  }

  async stop(): Promise<void> {
    this.#gate.show(null);
    this.#light();
    this.#repeats.reset();
    await this.#station.stop();
  }

  health(): PadHealth {
    return this.#station.health();
  }

  show({ invitationId }: PadState): void {
    if (this.#gate.show(invitationId)) this.#light();
  }

  #opened(): void {
    this.#lamp = null;
    this.#lastSequence = null;
  }

  #light(): void {
    const { lamp } = this.#model;
    const asking = this.#gate.asking !== null;
    if (lamp === null || !this.#station.ready || asking === this.#lamp) return;
    this.#lamp = asking;
    this.#station.send(Uint8Array.from(asking ? lamp.light : lamp.dark));
  }

  #report(report: Uint8Array): void {
    const press = decodePadReport(report, this.#model.layout);
    if (!press || this.#isRepeated(press)) return;
    const level = this.#model.keys[press.key];
    if (level === undefined) return;
    this.#gate.press(level);
    this.#light();
  }

  /** The same count is the same press, whenever it comes; the same key soon after is a bounce or a second thought. */
  #isRepeated({ key, sequence }: PadReport): boolean {
    const counted = sequence !== null && sequence === this.#lastSequence;
    this.#lastSequence = sequence;
    return this.#repeats.isRepeated(key) || counted;
  }
}
