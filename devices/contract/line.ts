import type { OpenPort, Port } from './port.js';
import type { Timers } from './timers.js';

/** Who talks over a line. `bytes` come from one connection only; after `lost` nothing is known of the device. */
export interface LineUser {
  opened(): void;
  bytes(chunk: Uint8Array): void;
  lost(cause: string): void;
}

/** The ceiling is what a device that is plugged in again waits at most: with its settling it serves again within 3 s. */
export const BACK_OFF = { firstMs: 250, ceilingMs: 1_500 } as const;

/**
 * A wire that comes back: it opens a new port for each connection, waiting longer after each failure up to a ceiling, for ever.
 * Devices on one bus share one line; it opens with its first user and closes with its last.
 */
export class Line {
  readonly #open: OpenPort;
  readonly #timers: Timers;
  readonly #users = new Set<LineUser>();
  /** The connection under way or standing; what an older one still says is not heard. */
  #current: object | null = null;
  #port: Port | null = null;
  #failures = 0;
  #forgetTimer = (): void => {};
  #farewell: Promise<void> = Promise.resolve();

  constructor(open: OpenPort, timers: Timers) {
    this.#open = open;
    this.#timers = timers;
  }

  get isOpen(): boolean {
    return this.#port !== null;
  }

  join(user: LineUser): () => Promise<void> {
    this.#users.add(user);
    if (this.#users.size === 1) void this.#farewell.then(() => this.#users.has(user) && this.#connect());
    else if (this.#port) user.opened();
    return () => this.#leave(user);
  }

  /** Rejects when the line is down: nothing is kept for later, a stale frame is worse than none. */
  async write(bytes: Uint8Array): Promise<void> {
    if (!this.#port) throw new Error('the line is down');
    await this.#port.write(bytes);
  }

  /** The other side does not answer any more: start again with a new connection. */
  drop(cause: string): void {
    const port = this.#port;
    if (!port) return;
    this.#lost(cause);
    void port.close();
  }

  #connect(): void {
    if (this.#current) return;
    const connection = {};
    this.#current = connection;
    const mine = (): boolean => this.#current === connection;
    const opening = this.#open({
      bytes: (chunk) => {
        if (mine()) this.#users.forEach((user) => user.bytes(chunk));
      },
      closed: (cause) => {
        if (mine()) this.#lost(cause);
      },
    });
    opening.then(
      (port) => (mine() ? this.#opened(port) : void port.close()),
      (error: unknown) => {
        if (mine()) this.#lost(error instanceof Error ? error.message : String(error));
      },
    );
  }

  #opened(port: Port): void {
    this.#port = port;
    // A device that accepts and hangs up at once keeps the back-off growing.
    this.#forgetTimer = this.#timers.after(BACK_OFF.ceilingMs, () => {
      this.#failures = 0;
    });
    this.#users.forEach((user) => user.opened());
  }

  #lost(cause: string): void {
    this.#port = null;
    this.#current = null;
    this.#forgetTimer();
    const wait = Math.min(BACK_OFF.firstMs * 2 ** this.#failures, BACK_OFF.ceilingMs);
    this.#failures = Math.min(this.#failures + 1, 10);
    this.#forgetTimer = this.#timers.after(wait, () => this.#connect());
    this.#users.forEach((user) => user.lost(cause));
  }

  async #leave(user: LineUser): Promise<void> {
    if (!this.#users.delete(user) || this.#users.size > 0) return this.#farewell;
    this.#forgetTimer();
    const port = this.#port;
    this.#port = null;
    this.#current = null;
    this.#failures = 0;
    if (port) this.#farewell = port.close();
    return this.#farewell;
  }
}
