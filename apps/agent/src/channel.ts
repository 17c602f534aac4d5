import { commandReply, type CommandReply } from '#libs/contracts/socket';
import type { Timers } from '#devices/contract/timers';

/** What waits to be acknowledged by the server: healths, outcomes or inputs. */
export interface Source {
  /** Oldest first. */
  pending(): { key: string; message: unknown }[];
  /** `reply`: what the server said, where it said something in words. */
  settled(key: string, reply: CommandReply | null): Promise<void>;
}

/** Sends, resolving when the server has acknowledged; rejects when it has not, and when there is no line. */
export type Send = (event: string, message: unknown) => Promise<unknown>;

const RETRY = { firstMs: 1_000, ceilingMs: 30_000 };
/** After a long cut everything waits at once: the server is not flooded. */
const MOST_AT_ONCE = 32;

/** Sends what is pending until each is acknowledged; one that is never answered does not hold up the others. */
export class Channel {
  readonly #flying = new Set<string>();
  #forgetRetry = (): void => {};
  #failures = 0;
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
    if (acknowledged) {
      this.#failures = 0;
      return this.wake();
    }
    this.#forgetRetry();
    if (this.#closed) return;
    const wait = Math.min(RETRY.firstMs * 2 ** this.#failures, RETRY.ceilingMs);
    this.#failures = Math.min(this.#failures + 1, 10);
    this.#forgetRetry = this.timers.after(wait, () => this.wake());
  }

  /** A refusal is an answer. An accident on the server is none: the same message goes again. */
  async #deliver(key: string, message: unknown): Promise<boolean> {
    try {
      const reply = commandReply.safeParse(await this.send(this.event, message));
      if (reply.success && 'incident' in reply.data) return false;
      await this.source.settled(key, reply.success ? reply.data : null);
      return true;
    } catch {
      return false;
    }
  }
}
