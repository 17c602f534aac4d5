import type { HandAct, LabDevice } from '#libs/contracts/lab';
import { MOODS, type Mood } from '#libs/contracts/lab';

/** A simulated device as the lab page sees and touches it. */
export interface Bench {
  readonly id: string;
  look(): LabDevice;
  act(hand: HandAct): Promise<void> | void;
  /** Calls `look` when something may have changed; the answer takes it back. */
  onChange(look: () => void): () => void;
}

/** Slower than a person expects, not yet given up by every driver. */
export const LATE_MS = 800;
/** Parts of frames, and of none. */
export const NOISE = Uint8Array.of(0xff, 0x00, 0x55, 0x68, 0x02, 0xaa);

type Switch = (on: boolean) => Promise<void> | void;

/** The moods a device can have, and which of them it has been put into. */
export class Moods {
  readonly #on = new Set<Mood>();

  constructor(private readonly switches: Partial<Record<Mood, Switch>>) {}

  list(): LabDevice['moods'] {
    return MOODS.filter((mood) => this.switches[mood]).map((mood) => ({ mood, on: this.#on.has(mood) }));
  }

  async set(mood: Mood, on: boolean): Promise<void> {
    await this.switches[mood]?.(on);
    if (on && this.switches[mood]) this.#on.add(mood);
    else this.#on.delete(mood);
  }
}

export const plug =
  (wire: { unplug(): Promise<void>; plug(): Promise<void> }): Switch =>
  (on) =>
    on ? wire.unplug() : wire.plug();

export const ears =
  (device: { goDeaf(): void; hear(): void }): Switch =>
  (on) =>
    on ? device.goDeaf() : device.hear();

export const lateness =
  (answerAfter: (milliseconds: number) => void): Switch =>
  (on) =>
    answerAfter(on ? LATE_MS : 0);
