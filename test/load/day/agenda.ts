import type { Clock } from '../../../apps/server/src/clock.js';
import { MIDNIGHT } from './day-config.js';

/** Whatever happens within so many seconds happens at once: hands meet at the doors, and the ledger has batches to take. */
const TICK_S = 20;
const QUARTER_S = 900;

export type Act = () => Promise<void>;

/** The events of a day in order of time. It moves the server's clock to each and waits until everybody was answered. */
export class Agenda {
  /** Seconds since the hall's midnight. */
  now = 0;
  readonly #ticks = new Map<number, Act[]>();

  constructor(private readonly clock: Clock) {}

  /** Never in the tick that is being played: whoever asks has still to be answered. */
  at(second: number, act: Act): void {
    const tick = Math.max(Math.ceil(second / TICK_S) * TICK_S, this.now + TICK_S);
    const acts = this.#ticks.get(tick) ?? [];
    acts.push(act);
    this.#ticks.set(tick, acts);
  }

  after(seconds: number, act: Act): void {
    this.at(this.now + seconds, act);
  }

  /** Plays until nobody wants anything any more; looks around at each quarter of an hour. */
  async play(quarter: Act): Promise<void> {
    let looked = 0;
    while (this.#ticks.size > 0) {
      const tick = Math.min(...this.#ticks.keys());
      const acts = this.#ticks.get(tick) ?? [];
      this.#ticks.delete(tick);
      this.moveTo(tick);
      await Promise.all(acts.map((act) => act()));
      const quarters = Math.floor(tick / QUARTER_S);
      if (quarters > looked) await quarter();
      looked = quarters;
    }
  }

  get instant(): Date {
    return new Date(MIDNIGHT.getTime() + this.now * 1000);
  }

  moveTo(second: number): void {
    this.now = second;
    this.clock.moveTo(this.instant);
  }
}
