import { Injectable } from '@nestjs/common';
import { Refusal } from '#libs/refusal';
import { Clock } from '../clock.js';

const FREE_TRIES = 5;
const PAUSE_MS = 60_000;
/** Names remembered at most: guessing names must not fill the memory. */
const NAMES = 10_000;

/** After five wrong passwords in a row an account rests for a minute: guessing does not pay. */
@Injectable()
export class SignInThrottle {
  readonly #failures = new Map<string, { count: number; last: number }>();

  constructor(private readonly clock: Clock) {}

  mayTry(username: string): void {
    const failures = this.#failures.get(username);
    if (!failures || failures.count < FREE_TRIES) return;
    const left = failures.last + PAUSE_MS - this.clock.now().getTime();
    if (left > 0) throw new Refusal('too-many-tries', { seconds: Math.ceil(left / 1000) });
    this.#failures.delete(username);
  }

  failed(username: string): void {
    if (this.#failures.size >= NAMES) this.#failures.clear();
    const count = (this.#failures.get(username)?.count ?? 0) + 1;
    this.#failures.set(username, { count, last: this.clock.now().getTime() });
  }

  succeeded(username: string): void {
    this.#failures.delete(username);
  }
}
