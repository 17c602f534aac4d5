import type { Timers } from '../contract/timers.js';
import type { CardReading } from './card-text.codec.js';
import type { SamReply } from './sam-v.codec.js';
import {
  DOCUMENT_REFUSALS,
  FAULTS,
  FIND,
  READ,
  RESET,
  SELECT,
  STATUS,
  type Answer,
} from './sam-v.questions.js';
import type { SamWire } from './sam-v.wire.js';

const POLL_MS = 300;
/** What is still on its way from the reader comes within this time. */
const QUIET_MS = 300;
/** So many errors in a row and the reader is reset. */
const RESET_AFTER = 3;
/** An ill reader is reset so often. */
const MEND_MS = 5_000;
const ATTEMPTS = 3;
/** The visitor stands there: after this long nothing new is tried. */
const PATIENCE_MS = 5_000;
/** A card that moves a little is lost for one look now and then. */
const LOOKS_UNTIL_GONE = 2;

export type ReaderNews = CardReading | { kind: 'ready' } | { kind: 'fault'; word: SamReply['word'] };

/**
 * Looks for cards and reads them: find → select → read. Every document that is laid is told once, as a card or as unreadable, and
 * nothing is told again before it is taken away, not even when the connection was lost meanwhile.
 */
export class CardWatch {
  #lying = false;
  #selected = false;
  #missing = 0;
  #errors = 0;
  #ill = false;

  constructor(
    private readonly wire: SamWire,
    private readonly timers: Timers,
    private readonly tell: (news: ReaderNews) => void,
  ) {}

  /** For as long as one connection lasts. */
  async run(): Promise<void> {
    this.#errors = 0;
    let connected = await this.#recover();
    while (connected) connected = this.#ill ? await this.#mend() : await this.#look();
  }

  /** As all steps below: false when the connection is over. */
  async #look(): Promise<boolean> {
    if ((await this.wire.rest(POLL_MS)) === 'lost') return false;
    const found = await this.wire.ask(FIND);
    if (found.kind !== 'good' && !(found.kind === 'refused' && found.word === 'no-card'))
      return this.#cope(found);
    this.#errors = 0;
    if (found.kind === 'refused') {
      this.#missing += 1;
      if (this.#missing >= LOOKS_UNTIL_GONE) this.#lying = false;
      return true;
    }
    this.#missing = 0;
    if (this.#lying) return true;
    this.#lying = true;
    this.#selected = false;
    return this.#read();
  }

  async #read(): Promise<boolean> {
    const end = this.timers.now().getTime() + PATIENCE_MS;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#attempt();
      if (answer.kind === 'good') {
        this.tell(answer.value);
        return true;
      }
      if (answer.kind === 'refused' && answer.word === 'wrong-card') {
        this.tell({ kind: 'unreadable', reason: 'not-a-resident-card' });
        return true;
      }
      const connected = await this.#cope(answer);
      const over = attempt === ATTEMPTS || this.timers.now().getTime() >= end;
      if (!connected || this.#ill || over) {
        this.tell({ kind: 'unreadable', reason: 'read-failed' });
        return connected;
      }
    }
  }

  /** A card whose answer was lost is still selected, and by the recalled rule cannot be selected a second time. */
  async #attempt(): Promise<Answer<CardReading>> {
    if (!this.#selected) {
      const selected = await this.wire.ask(SELECT);
      if (selected.kind !== 'good') return selected;
    }
    const answer = await this.wire.ask(READ);
    this.#selected = answer.kind === 'late';
    return answer;
  }

  async #cope(answer: Answer<unknown>): Promise<boolean> {
    if (answer.kind === 'lost') return false;
    if (answer.kind === 'refused' && FAULTS.has(answer.word)) return this.#fault(answer.word);
    if (answer.kind === 'refused' && DOCUMENT_REFUSALS.has(answer.word))
      return (await this.wire.rest(POLL_MS)) === 'over';
    this.#errors += 1;
    return this.#recover();
  }

  /**
   * Makes the reader answer a plain question: whatever it still owed comes before that. Without it the late reading of one
   * visitor could be taken for the next one's.
   */
  async #recover(): Promise<boolean> {
    for (;;) {
      if ((await this.wire.rest(QUIET_MS)) === 'lost') return false;
      const last = this.#errors >= RESET_AFTER;
      const answer = await this.wire.ask(last ? RESET : STATUS);
      if (answer.kind === 'lost') return false;
      if (answer.kind === 'good') return this.#well(last);
      if (answer.kind === 'refused' && (last || FAULTS.has(answer.word))) return this.#fault(answer.word);
      if (last) {
        this.wire.drop();
        return false;
      }
      this.#errors += 1;
    }
  }

  async #mend(): Promise<boolean> {
    if ((await this.wire.rest(MEND_MS)) === 'lost') return false;
    this.#errors = RESET_AFTER;
    return this.#recover();
  }

  #well(reset: boolean): true {
    if (reset) {
      this.#errors = 0;
      this.#selected = false;
    }
    this.#ill = false;
    this.tell({ kind: 'ready' });
    return true;
  }

  #fault(word: SamReply['word']): true {
    this.#ill = true;
    this.tell({ kind: 'fault', word });
    return true;
  }
}
