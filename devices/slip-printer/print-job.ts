import type { PrinterState } from '#libs/contracts/snapshots';
import type { SlipOutcome } from '#libs/contracts/slip';
import type { Timers } from '../contract/timers.js';
import { Mailbox } from './mailbox.js';
import type { PrinterNews, PrinterWire } from './printer-wire.js';

/** A line that is just coming up is waited for; the visitor stands there, so not longer. */
const OPEN_MS = 2_000;
const STATUS_MS = 1_500;
/** While it prints, the printer is asked this often whether it had to stop. */
const CHECK_MS = 1_000;
const CONFIRM_MS = 10_000;
const FENCE_MS = 3_000;
const FENCE_QUIET_MS = 300;

/** What a state means for a slip: null lets it be printed. */
const STOPS: Readonly<Record<PrinterState, SlipOutcome | null>> = {
  ready: null,
  'paper-low': null,
  'slip-left': null,
  'paper-out': 'paper-out',
  'cover-open': 'cover-open',
  fault: 'fault',
  unreachable: 'unreachable',
};

type JobNews = PrinterNews | { kind: 'overdue' | 'stopped' };

/** One slip on its way: status → bytes → GS r 1 or GS I 1 → outcome (device-packages.md, job protocol). Never prints twice by itself. */
export class PrintJob {
  readonly #mail: Mailbox<JobNews>;
  #confirmed = false;
  #sent = false;

  constructor(
    private readonly wire: PrinterWire,
    private readonly timers: Timers,
  ) {
    this.#mail = new Mailbox(timers);
  }

  /** Bytes are in the printer and it never said that it was through with them. */
  get leavesDoubt(): boolean {
    return this.#sent && !this.#confirmed;
  }

  hear(news: PrinterNews): void {
    this.#mail.put(news);
  }

  stop(): void {
    this.#mail.put({ kind: 'stopped' });
  }

  /** `doubt`: an earlier slip may still be in the printer's memory, its answer still to come. */
  async run(bytes: Uint8Array, doubt: boolean): Promise<SlipOutcome> {
    const refusal = (await this.#stopping()) ?? (doubt ? await this.#fence() : null);
    if (refusal) return refusal;
    this.#sent = true;
    this.wire.send(bytes);
    this.wire.askDone();
    const forget = this.timers.after(CONFIRM_MS, () => this.#mail.put({ kind: 'overdue' }));
    const outcome = await this.#confirmation();
    forget();
    return outcome;
  }

  /** Asks before anything is sent: null when the printer is fit to print. */
  async #stopping(): Promise<SlipOutcome | null> {
    if (!this.wire.isOpen && !(await this.#next('opened', OPEN_MS))) return 'unreachable';
    this.wire.ask();
    const status = await this.#next('status', STATUS_MS);
    return status?.kind === 'status' ? STOPS[status.state] : 'unreachable';
  }

  /** Makes the printer answer for all it still holds, so that an old answer is not taken for the new slip's. */
  async #fence(): Promise<SlipOutcome | null> {
    this.wire.askDone();
    if (!(await this.#next('done', FENCE_MS))) return (await this.#stopping()) ?? 'fault';
    while (await this.#next('done', FENCE_QUIET_MS));
    return null;
  }

  /** The next news of that kind; null when it is late, or cannot come any more. */
  async #next(kind: PrinterNews['kind'], withinMs: number): Promise<JobNews | null> {
    for (;;) {
      const news = await this.#mail.take(withinMs);
      if (news === 'late' || news.kind === 'stopped') return null;
      if (news.kind === kind) return news;
      if (news.kind === 'lost' || news.kind === 'silent') return null;
    }
  }

  async #confirmation(): Promise<SlipOutcome> {
    let cut = false;
    for (;;) {
      const news = await this.#mail.take(CHECK_MS);
      if (news === 'late') {
        this.wire.ask();
        continue;
      }
      if (news.kind === 'done') {
        this.#confirmed = true;
        return news.paperOut ? 'paper-out' : 'printed';
      }
      if (news.kind === 'overdue' || news.kind === 'stopped') return 'unknown';
      if (news.kind === 'lost') cut = true;
      if (news.kind !== 'status' && news.kind !== 'pushed') continue;
      const stop = STOPS[news.state];
      if (stop) return stop;
      // The answer went down with the connection it was owed on: nobody will ever know.
      if (cut && news.kind === 'status') return 'unknown';
    }
  }
}
