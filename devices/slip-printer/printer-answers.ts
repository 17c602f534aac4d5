import type { PrinterModel } from './printer-models.js';

/** What the printer said, told apart in one stream of bytes. */
export type PrinterAnswer =
  | { kind: 'status' | 'done'; byte: number }
  /** ASB: four bytes that nobody asked for. */
  | { kind: 'pushed'; bytes: number[] }
  /** DLE EOT 20: the four bytes after `10 0F`. */
  | { kind: 'presenter'; bytes: number[] };

const PUSHED_BYTES = 4;
const PRESENTER_HEAD = [0x10, 0x0f] as const;
const PRESENTER_BYTES = 6;
const FLOW_CONTROL = [0x11, 0x13];

const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12;
const startsPush = (byte: number): boolean => (byte & 0x93) === 0x10;
const goesOn = (byte: number): boolean => (byte & 0x90) === 0;

type Reading = Pick<PrinterModel, 'confirm' | 'presenter'>;

/**
 * Answers to DLE EOT are 0xx1xx10, ASB begins 0xx1xx00 and goes on 0xx0xxxx, an answer to GS r is 0xx0xxxx (hardware.md 4.d):
 * only inside the three bytes after an ASB head could that be mistaken, so those are never taken for the end of a slip.
 */
export class AnswerReader {
  #held: number[] = [];

  constructor(private readonly model: Reading) {}

  /** The rest of something half said is still to come. */
  get holds(): boolean {
    return this.#held.length > 0;
  }

  /** Null for noise and for what is not complete yet. */
  push(byte: number): PrinterAnswer | null {
    if (this.#isPresented(byte)) return this.#presented(byte);
    if (isStatus(byte)) return { kind: 'status', byte };
    if (startsPush(byte)) {
      this.#held = [byte];
      return null;
    }
    if (this.holds && goesOn(byte)) return this.#pushed(byte);
    return this.#single(byte);
  }

  reset(): void {
    this.#held = [];
  }

  #isPresented(byte: number): boolean {
    if (this.model.presenter.kind === 'none' || this.#held[0] !== PRESENTER_HEAD[0]) return false;
    return this.#held.length === 1 ? byte === PRESENTER_HEAD[1] : this.#held[1] === PRESENTER_HEAD[1];
  }

  #presented(byte: number): PrinterAnswer | null {
    this.#held.push(byte);
    if (this.#held.length < PRESENTER_BYTES) return null;
    const bytes = this.#held.slice(PRESENTER_HEAD.length);
    this.#held = [];
    return { kind: 'presenter', bytes };
  }

  #pushed(byte: number): PrinterAnswer | null {
    this.#held.push(byte);
    if (this.#held.length < PUSHED_BYTES) return null;
    const bytes = this.#held;
    this.#held = [];
    return { kind: 'pushed', bytes };
  }

  /** What a printer answers to GS I is its own affair. */
  #single(byte: number): PrinterAnswer | null {
    const done = this.model.confirm === 'gs-r' ? goesOn(byte) : !FLOW_CONTROL.includes(byte);
    return done ? { kind: 'done', byte } : null;
  }
}
