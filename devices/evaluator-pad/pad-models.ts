import type { Level } from '#libs/evaluation/levels';

/** What a model of pad can say. Device codes differ from model to model; they become levels here and nowhere else. */
export interface PadModel {
  name: string;
  /** Key code on the wire → level. */
  keys: Readonly<Record<number, Level>>;
  /** Levels no key stands for: a hall that counts by level has to know. */
  cannotSay: readonly Level[];
  /** The same key within this time of the frame before is that frame sent again. */
  resendMs: number;
  /** Whether standard reasons and words can be given on it. */
  reasons: boolean;
}

/**
 * Key order as the reference host has it: 3 is 非常满意, 2 is 满意, 0 is 不满意 (hardware.md 4.a). What it makes of key 1 it
 * does not say; four keys in order of level leave 基本满意 for it, and nothing for 非常不满意.
 */
export const FOUR_KEY_PAD: PadModel = {
  name: 'four-key RS-485',
  keys: { 3: 5, 2: 4, 1: 3, 0: 2 },
  cannotSay: [1],
  // Seen in the field as 200 to 500 ms (hardware.md 4.b, recalled).
  resendMs: 600,
  reasons: false,
};
