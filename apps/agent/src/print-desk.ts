import type { SlipJob, SlipOutcome } from '#libs/contracts/slip';
import type { Timers } from '#devices/contract/timers';
import type { Fleet } from './fleet.js';
import type { JobMemory } from './job-memory.js';

export interface PrintDeskOptions {
  fleet: Fleet;
  memory: JobMemory;
  timers: Timers;
  onEnded(): void;
  log(line: string): void;
}

/** Takes print jobs in and hands each to its printer, one at a time, once. */
export class PrintDesk {
  readonly #waiting = new Set<string>();
  /** The last job of each printer: the next begins after it. */
  readonly #turns = new Map<string, Promise<void>>();
  /** Jobs that came before the desk opened; null since it has. */
  #early: SlipJob[] | null = [];
  #stopped = false;

  constructor(private readonly options: PrintDeskOptions) {}

  /** The printers and the server's clock are known: without them a job might seem lost or expired. */
  open(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const job of early) this.accept(job);
  }

  /** The server sends a job again until it knows its outcome. */
  accept(job: SlipJob): void {
    if (this.#early) return void this.#early.push(job);
    const { memory, onEnded } = this.options;
    if (this.#waiting.has(job.jobId)) return;
    if (memory.knows(job.jobId)) {
      memory.tellAgain(job.jobId);
      return onEnded();
    }
    this.#waiting.add(job.jobId);
    const turn = this.#turns.get(job.printerId) ?? Promise.resolve();
    this.#turns.set(
      job.printerId,
      turn.then(() => this.#run(job)),
    );
  }

  /** What has not begun stays undone: the server sends it again, or it expires. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#turns.values());
  }

  async #run(job: SlipJob): Promise<void> {
    if (this.#stopped) return;
    const { memory, log, onEnded } = this.options;
    try {
      await memory.begin(job.jobId, job.expiresAt);
      await memory.end(job.jobId, await this.#outcome(job));
    } catch (error) {
      // The disk refused: the memory holds it until it can be told, and nothing is printed that could be printed twice.
      log(
        `print job ${job.jobId} could not be recorded: ${error instanceof Error ? error.message : String(error)}`,
      );
      await memory.end(job.jobId, 'fault').catch(() => {});
    }
    this.#waiting.delete(job.jobId);
    onEnded();
  }

  async #outcome(job: SlipJob): Promise<SlipOutcome> {
    const { fleet, timers } = this.options;
    if (timers.now().getTime() > Date.parse(job.expiresAt)) return 'expired';
    return (await fleet.printer(job.printerId)?.(job.document)) ?? 'unreachable';
  }
}
