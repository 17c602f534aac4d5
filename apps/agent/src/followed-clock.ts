import type { Timers } from '#devices/contract/timers';

/** The agent's clock: it follows what the server says, so that presses and expiries are told in one time. */
export class FollowedClock implements Timers {
  #offset = 0;

  constructor(private readonly own: Timers) {}

  follow(serverTime: Date): void {
    this.#offset = serverTime.getTime() - this.own.now().getTime();
  }

  now(): Date {
    return new Date(this.own.now().getTime() + this.#offset);
  }

  after(milliseconds: number, act: () => void): () => void {
    return this.own.after(milliseconds, act);
  }
}
