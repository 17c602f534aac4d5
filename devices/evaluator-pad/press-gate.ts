import type { Level } from '#libs/evaluation/levels';
import type { Timers } from '../contract/timers.js';
import type { PadPress } from './pad-driver.js';

/** A press counts while an invitation is lit, and the first one stands; more of them for the same invitation are dropped. */
export class PressGate {
  #lit: string | null = null;
  #answered: string | null = null;

  constructor(
    private readonly timers: Timers,
    private readonly onPress: (press: PadPress) => void,
  ) {}

  /** Whether that is something new. */
  show(invitationId: string | null): boolean {
    if (invitationId === this.#lit) return false;
    this.#lit = invitationId;
    return true;
  }

  /** The invitation that waits for its press. */
  get asking(): string | null {
    return this.#lit === this.#answered ? null : this.#lit;
  }

  /** The invitation that was pressed for last. */
  get answered(): string | null {
    return this.#answered;
  }

  press(level: Level): void {
    const invitationId = this.asking;
    if (invitationId === null) return;
    this.#answered = invitationId;
    this.onPress({ level, invitationId, pressedAt: this.timers.now() });
  }
}
