import type { PrinterState } from '#libs/contracts/snapshots';
import type { SlipDocument, SlipOutcome } from '#libs/contracts/slip';
import type { WorkingDriver } from '../contract/driver.js';
import type { Line } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import { encodeSlip } from './escpos.codec.js';
import type { PaperProfile } from './paper.js';
import { PrintJob } from './print-job.js';
import { PrinterWire, type PrinterNews } from './printer-wire.js';

/** An idle printer is asked this often, so that its state is known before a visitor taps. */
const POLL_MS = 3_000;

export interface SlipPrinterOptions {
  line: Line;
  paper: PaperProfile;
  timers: Timers;
  onHealth(state: PrinterState): void;
}

export class SlipPrinterDriver implements WorkingDriver<PrinterState, SlipDocument, SlipOutcome> {
  readonly #wire: PrinterWire;
  #health: PrinterState = 'unreachable';
  #job: PrintJob | null = null;
  #doubt = false;
  #turn: Promise<unknown> = Promise.resolve();
  #leave: (() => Promise<void>) | null = null;
  #forgetPoll = (): void => {};

  constructor(private readonly options: SlipPrinterOptions) {
    this.#wire = new PrinterWire(options.line, options.timers, (news) => this.#hear(news));
  }

  start(): void {
    this.#leave = this.options.line.join(this.#wire);
    this.#poll();
  }

  async stop(): Promise<void> {
    const leave = this.#leave;
    this.#leave = null;
    this.#forgetPoll();
    this.#job?.stop();
    await this.#turn;
    await leave?.();
  }

  health(): PrinterState {
    return this.#health;
  }

  /** One at a time, in the order asked. */
  work(document: SlipDocument): Promise<SlipOutcome> {
    const outcome = this.#turn.then(() => this.#print(document));
    this.#turn = outcome.catch(() => {});
    return outcome;
  }

  async #print(document: SlipDocument): Promise<SlipOutcome> {
    if (!this.#leave) return 'unreachable';
    const { paper, timers } = this.options;
    const job = new PrintJob(this.#wire, timers);
    this.#job = job;
    const outcome = await job.run(encodeSlip(document, paper), this.#doubt);
    this.#job = null;
    if (outcome === 'printed') this.#doubt = false;
    else if (job.leavesDoubt) this.#doubt = true;
    if (this.#wire.owesAnswer) this.#unanswered();
    else this.#wire.ask();
    return outcome;
  }

  #poll(): void {
    this.#forgetPoll = this.options.timers.after(POLL_MS, () => {
      if (!this.#job) this.#wire.ask();
      this.#poll();
    });
  }

  #hear(news: PrinterNews): void {
    if (news.kind === 'opened') this.#wire.ask();
    if (news.kind === 'status') this.#report(news.state);
    if (news.kind === 'lost') this.#report('unreachable');
    if (news.kind === 'silent' && !this.#job) this.#unanswered();
    this.#job?.hear(news);
  }

  #unanswered(): void {
    this.#report('unreachable');
    this.#wire.drop();
  }

  #report(state: PrinterState): void {
    if (state === this.#health || !this.#leave) return;
    this.#health = state;
    this.options.onHealth(state);
  }
}
