import type { Timers } from '#devices/contract/timers';

/** What waits to be acknowledged by the server: healths, outcomes or inputs. */
export interface Source {
  /** Oldest first. */
  pending(): { key: string; message: unknown }[];
  settled(key: string): Promise<void>;
}

/** Sends, resolving when the server has acknowledged; rejects when it has not, and when there is no line. */
export type Send = (event: string, message: unknown) => Promise<unknown>;

const RETRY_MS = 1_000;
/** After a long cut everything waits at once: the server is not flooded. */
const MOST_AT_ONCE = 32;

/** Sends what is pending until each is acknowledged; one that is never answered does not hold up the others. */
export class Channel {
  readonly #flying = new Set<string>();
  #forgetRetry = (): void => {};
  #closed = false;

  constructor(
    private readonly event: string,
    private readonly source: Source,
    private readonly send: Send,
    private readonly timers: Timers,
  ) {}

  /** Something is new, or the line is back. */
  wake(): void {
    if (this.#closed) return;
    for (const { key, message } of this.source.pending()) {
      if (this.#flying.size >= MOST_AT_ONCE) return;
      if (!this.#flying.has(key)) void this.#fly(key, message);
    }
  }

  close(): void {
    this.#closed = true;
    this.#forgetRetry();
  }

  async #fly(key: string, message: unknown): Promise<void> {
    this.#flying.add(key);
    const acknowledged = await this.#deliver(key, message);
    this.#flying.delete(key);
    if (acknowledged) return this.wake();
    this.#forgetRetry();
    if (!this.#closed) this.#forgetRetry = this.timers.after(RETRY_MS, () => this.wake());
  }

  async #deliver(key: string, message: unknown): Promise<boolean> {
    try {
      await this.send(this.event, message);
      await this.source.settled(key);
      return true;
    } catch {
      return false;
    }
  }
}
