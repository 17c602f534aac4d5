import type { Timers } from '../contract/timers.js';

/** Letters wait here in order until the one reader takes them; `late` when none came in time. */
export class Mailbox<Letter> {
  readonly #letters: Letter[] = [];
  #reader: ((letter: Letter) => void) | null = null;

  constructor(private readonly timers: Timers) {}

  put(letter: Letter): void {
    if (this.#reader) this.#reader(letter);
    else this.#letters.push(letter);
  }

  take(withinMs: number): Promise<Letter | 'late'> {
    const waiting = this.#letters.shift();
    if (waiting !== undefined) return Promise.resolve(waiting);
    return new Promise((resolve) => {
      const forget = this.timers.after(withinMs, () => {
        this.#reader = null;
        resolve('late');
      });
      this.#reader = (letter) => {
        this.#reader = null;
        forget();
        resolve(letter);
      };
    });
  }
}
