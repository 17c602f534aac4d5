import type { Level } from '#libs/evaluation/levels';
import type { ShowingDriver } from '../contract/driver.js';
import { FrameParser } from '../contract/framing.js';
import type { Line, LineUser } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import {
  acknowledgeKey,
  BUS_FRAME,
  decodeFrame,
  keyOf,
  startEvaluation,
  type BusFrame,
} from './four-key-pad.codec.js';
import { FOUR_KEY_PAD, type PadModel } from './pad-models.js';

/** At 9600 baud a frame takes 10 ms; what is not whole by now never will be. */
const GAP_MS = 100;
/** A serial server may hand over what it kept while nobody was connected: nobody knows when those keys were
 * pressed, so a pad is neither lit nor ready before that has gone by. */
const SETTLE_MS = 200;

export type PadHealth = 'ready' | 'unreachable';

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
  readonly #parser: FrameParser;
  #lit: string | null = null;
  /** The first press stands; more of them for the same invitation are acknowledged and dropped. */
  #answered: string | null = null;
  #lastKey: number | null = null;
  #ready = false;
  #forgetKey = (): void => {};
  #forgetSettling = (): void => {};
  #leave: (() => Promise<void>) | null = null;

  constructor(options: FourKeyPadOptions) {
    this.#options = options;
    this.#model = options.model ?? FOUR_KEY_PAD;
    this.#parser = new FrameParser(BUS_FRAME, GAP_MS, options.timers, (frame) =>
      this.#frame(decodeFrame(frame)),
    );
  }

  start(): void {
    const user: LineUser = {
      opened: () => this.#opened(),
      bytes: (chunk) => this.#parser.push(chunk),
      lost: () => this.#lost(),
    };
    this.#leave = this.#options.line.join(user);
  }

  async stop(): Promise<void> {
    const leave = this.#leave;
    this.#leave = null;
    this.#ready = false;
    this.#forgetKey();
    this.#forgetSettling();
    this.#parser.reset();
    await leave?.();
  }

  /** The bus has no question a pad would answer: its health is its line's. */
  health(): PadHealth {
    return this.#ready ? 'ready' : 'unreachable';
  }

  show({ invitationId }: PadState): void {
    if (invitationId === this.#lit) return;
    this.#lit = invitationId;
    this.#light();
  }

  #opened(): void {
    this.#parser.reset();
    this.#forgetSettling = this.#options.timers.after(SETTLE_MS, () => {
      this.#ready = true;
      this.#light();
      this.#options.onHealth('ready');
    });
  }

  #lost(): void {
    this.#forgetSettling();
    this.#ready = false;
    this.#options.onHealth('unreachable');
  }

  /** No frame is known that darkens a pad; at rest its keys are simply not counted. */
  #light(): void {
    if (!this.#ready || this.#lit === null || this.#lit === this.#answered) return;
    this.#send(startEvaluation(this.#options.address));
  }

  #frame(frame: BusFrame): void {
    const key = keyOf(frame);
    if (key === null || frame.address !== this.#options.address) return;
    this.#send(acknowledgeKey(frame));
    if (!this.#isResent(key) && this.#ready) this.#press(key);
  }

  /**
   * The acknowledgement may be lost on the bus, and the visitor after this one may be at the counter by then: the same key
   * again within the pad's resend time is the same press, whatever is lit now.
   */
  #isResent(key: number): boolean {
    const same = key === this.#lastKey;
    this.#lastKey = key;
    this.#forgetKey();
    this.#forgetKey = this.#options.timers.after(this.#model.resendMs, () => {
      this.#lastKey = null;
    });
    return same;
  }

  #press(key: number): void {
    const level = this.#model.keys[key];
    const invitationId = this.#lit;
    if (level === undefined || invitationId === null || invitationId === this.#answered) return;
    this.#answered = invitationId;
    this.#options.onPress({ level, invitationId, pressedAt: this.#options.timers.now() });
  }

  #send(bytes: Uint8Array): void {
    // A line that is down tells so by itself; the pad sends its key again.
    this.#options.line.write(bytes).catch(() => {});
  }
}
