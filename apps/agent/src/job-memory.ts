import { z } from 'zod';
import type { OutcomeMessage } from '#libs/contracts/agent';
import { slipOutcome, type SlipOutcome } from '#libs/contracts/slip';
import type { Source } from './channel.js';
import { Journal } from './journal.js';

const jobEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), jobId: z.string(), expiresAt: z.iso.datetime() }),
  z.object({ kind: z.literal('ended'), jobId: z.string(), outcome: slipOutcome }),
  z.object({ kind: z.literal('told'), jobId: z.string() }),
]);
type JobEntry = z.infer<typeof jobEntry>;

interface KnownJob {
  expiresAt: string;
  outcome: SlipOutcome | null;
  told: boolean;
  /** How often the server has asked: an answer to an earlier asking does not settle a later one. */
  asked: number;
}

const DAY_MS = 24 * 3_600_000;
const COMPACT_AFTER = 500;

/** Which print jobs were begun and how they ended. A job that was begun once is never begun again, not even after a crash. */
export class JobMemory implements Source {
  readonly #jobs = new Map<string, KnownJob>();
  #appended = 0;

  private constructor(private readonly journal: Journal<JobEntry>) {}

  static async open(file: string): Promise<JobMemory> {
    const { journal, entries } = await Journal.open(file, (value) => jobEntry.safeParse(value).data ?? null);
    const memory = new JobMemory(journal);
    for (const entry of entries) memory.#apply(entry);
    for (const [jobId, job] of memory.#jobs) {
      // Begun before a crash: whether paper came out, nobody saw.
      if (job.outcome === null) await memory.end(jobId, 'unknown');
    }
    memory.#appended = entries.length;
    return memory;
  }

  knows(jobId: string): boolean {
    return this.#jobs.has(jobId);
  }

  /** On disk before the first byte goes to the printer. */
  begin(jobId: string, expiresAt: string): Promise<void> {
    return this.#record({ kind: 'begun', jobId, expiresAt });
  }

  end(jobId: string, outcome: SlipOutcome): Promise<void> {
    return this.#record({ kind: 'ended', jobId, outcome });
  }

  /** The server has acknowledged the outcome. */
  async settled(key: string): Promise<void> {
    const settled = this.pending().find((entry) => entry.key === key);
    if (settled) await this.#record({ kind: 'told', jobId: settled.message.jobId });
  }

  /** The server asks for a job again that it should know the end of: tell it once more. */
  tellAgain(jobId: string): void {
    const job = this.#jobs.get(jobId);
    if (!job) return;
    job.told = false;
    job.asked += 1;
  }

  pending(): { key: string; message: OutcomeMessage }[] {
    return [...this.#jobs].flatMap(([jobId, { outcome, told, asked }]) =>
      outcome && !told ? [{ key: `${asked} ${jobId}`, message: { jobId, outcome } }] : [],
    );
  }

  /**
   * Forgets jobs a day past their expiry; nobody may begin those anyway. By the server's clock: by another one a job that
   * the server still asks for might be forgotten, and printed twice.
   */
  async forget(now: Date): Promise<void> {
    if (this.#appended < COMPACT_AFTER) return;
    for (const [jobId, { expiresAt, told }] of this.#jobs)
      if (told && now.getTime() - Date.parse(expiresAt) > DAY_MS) this.#jobs.delete(jobId);
    this.#appended = 0;
    await this.journal.rewrite([...this.#jobs].flatMap(([jobId, job]) => entriesOf(jobId, job)));
  }

  close(): Promise<void> {
    return this.journal.close();
  }

  /** In memory at once, so that a job is refused a second time even where the disk is full. */
  async #record(entry: JobEntry): Promise<void> {
    this.#apply(entry);
    this.#appended += 1;
    await this.journal.append(entry);
  }

  #apply(entry: JobEntry): void {
    if (entry.kind === 'begun')
      this.#jobs.set(entry.jobId, { expiresAt: entry.expiresAt, outcome: null, told: false, asked: 0 });
    const job = this.#jobs.get(entry.jobId);
    if (!job) return;
    if (entry.kind === 'ended') job.outcome = entry.outcome;
    if (entry.kind === 'told') job.told = true;
  }
}

function entriesOf(jobId: string, { expiresAt, outcome, told }: KnownJob): JobEntry[] {
  return [
    { kind: 'begun', jobId, expiresAt },
    ...(outcome ? [{ kind: 'ended' as const, jobId, outcome }] : []),
    ...(told ? [{ kind: 'told' as const, jobId }] : []),
  ];
}
