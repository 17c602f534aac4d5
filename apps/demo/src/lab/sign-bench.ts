import type { HandAct, LabDeviceOf } from '#libs/contracts/lab';
import type { CounterSignSimulator } from '#devices/counter-sign/counter-sign.simulator';
import { ears, lateness, Moods, NOISE, plug, type Bench } from './bench.js';

type Sign = LabDeviceOf<'counter-sign'>;

/** An Onbon card's word for a command it does not carry out: memory. */
const NO_MEMORY = 4;

export class SignBench implements Bench {
  readonly #moods: Moods;

  /** `refuses`: a card that can say no. */
  constructor(
    readonly id: string,
    private readonly about: Pick<Sign, 'place' | 'driver'> & { refuses: boolean },
    private readonly simulator: CounterSignSimulator,
  ) {
    const { bar } = simulator;
    this.#moods = new Moods({
      unplugged: plug(simulator),
      deaf: ears(bar),
      ...(about.refuses
        ? {
            late: lateness((milliseconds) => bar.answerAfter(milliseconds)),
            refusing: (on: boolean) => bar.refuse(on ? NO_MEMORY : null),
          }
        : {}),
    });
  }

  look(): Sign {
    const { on, text, colour, moves } = this.simulator.bar.face;
    const { place, driver } = this.about;
    return {
      ...{ id: this.id, kind: 'counter-sign', place, driver, connected: this.simulator.hosts() > 0 },
      ...{ moods: this.#moods.list(), on, text, colour, moves },
    };
  }

  async act(hand: HandAct): Promise<void> {
    if (hand.act === 'mood') await this.#moods.set(hand.mood, hand.on);
    if (hand.act === 'noise') this.simulator.bar.noise(NOISE);
  }

  onChange(look: () => void): () => void {
    return this.simulator.bar.onChange(look);
  }
}
