import type { Timers } from './timers.js';

/** Tells a thing from its repetition: the same again within `ms` of the one before, which may itself be a repetition. */
export class RepeatWindow<Thing> {
  #last: { thing: Thing } | null = null;
  #forget = (): void => {};

  constructor(
    private readonly ms: number,
    private readonly timers: Timers,
  ) {}

  /** To be asked once for each. */
  isRepeated(thing: Thing): boolean {
    const repeated = this.#last?.thing === thing;
    this.#last = { thing };
    this.#forget();
    this.#forget = this.timers.after(this.ms, () => {
      this.#last = null;
    });
    return repeated;
  }

  reset(): void {
    this.#forget();
    this.#last = null;
  }
}
