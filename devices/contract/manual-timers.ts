import type { Timers } from './timers.js';

/** A clock for tests: it stands still until it is moved, and then everything due happens in order. */
export class ManualTimers implements Timers {
  #now: number;
  #due: { at: number; act: () => void }[] = [];

  constructor(start = '2026-03-02T01:00:00.000Z') {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  after(milliseconds: number, act: () => void): () => void {
    const entry = { at: this.#now + milliseconds, act };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  }

  /** How many timers are set: a test sees that nothing was left behind. */
  get pending(): number {
    return this.#due.length;
  }

  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (;;) {
      const next = this.#due.filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#due = this.#due.filter((entry) => entry !== next);
      this.#now = next.at;
      next.act();
    }
    this.#now = until;
  }

  /** Lets time pass, a little after each turn of a real wire, until that is settled. */
  async whilePassing<Answer>(awaited: Promise<Answer>): Promise<Answer> {
    let over = false;
    const settled = (): void => {
      over = true;
    };
    awaited.then(settled, settled);
    while (!over) {
      await new Promise((turn) => setImmediate(turn));
      this.advance(10);
    }
    return awaited;
  }
}
