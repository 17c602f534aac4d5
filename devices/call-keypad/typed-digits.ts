import type { Timers } from '../contract/timers.js';

/** As many as a frame with its key has room for, and one more: no hall has more counters. */
const MOST = 3;

/**
 * Digits that come one by one, until the key that takes them. The same digit twice and a digit sent again look alike on the
 * wire: rather than send a visitor to counter 1 for 11, what was typed is then in doubt and the key after it does nothing.
 */
export class TypedDigits {
  #digits: number[] = [];
  #doubtful = false;
  #forgetTimer = (): void => {};

  constructor(
    private readonly timers: Timers,
    private readonly withinMs: number,
  ) {}

  type(digit: number): void {
    if (this.#digits.length === MOST) this.#doubtful = true;
    else this.#digits.push(digit);
    this.#await();
  }

  typeAgain(): void {
    this.#doubtful = true;
    this.#await();
  }

  /** What was typed, for the key that came; null when it is in doubt. */
  take(): readonly number[] | null {
    const typed = this.#doubtful ? null : this.#digits;
    this.clear();
    return typed;
  }

  clear(): void {
    this.#forgetTimer();
    this.#digits = [];
    this.#doubtful = false;
  }

  #await(): void {
    this.#forgetTimer();
    this.#forgetTimer = this.timers.after(this.withinMs, () => this.clear());
  }
}
