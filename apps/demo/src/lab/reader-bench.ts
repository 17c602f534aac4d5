import { setTimeout as sleep } from 'node:timers/promises';
import type { HandAct, LabDeviceOf } from '#libs/contracts/lab';
import { DEMO_PERSONS, DEMO_TROUBLES, laid, type LaidDocument } from '#devices/id-card-reader/demo-documents';
import type { IdCardReaderSimulator } from '#devices/id-card-reader/id-card-reader.simulator';
import { ears, lateness, Moods, NOISE, plug, type Bench } from './bench.js';

type Reader = LabDeviceOf<'id-card-reader'>;

/** A hand takes one card off and has the next one ready: as long as that takes, the reader is empty. */
const HAND_MS = 1_000;

const CARDS = Object.entries(DEMO_PERSONS).map(([id, { name, idNumber }]) => ({ id, name, idNumber }));
const DOCUMENTS: ReadonlyMap<string, LaidDocument> = new Map<string, LaidDocument>([
  ...Object.entries(DEMO_PERSONS).map(([id, card]) => [id, laid(card)] as const),
  ...Object.entries(DEMO_TROUBLES),
]);

export class ReaderBench implements Bench {
  readonly #moods: Moods;
  #laid: string | null = null;
  #emptySince = 0;

  constructor(
    readonly id: string,
    private readonly place: Reader['place'],
    private readonly simulator: IdCardReaderSimulator,
  ) {
    const { reader } = simulator;
    this.#moods = new Moods({
      unplugged: plug(simulator),
      deaf: ears(reader),
      late: lateness((milliseconds) => reader.answerAfter(milliseconds)),
      ill: (on) => (on ? reader.fallIll('self-test-failed') : reader.recover()),
    });
  }

  look(): Reader {
    return {
      ...{ id: this.id, kind: 'id-card-reader', place: this.place, connected: this.simulator.hosts() > 0 },
      ...{ moods: this.#moods.list(), cards: CARDS, troubles: Object.keys(DEMO_TROUBLES), laid: this.#laid },
    };
  }

  async act(hand: HandAct): Promise<void> {
    if (hand.act === 'mood') await this.#moods.set(hand.mood, hand.on);
    if (hand.act === 'noise') this.simulator.reader.noise(NOISE);
    if (hand.act === 'lay') await this.#lay(hand.document);
  }

  onChange(look: () => void): () => void {
    return this.simulator.reader.onChange(look);
  }

  async #lay(id: string | null): Promise<void> {
    this.#takeAway();
    const document = DOCUMENTS.get(id ?? '');
    if (!document) return;
    await sleep(Math.max(this.#emptySince + HAND_MS - Date.now(), 0));
    this.simulator.reader.lay(document);
    this.#laid = id;
  }

  #takeAway(): void {
    if (this.#laid === null) return;
    this.simulator.reader.takeAway();
    this.simulator.reader.changed();
    this.#laid = null;
    this.#emptySince = Date.now();
  }
}
