import { z } from 'zod';
import { inputMessage, type InputMessage } from '#libs/contracts/agent';
import type { Source } from './channel.js';
import { Journal } from './journal.js';

const spoolEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('input'), message: inputMessage }),
  z.object({ kind: z.literal('gone'), requestId: z.string() }),
]);
type SpoolEntry = z.infer<typeof spoolEntry>;

const HOUR_MS = 3_600_000;

/** After that long an input says nothing any more: it is dropped instead of sent. */
const EXPIRES_MS: Readonly<Record<InputMessage['kind'], number>> = {
  level: 24 * HOUR_MS,
  key: 10_000,
  scan: 10_000,
};

/** A line cut for days must not fill the disk; the oldest go first. */
const MOST_KEPT = 5_000;
const COMPACT_AFTER = 200;

/** Inputs on their way to the server: on disk before they are sent, there until the server has answered. */
export class Spool implements Source {
  readonly #kept = new Map<string, InputMessage>();
  #gone = 0;

  private constructor(private readonly journal: Journal<SpoolEntry>) {}

  static async open(file: string): Promise<Spool> {
    const { journal, entries } = await Journal.open(
      file,
      (value) => spoolEntry.safeParse(value).data ?? null,
    );
    const spool = new Spool(journal);
    for (const entry of entries) {
      if (entry.kind === 'input') spool.#kept.set(entry.message.requestId, entry.message);
      else spool.#kept.delete(entry.requestId);
    }
    await spool.#compact();
    return spool;
  }

  async add(message: InputMessage): Promise<void> {
    this.#kept.set(message.requestId, message);
    await this.journal.append({ kind: 'input', message });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) await this.settled(oldest);
  }

  /** The server has answered, yes or no. */
  async settled(requestId: string): Promise<void> {
    if (!this.#kept.delete(requestId)) return;
    await this.journal.append({ kind: 'gone', requestId });
    this.#gone += 1;
    if (this.#gone >= COMPACT_AFTER) await this.#compact();
  }

  find(requestId: string): InputMessage | undefined {
    return this.#kept.get(requestId);
  }

  pending(): { key: string; message: InputMessage }[] {
    return [...this.#kept].map(([key, message]) => ({ key, message }));
  }

  /** By the server's clock: this machine's own may be years off when it starts. */
  async expire(now: Date): Promise<void> {
    for (const { requestId, kind, pressedAt } of [...this.#kept.values()])
      if (now.getTime() - Date.parse(pressedAt) > EXPIRES_MS[kind]) await this.settled(requestId);
  }

  close(): Promise<void> {
    return this.journal.close();
  }

  async #compact(): Promise<void> {
    this.#gone = 0;
    await this.journal.rewrite(this.pending().map(({ message }) => ({ kind: 'input', message })));
  }
}
