import type { PrinterState } from '#libs/contracts/snapshots';
import type { Line, LineUser } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import { answers, ASK_STATUS, doneWithoutPaper, readStatus, STATUS_BYTES } from './printer-status.codec.js';

const ANSWER_MS = 1_000;

/** What comes from the printer. `silent`: it did not say its status in time. `done`: all before the question was processed. */
export type PrinterNews =
  | { kind: 'opened' | 'lost' | 'silent' }
  | { kind: 'status'; state: PrinterState }
  | { kind: 'done'; paperOut: boolean };

/** The printer's line with bytes turned into news. */
export class PrinterWire implements LineUser {
  /** Answers to the status question so far; null when none is owed. */
  #answers: number[] | null = null;
  #forgetDeadline = (): void => {};

  constructor(
    private readonly line: Line,
    private readonly timers: Timers,
    private readonly tell: (news: PrinterNews) => void,
  ) {}

  get isOpen(): boolean {
    return this.line.isOpen;
  }

  get owesAnswer(): boolean {
    return this.#answers !== null;
  }

  /** Asks for the status. While an answer is owed the question is not repeated: answers carry no number. */
  ask(): void {
    if (!this.line.isOpen || this.#answers) return;
    this.#answers = [];
    this.#forgetDeadline = this.timers.after(ANSWER_MS, () => this.tell({ kind: 'silent' }));
    this.send(ASK_STATUS);
  }

  send(bytes: Uint8Array): void {
    // A line that fails here tells of it by `lost`.
    this.line.write(bytes).catch(() => {});
  }

  /** A printer that owes answers gets a new connection: an old answer must not be taken for a new one. */
  drop(): void {
    this.line.drop('no answer from the printer');
  }

  opened(): void {
    this.#forgetAnswers();
    this.tell({ kind: 'opened' });
  }

  lost(): void {
    this.#forgetAnswers();
    this.tell({ kind: 'lost' });
  }

  bytes(chunk: Uint8Array): void {
    for (const byte of chunk) {
      const kind = answers(byte);
      if (kind === 'status') this.#status(byte);
      if (kind === 'done') this.tell({ kind: 'done', paperOut: doneWithoutPaper(byte) });
    }
  }

  #status(byte: number): void {
    if (!this.#answers) return;
    this.#answers.push(byte);
    if (this.#answers.length < STATUS_BYTES) return;
    const state = readStatus(this.#answers);
    this.#forgetAnswers();
    this.tell({ kind: 'status', state });
  }

  #forgetAnswers(): void {
    this.#forgetDeadline();
    this.#answers = null;
  }
}
