import type { PrinterState } from '#libs/contracts/snapshots';
import type { Line, LineUser } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import { AnswerReader, type PrinterAnswer } from './printer-answers.js';
import type { PrinterModel } from './printer-models.js';
import {
  ASK_DONE,
  ASK_PRESENTER,
  ASK_STATUS,
  doneWithoutPaper,
  PUSH_STATUS,
  readPushed,
  readStatus,
  RECOVER,
  slipHangs,
  STATUS_BYTES,
  waitsForRecovery,
} from './printer-status.codec.js';

const ANSWER_MS = 1_000;
/** Four pushed bytes come together; a head without its rest is noise. */
const REST_MS = 500;

/** What comes from the printer. `silent`: it did not say its status in time. `done`: all before the question was processed. */
export type PrinterNews =
  | { kind: 'opened' | 'lost' | 'silent' }
  /** `stuck`: it waits to be told to go on. */
  | { kind: 'status'; state: PrinterState; stuck: boolean }
  /** It says so by itself. */
  | { kind: 'pushed'; state: PrinterState }
  | { kind: 'done'; paperOut: boolean }
  | { kind: 'presenter'; hangs: boolean };

/** The printer's line with bytes turned into news. */
export class PrinterWire implements LineUser {
  readonly #reader: AnswerReader;
  /** Answers to the status question so far; null when none is owed. */
  #answers: number[] | null = null;
  #forgetDeadline = (): void => {};
  #forgetRest = (): void => {};

  constructor(
    private readonly line: Line,
    private readonly model: PrinterModel,
    private readonly timers: Timers,
    private readonly tell: (news: PrinterNews) => void,
  ) {
    this.#reader = new AnswerReader(model);
  }

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

  askDone(): void {
    this.send(ASK_DONE[this.model.confirm]);
  }

  askPresenter(): void {
    this.send(ASK_PRESENTER);
  }

  recover(): void {
    this.send(RECOVER);
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
    this.#forget();
    if (this.model.pushesStatus) this.send(PUSH_STATUS);
    this.tell({ kind: 'opened' });
  }

  lost(): void {
    this.#forget();
    this.tell({ kind: 'lost' });
  }

  bytes(chunk: Uint8Array): void {
    for (const byte of chunk) {
      const answer = this.#reader.push(byte);
      if (answer) this.#hear(answer);
    }
    this.#forgetRest();
    if (this.#reader.holds) this.#forgetRest = this.timers.after(REST_MS, () => this.#reader.reset());
  }

  #hear(answer: PrinterAnswer): void {
    const { nearEndSensor, confirm } = this.model;
    switch (answer.kind) {
      case 'status':
        return this.#status(answer.byte);
      case 'pushed':
        return this.tell({ kind: 'pushed', state: readPushed(answer.bytes, nearEndSensor) });
      case 'presenter':
        return this.tell({ kind: 'presenter', hangs: slipHangs(answer.bytes) });
      case 'done':
        return this.tell({ kind: 'done', paperOut: confirm === 'gs-r' && doneWithoutPaper(answer.byte) });
    }
  }

  #status(byte: number): void {
    if (!this.#answers) return;
    this.#answers.push(byte);
    if (this.#answers.length < STATUS_BYTES) return;
    const [answers, { nearEndSensor }] = [this.#answers, this.model];
    this.#forgetDeadline();
    this.#answers = null;
    this.tell({
      kind: 'status',
      state: readStatus(answers, nearEndSensor),
      stuck: waitsForRecovery(answers),
    });
  }

  #forget(): void {
    this.#forgetDeadline();
    this.#forgetRest();
    this.#reader.reset();
    this.#answers = null;
  }
}
