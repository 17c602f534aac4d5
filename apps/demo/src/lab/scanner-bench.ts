import type { HandAct, LabDeviceOf } from '#libs/contracts/lab';
import type { WiredScanner } from '#devices/scanner/scanner.simulator';
import { Moods, NOISE, plug, type Bench } from './bench.js';

type Scanner = LabDeviceOf<'scanner'>;

/** It only sends: it cannot be deaf, nor late. */
export class ScannerBench implements Bench {
  readonly #moods: Moods;
  #scanned: string | null = null;

  constructor(
    readonly id: string,
    private readonly place: Scanner['place'],
    private readonly simulator: WiredScanner & { hosts?(): number },
  ) {
    this.#moods = new Moods({ unplugged: plug(simulator) });
  }

  look(): Scanner {
    return {
      ...{ id: this.id, kind: 'scanner', place: this.place, connected: this.#connected() },
      ...{ moods: this.#moods.list(), scanned: this.#scanned },
    };
  }

  #connected(): boolean | null {
    const hosts = this.simulator.hosts?.();
    return hosts === undefined ? null : hosts > 0;
  }

  async act(hand: HandAct): Promise<void> {
    if (hand.act === 'mood') await this.#moods.set(hand.mood, hand.on);
    if (hand.act === 'noise') this.simulator.scanner.noise(NOISE);
    if (hand.act !== 'scan') return;
    this.#scanned = hand.text;
    this.simulator.scanner.scan(hand.text);
  }

  onChange(look: () => void): () => void {
    return this.simulator.scanner.onChange(look);
  }
}
