import type { PrinterState } from '#libs/contracts/snapshots';
import type { SlipOutcome } from '#libs/contracts/slip';
import type { PrintDocument } from '#libs/fleet/print-document';
import type { WorkingDriver } from '../contract/driver.js';
import type { Line } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import { encodeDocument } from './escpos.codec.js';
import type { GlyphSource } from './glyph-font.js';
import { PresenterWatch, type SlipPlace } from './presenter-watch.js';
import { PrintJob } from './print-job.js';
import type { PrinterModel } from './printer-models.js';
import { PrinterWire, type PrinterNews } from './printer-wire.js';

/** An idle printer is asked this often, so that its state is known before a visitor taps. */
const POLL_MS = 3_000;

export interface SlipPrinterOptions {
  line: Line;
  model: PrinterModel;
  /** For characters that its ROM lacks; null where the wire is too slow to draw a line of dots. */
  font: (() => GlyphSource | null) | null;
  timers: Timers;
  onHealth(state: PrinterState): void;
  /** Where the slip is that was printed last; only of a printer with a presenter. */
  onSlip(place: SlipPlace): void;
  /** So many characters of a paper came out as 〓. Which ones is nobody's affair: they stand in names. */
  onMissing(characters: number): void;
}

export class SlipPrinterDriver implements WorkingDriver<PrinterState, PrintDocument, SlipOutcome> {
  readonly #wire: PrinterWire;
  #health: PrinterState = 'unreachable';
  #job: PrintJob | null = null;
  #presenter: PresenterWatch | null = null;
  #doubt = false;
  #turn: Promise<unknown> = Promise.resolve();
  #leave: (() => Promise<void>) | null = null;
  #forgetPoll = (): void => {};

  constructor(private readonly options: SlipPrinterOptions) {
    const { line, model, timers } = options;
    this.#wire = new PrinterWire(line, model, timers, (news) => this.#hear(news));
  }

  start(): void {
    this.#leave = this.options.line.join(this.#wire);
    this.#poll();
  }

  async stop(): Promise<void> {
    const leave = this.#leave;
    this.#leave = null;
    this.#forgetPoll();
    this.#presenter?.stop();
    this.#job?.stop();
    await this.#turn;
    await leave?.();
  }

  health(): PrinterState {
    return this.#health;
  }

  /** One at a time, in the order asked. */
  work(document: PrintDocument): Promise<SlipOutcome> {
    const outcome = this.#turn.then(() => this.#print(document));
    this.#turn = outcome.catch(() => {});
    return outcome;
  }

  async #print(document: PrintDocument): Promise<SlipOutcome> {
    if (!this.#leave) return 'unreachable';
    const { model, font, timers, onMissing } = this.options;
    const { bytes, missing } = encodeDocument(document, model, font);
    if (missing > 0) onMissing(missing);
    this.#presenter?.stop();
    const job = new PrintJob(this.#wire, timers);
    this.#job = job;
    const outcome = await job.run(bytes, this.#doubt);
    this.#job = null;
    if (outcome === 'printed') this.#printed();
    else if (job.leavesDoubt) this.#doubt = true;
    if (this.#wire.owesAnswer) this.#unanswered();
    else this.#wire.ask();
    return outcome;
  }

  #printed(): void {
    this.#doubt = false;
    const { model, timers, onSlip } = this.options;
    if (model.presenter.kind === 'none' || !this.#leave) return;
    this.#presenter = new PresenterWatch({
      timers,
      untakenMs: model.presenter.untakenMs,
      ask: () => this.#wire.askPresenter(),
      tell: onSlip,
    });
  }

  #poll(): void {
    this.#forgetPoll = this.options.timers.after(POLL_MS, () => {
      if (!this.#job) this.#wire.ask();
      this.#poll();
    });
  }

  #hear(news: PrinterNews): void {
    if (news.kind === 'opened') this.#wire.ask();
    if (news.kind === 'status' || news.kind === 'pushed') this.#report(news.state);
    if (news.kind === 'status' && news.stuck && !this.#job) this.#wire.recover();
    if (news.kind === 'presenter') this.#presenter?.hear(news.hangs);
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
