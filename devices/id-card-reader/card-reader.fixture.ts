import { Line } from '../contract/line.js';
import { ManualTimers } from '../contract/manual-timers.js';
import { tcpPort } from '../contract/tcp-port.js';
import { Watched } from '../contract/watched.js';
import type { IdCard, UnreadableReason } from './card-text.codec.js';
import { DEMO_PERSONS, laid, type DemoPerson } from './demo-documents.js';
import { IdCardReaderDriver, type CardReaderHealth } from './id-card-reader.driver.js';
import { startIdCardReaderSimulator, type IdCardReaderSimulator } from './id-card-reader.simulator.js';

/** The shipped driver and the simulated reader on a real TCP wire, on a clock the test moves. */
export class CardReaderBench extends Watched {
  readonly states: CardReaderHealth[] = [];
  readonly cards: IdCard[] = [];
  readonly unreadable: UnreadableReason[] = [];
  readonly driver: IdCardReaderDriver;

  static async open(): Promise<CardReaderBench> {
    const timers = new ManualTimers();
    const simulator = await startIdCardReaderSimulator({ port: 0, timers });
    return new CardReaderBench(simulator, timers);
  }

  private constructor(
    readonly simulator: IdCardReaderSimulator,
    readonly timers: ManualTimers,
  ) {
    super();
    this.driver = new IdCardReaderDriver({
      line: new Line(tcpPort('127.0.0.1', simulator.port, timers), timers),
      timers,
      onHealth: (health) => this.#note(this.states, health),
      onCard: (card) => this.#note(this.cards, card),
      onUnreadable: (reason) => this.#note(this.unreadable, reason),
    });
    this.driver.start();
  }

  get reader() {
    return this.simulator.reader;
  }

  lay(person: DemoPerson): void {
    this.reader.lay(laid(DEMO_PERSONS[person]));
  }

  /** Reports of documents so far, of both kinds. */
  get told(): number {
    return this.cards.length + this.unreadable.length;
  }

  /** Time passes until that is so. */
  passes(condition: () => boolean): Promise<void> {
    return this.timers.whilePassing(this.until(condition));
  }

  health(state: CardReaderHealth['state']): Promise<void> {
    return this.passes(() => this.driver.health().state === state);
  }

  /** The reader is asked for a card so many times more. */
  looks(times: number): Promise<void> {
    const enough = this.reader.asked('find') + times;
    return this.timers.whilePassing(this.simulator.until(() => this.reader.asked('find') >= enough));
  }

  async close(): Promise<void> {
    await this.driver.stop();
    await this.simulator.close();
  }

  #note<News>(notes: News[], news: News): void {
    notes.push(news);
    this.changed();
  }
}
