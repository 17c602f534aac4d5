import { Injectable } from '@nestjs/common';
import { Refusal } from '#libs/refusal';
import { Clock } from '../clock.js';

/** A hall's own net and a carrier's show many phones as one address: generous to them, and too few to fill a day's slots. */
const COMMANDS = 30;
const WITHIN_MS = 10 * 60_000;
const ADDRESSES = 10_000;

/** Whoever has shown nothing gives few commands from one address. */
@Injectable()
export class PublicThrottle {
  readonly #given = new Map<string, { count: number; since: number }>();

  constructor(private readonly clock: Clock) {}

  count(address: string): void {
    const now = this.clock.now().getTime();
    const given = this.#given.get(address);
    if (!given || now - given.since >= WITHIN_MS || now < given.since) {
      if (this.#given.size >= ADDRESSES) this.#given.clear();
      this.#given.set(address, { count: 1, since: now });
      return;
    }
    if (given.count >= COMMANDS)
      throw new Refusal('too-many-tries', { seconds: Math.ceil((given.since + WITHIN_MS - now) / 1000) });
    given.count += 1;
  }
}
