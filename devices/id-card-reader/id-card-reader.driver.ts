import type { Driver } from '../contract/driver.js';
import type { Line } from '../contract/line.js';
import type { Timers } from '../contract/timers.js';
import type { IdCard, UnreadableReason } from './card-text.codec.js';
import { CardWatch, type ReaderNews } from './card-watch.js';
import type { SamReply } from './sam-v.codec.js';
import { SamWire } from './sam-v.wire.js';

/** `word`: what the reader says is wrong with it (hardware.md 4.e, SW3). */
export type CardReaderHealth =
  { state: 'ready' } | { state: 'unreachable' } | { state: 'fault'; word: SamReply['word'] };

export interface IdCardReaderOptions {
  line: Line;
  timers: Timers;
  onHealth(health: CardReaderHealth): void;
  /** Once for each laying; the driver keeps nothing of it. */
  onCard(card: IdCard): void;
  /** A document lies there and says nothing: the visitor gets a ticket all the same. */
  onUnreadable(reason: UnreadableReason): void;
}

export class IdCardReaderDriver implements Driver<CardReaderHealth> {
  readonly #wire: SamWire;
  readonly #watch: CardWatch;
  #health: CardReaderHealth = { state: 'unreachable' };
  #running: Promise<void> = Promise.resolve();
  #leave: (() => Promise<void>) | null = null;

  constructor(private readonly options: IdCardReaderOptions) {
    const { line, timers } = options;
    this.#wire = new SamWire(line, timers, (news) => this.#connection(news));
    this.#watch = new CardWatch(this.#wire, timers, (news) => this.#hear(news));
  }

  start(): void {
    this.#leave = this.options.line.join(this.#wire);
  }

  async stop(): Promise<void> {
    const leave = this.#leave;
    this.#leave = null;
    this.#health = { state: 'unreachable' };
    this.#wire.end();
    await this.#running;
    await leave?.();
  }

  health(): CardReaderHealth {
    return this.#health;
  }

  #connection(news: 'opened' | 'lost'): void {
    if (news === 'opened') this.#running = this.#running.then(() => this.#watch.run());
    else this.#report({ state: 'unreachable' });
  }

  #hear(news: ReaderNews): void {
    if (!this.#leave) return;
    if (news.kind === 'card') this.options.onCard(news.card);
    if (news.kind === 'unreadable') this.options.onUnreadable(news.reason);
    if (news.kind === 'ready') this.#report({ state: 'ready' });
    if (news.kind === 'fault') this.#report({ state: 'fault', word: news.word });
  }

  #report(health: CardReaderHealth): void {
    if (!this.#leave || same(health, this.#health)) return;
    this.#health = health;
    this.options.onHealth(health);
  }
}

const wordOf = (health: CardReaderHealth): string | null => (health.state === 'fault' ? health.word : null);
const same = (one: CardReaderHealth, other: CardReaderHealth): boolean =>
  one.state === other.state && wordOf(one) === wordOf(other);
