import type { FittedText } from '../contract/gb-text.js';
import type { Timers } from '../contract/timers.js';
import type { SignAbility, SignWish } from './sign-wish.js';

/** One thing to send. Packets of the same slot replace each other on the sign. */
export interface SignPacket {
  slot: 'page' | 'power' | 'text';
  bytes: Uint8Array;
}

/** `busy` passes by itself, `refused` does not. */
export type SignAnswer = { kind: 'taken' } | { kind: 'busy' | 'refused'; code: number };

/** The device's half of the conversation: bytes in any pieces become answers. */
export interface SignListener {
  push(chunk: Uint8Array): void;
  reset(): void;
}

/** What one kind of bar needs said to it. Pure but for its listener; patience is the driver's. */
export interface SignProtocol {
  readonly cannot: readonly SignAbility[];
  /** `learned`: nobody knows whether this one answers; once it has, it must. */
  readonly answers: 'always' | 'learned' | 'never';
  /** Between two moves of a text the bar cannot move by itself. */
  readonly stepMs: number;
  /** Every so many beats the whole state is sent again; with the others only its power. */
  readonly renewEvery: number;
  /** The text as the bar shows it. */
  printable(text: string): FittedText;
  /** How many pictures the wish takes; 1: it stands still or moves by itself. */
  steps(wish: SignWish): number;
  /** Everything that makes the bar show that picture, in the order to send it. */
  packets(wish: SignWish, step: number): SignPacket[];
  listen(timers: Timers, tell: (answer: SignAnswer) => void): SignListener;
}
