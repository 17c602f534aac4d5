import type { HandAct, LabDeviceOf } from '#libs/contracts/lab';
import { FOUR_KEY_PAD } from '#devices/evaluator-pad/pad-models';
import type { CounterBus } from '../simulated-devices.js';
import { ears, lateness, Moods, NOISE, plug, type Bench } from './bench.js';

type Bus = LabDeviceOf<'counter-bus'>;

const PAD_KEYS = Object.entries(FOUR_KEY_PAD.keys)
  .map(([key, level]) => ({ key: Number(key), level }))
  .sort((one, other) => other.level - one.level);

/** What happens to the wire happens to pad and caller. */
export class BusBench implements Bench {
  readonly #moods: Moods;

  constructor(
    readonly id: string,
    private readonly place: Bus['place'],
    private readonly devices: CounterBus,
  ) {
    const { wire } = devices;
    this.#moods = new Moods({
      unplugged: plug(wire),
      deaf: ears(wire.bus),
      late: lateness((milliseconds) => wire.bus.hearAfter(milliseconds)),
    });
  }

  look(): Bus {
    const { wire, pad, keypad } = this.devices;
    return {
      ...{ id: this.id, kind: 'counter-bus', place: this.place, connected: wire.hosts() > 0 },
      moods: this.#moods.list(),
      pad: { lit: pad.lit, sending: !pad.acknowledged, keys: PAD_KEYS },
      keypad: { ...keypad.display, beeps: keypad.beeps, sending: !keypad.acknowledged },
    };
  }

  async act(hand: HandAct): Promise<void> {
    const { wire, pad, keypad } = this.devices;
    if (hand.act === 'mood') await this.#moods.set(hand.mood, hand.on);
    if (hand.act === 'noise') wire.bus.noise(NOISE);
    if (hand.act === 'pad-key') pad.press(hand.key);
    if (hand.act === 'keypad-key') keypad.press(hand.key, ...hand.digits);
  }

  onChange(look: () => void): () => void {
    return this.devices.wire.bus.onChange(look);
  }
}
