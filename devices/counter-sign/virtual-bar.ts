import type { Timers } from '../contract/timers.js';
import { Watched } from '../contract/watched.js';
import type { SignColour } from './sign-wish.js';

/** What a person before the bar sees, or would see if it were on. */
export interface BarFace {
  on: boolean;
  text: string;
  colour: SignColour | null;
  /** The bar moves the text by itself. */
  moves: boolean;
  page: number | null;
}

/** The bar as its own program sees it. */
export interface BarHardware {
  readonly timers: Timers;
  /** Null: it takes what it is sent; else the code it says no with. */
  readonly refusal: number | null;
  /** A packet was understood; the words are for whoever looks at the history. */
  obey(words: string, change: Partial<BarFace>): void;
  answer(bytes: Uint8Array): void;
}

/** The program of a bar: bytes in any pieces. */
export interface BarProgram {
  push(chunk: Uint8Array): void;
  reset(): void;
}

const BLANK: BarFace = { on: true, text: '', colour: null, moves: false, page: null };
/** A demonstration runs for weeks. */
const REMEMBERED = 1_000;

/** An LED bar without a wire: bytes in, bytes out, a face to look at. Its moods are what a driver must bear. */
export class VirtualBar extends Watched implements BarHardware {
  readonly #program: BarProgram;
  #face = BLANK;
  #history: string[] = [];
  #deaf = false;
  #lateMs = 0;
  #swallowed = 0;
  refusal: number | null = null;
  /** Bytes from the host, heard or not. */
  received = 0;

  constructor(
    program: (hardware: BarHardware) => BarProgram,
    readonly timers: Timers,
    private readonly send: (bytes: Uint8Array) => void,
  ) {
    super();
    this.#program = program(this);
  }

  get face(): BarFace {
    return this.#face;
  }

  /** Packets that were understood, oldest first. */
  get history(): readonly string[] {
    return this.#history;
  }

  receive(chunk: Uint8Array): void {
    this.received += chunk.length;
    if (!this.#deaf) this.#program.push(chunk);
    this.changed();
  }

  obey(words: string, change: Partial<BarFace>): void {
    this.#history.push(words);
    if (this.#history.length > REMEMBERED) this.#history.shift();
    this.#face = { ...this.#face, ...change };
    this.changed();
  }

  answer(bytes: Uint8Array): void {
    if (this.#swallowed > 0) this.#swallowed -= 1;
    else if (this.#lateMs === 0) this.send(bytes);
    else this.timers.after(this.#lateMs, () => this.send(bytes));
  }

  goDeaf(): void {
    this.#deaf = true;
  }

  hear(): void {
    this.#deaf = false;
  }

  /** Understands and says no, with that code; null: obeys again. */
  refuse(code: number | null): void {
    this.refusal = code;
  }

  /** Every answer comes that much later. */
  answerAfter(milliseconds: number): void {
    this.#lateMs = milliseconds;
  }

  /** The next so many answers are lost on their way. */
  swallow(answers: number): void {
    this.#swallowed = answers;
  }

  /** Lightning, a bad plug: bytes that mean nothing. */
  noise(bytes: Uint8Array): void {
    this.send(bytes);
  }

  /** A connection is over: half a packet of it is no packet. */
  hungUp(): void {
    this.#program.reset();
    this.changed();
  }

  /** The power is cut: it comes back with nothing on it. */
  restart(): void {
    this.#program.reset();
    this.#face = BLANK;
    this.changed();
  }
}
