import { actorKey } from '#libs/hall/actor';
import type { CommandReply } from '#libs/contracts/socket';
import type { Asked, LineServices } from './asked.js';
import { Round, type Given } from './round.js';
import { flush } from './row-writes.js';
import type { Chained, Scope } from './scope.js';
import { Transaction } from './transaction.js';

interface Waiting<State, Fact> {
  asked: Asked<State, Fact>;
  resolve(reply: CommandReply): void;
  reject(cause: unknown): void;
}

interface Read<State> {
  look(state: State): void;
  reject(cause: unknown): void;
}

interface Committed<State, Fact> {
  replies: CommandReply[];
  events: Chained<Fact>[];
  state: State;
}

/** How often a batch is decided anew because another process was faster. */
const RELOADS = 20;
/** As many commands as one transaction takes: more would keep the first ones waiting for the last. */
const BATCH = 64;

/**
 * The commands of one chain, one after another, many a transaction (house.md, "One command, from tap to screen").
 * A refusal is its own command's answer; an accident throws the batch away and runs it again command by command.
 */
export class LedgerLine<
  State extends { sequence: number; configVersion: number },
  Fact extends { type: string },
> {
  #state: State | null = null;
  #waiting: Waiting<State, Fact>[] = [];
  #reads: Read<State>[] = [];
  #running: Promise<void> | null = null;

  constructor(
    private readonly id: string,
    private readonly scope: Scope<State, Fact>,
    private readonly services: LineServices,
    private readonly tell: (events: Chained<Fact>[], state: State) => void,
  ) {}

  execute(asked: Asked<State, Fact>): Promise<CommandReply> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ asked, resolve, reject });
      this.#run();
    });
  }

  /** Looks at the state between two batches: never at one that is not committed. */
  read<T>(look: (state: State) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#reads.push({ look: (state) => resolve(look(state)), reject });
      this.#run();
    });
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #run(): void {
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
      if (this.#waiting.length > 0 || this.#reads.length > 0) this.#run();
    });
  }

  async #work(): Promise<void> {
    // Commands that arrive in the same turn of the loop share the transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0 || this.#reads.length > 0) {
      await this.#serveReads();
      const batch = this.#waiting.splice(0, BATCH);
      if (batch.length > 0) await this.#commit(batch);
    }
  }

  async #serveReads(): Promise<void> {
    const reads = this.#reads.splice(0);
    if (reads.length === 0) return;
    try {
      this.#state ??= await this.#load();
      for (const { look } of reads) look(this.#state);
    } catch (cause) {
      for (const { reject } of reads) reject(cause);
    }
  }

  /** A batch that failed is decided again command by command; one that failed alone, once more on the rows as they stand. */
  async #commit(batch: Waiting<State, Fact>[]): Promise<void> {
    const remembered = this.#state !== null;
    const round = await this.#attempt(batch).catch((cause: unknown) => {
      this.#state = null;
      const [only] = batch;
      if (batch.length === 1 && only && !remembered) only.reject(cause);
      return null;
    });
    if (round) this.#tellAll(batch, round);
    else if (batch.length > 1 || remembered) for (const one of batch) await this.#commit([one]);
  }

  #tellAll(batch: Waiting<State, Fact>[], { replies, events, state }: Committed<State, Fact>): void {
    batch.forEach(({ resolve }, place) => resolve(replies[place] ?? { ok: false, incident: 'no-answer' }));
    if (events.length > 0) this.tell(events, state);
  }

  /** Decides on the state in memory; where another process has gone on meanwhile, loads it anew and decides again. */
  async #attempt(batch: Waiting<State, Fact>[]): Promise<Committed<State, Fact>> {
    for (let again = 0; again < RELOADS; again++) {
      const state = (this.#state ??= await this.#load());
      const done = await Transaction.run(this.services.pool, (transaction) =>
        this.#decideAll(transaction, state, batch),
      );
      if (done !== 'behind') return { ...done, state };
      this.#state = null;
    }
    throw new Error(`ledger ${this.id}: other processes were faster ${RELOADS} times`);
  }

  async #decideAll(transaction: Transaction, state: State, batch: Waiting<State, Fact>[]) {
    const [head, given] = await Promise.all([
      this.#lock(transaction),
      this.#answersGiven(transaction, batch),
    ]);
    if (state.sequence !== head.sequence) return 'behind';
    const round = new Round(this.id, this.scope, state, head.head, this.services);
    const replies = batch.map(({ asked }) => round.answer(asked, given));
    flush(transaction, round.writes);
    const { configVersion, day } = this.scope.head(state);
    if (round.events.length > 0)
      transaction.send(
        'UPDATE "ledger" SET "sequence" = $2, "head" = $3, "configVersion" = $4, "day" = $5 WHERE "id" = $1',
        ...[this.id, state.sequence, round.head, configVersion, day],
      );
    return { replies, events: round.events };
  }

  /** The sequence is read first: rows that are newer than it show when the ledger is locked. */
  async #load(): Promise<State> {
    const { prisma } = this.services;
    const row = await prisma.ledger.findUniqueOrThrow({ where: { id: this.id } });
    return this.scope.load(prisma, this.id, row.sequence);
  }

  async #lock(transaction: Transaction): Promise<{ sequence: number; head: string }> {
    const [row] = await transaction.query<{ sequence: number; head: string }>(
      'SELECT "sequence", "head" FROM "ledger" WHERE "id" = $1 FOR UPDATE',
      this.id,
    );
    if (!row) throw new Error(`no ledger ${this.id}`);
    return row;
  }

  /** By the whole key: with a part of it the search would grow with the years. */
  async #answersGiven(transaction: Transaction, batch: Waiting<State, Fact>[]): Promise<Map<string, Given>> {
    const rows = await transaction.query<Given & { actor: string; requestId: string }>(
      `SELECT "actor", "requestId", "bodyHash", "answer" FROM "command"
       JOIN unnest($2::text[], $3::text[]) AS asked ("actor", "requestId") USING ("actor", "requestId")
       WHERE "ledgerId" = $1`,
      this.id,
      batch.map(({ asked }) => actorKey(asked.actor)),
      batch.map(({ asked }) => asked.requestId),
    );
    return new Map(rows.map((row) => [`${row.actor} ${row.requestId}`, row]));
  }
}
