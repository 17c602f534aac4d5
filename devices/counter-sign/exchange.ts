import type { Timers } from '../contract/timers.js';
import type { SignAnswer } from './sign-protocol.js';

export const PATIENCE = {
  answerMs: 1_000,
  attempts: 4,
  /** Before the second attempt; doubled before each further one. */
  firstPauseMs: 250,
} as const;

/** `silent`: no answer to any attempt. */
export type ExchangeOutcome = { kind: 'taken' | 'silent' } | { kind: 'refused'; code: number };

/** One packet on its way and what is still owed for it: sends it again, more and more patiently, until it is answered. */
export class Exchange {
  #bytes: Uint8Array | null = null;
  #done: (outcome: ExchangeOutcome) => void = () => {};
  #attempts = 0;
  /**
   * Answers carry no number: while the last one is waited for, as many are awaited as the packet was sent, or a late one would
   * pass for the next packet's.
   */
  #owed = 0;
  #last: SignAnswer | null = null;
  #forget = (): void => {};

  constructor(
    private readonly timers: Timers,
    private readonly send: (bytes: Uint8Array) => void,
  ) {}

  get isBusy(): boolean {
    return this.#bytes !== null;
  }

  start(bytes: Uint8Array, done: (outcome: ExchangeOutcome) => void): void {
    this.#bytes = bytes;
    this.#done = done;
    this.#attempts = 0;
    this.#owed = 0;
    this.#attempt();
  }

  hear(answer: SignAnswer): void {
    if (this.#owed === 0) return;
    this.#last = answer;
    this.#owed -= 1;
    if (this.#owed === 0) this.#judge();
  }

  /** The line is gone: nothing of it is answered any more. */
  abandon(): void {
    this.#forget();
    this.#bytes = null;
    this.#owed = 0;
  }

  #attempt(): void {
    if (!this.#bytes) return;
    this.#attempts += 1;
    this.#owed += 1;
    this.#last = null;
    this.#forget = this.timers.after(PATIENCE.answerMs, () => this.#judge());
    this.send(this.#bytes);
  }

  /** All answers are in, or no more will come. */
  #judge(): void {
    this.#forget();
    const answer = this.#last;
    if (answer?.kind === 'taken') return this.#end({ kind: 'taken' });
    if (answer?.kind === 'refused') return this.#end({ kind: 'refused', code: answer.code });
    if (this.#attempts >= PATIENCE.attempts)
      return this.#end(answer ? { kind: 'refused', code: answer.code } : { kind: 'silent' });
    const pause = PATIENCE.firstPauseMs * 2 ** (this.#attempts - 1);
    this.#forget = this.timers.after(pause, () => this.#attempt());
  }

  #end(outcome: ExchangeOutcome): void {
    this.abandon();
    this.#done(outcome);
  }
}
