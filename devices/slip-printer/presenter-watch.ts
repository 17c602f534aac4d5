import type { Timers } from '../contract/timers.js';

/** Where the last slip is, as far as the presenter knows. */
export type SlipPlace = 'present' | 'taken' | 'not-taken';

const ASK_MS = 1_000;
/** A slip that was never seen in the presenter by then was taken before anybody asked, or fell. */
const SEEN_WITHIN_MS = 5_000;

export interface PresenterWatchOptions {
  timers: Timers;
  untakenMs: number;
  ask(): void;
  tell(place: SlipPlace): void;
}

/** Follows one slip from the knife into a hand: asks every second, tells each change once (hardware.md 4.d, ticket taken). */
export class PresenterWatch {
  #seenAt: number | null = null;
  #last: SlipPlace | null = null;
  #forget = (): void => {};
  readonly #from: number;

  constructor(private readonly options: PresenterWatchOptions) {
    this.#from = options.timers.now().getTime();
    this.#askAgain();
  }

  hear(hangs: boolean): void {
    const now = this.options.timers.now().getTime();
    if (!hangs) {
      if (this.#seenAt !== null) this.#end('taken');
      else if (now - this.#from > SEEN_WITHIN_MS) this.stop();
      return;
    }
    this.#seenAt ??= now;
    this.#say(now - this.#seenAt >= this.options.untakenMs ? 'not-taken' : 'present');
  }

  stop(): void {
    this.#forget();
  }

  #askAgain(): void {
    this.#forget = this.options.timers.after(ASK_MS, () => this.#askAgain());
    this.options.ask();
  }

  #end(place: SlipPlace): void {
    this.stop();
    this.#say(place);
  }

  #say(place: SlipPlace): void {
    if (place === this.#last) return;
    this.#last = place;
    this.options.tell(place);
  }
}
