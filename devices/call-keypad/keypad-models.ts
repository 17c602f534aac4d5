import { isDigit } from './call-keypad.codec.js';

/** What a clerk can ask for on a keypad. `pause` goes to and fro: the server knows which. */
export type KeypadAction = 'next' | 'recall' | 'evaluate' | 'miss' | 'park' | 'resume' | 'pause' | 'transfer';

/** What a key stands for, and what the digits typed before it are to it. */
export type KeyMeaning =
  /** Nothing. */
  | { kind: 'plain'; action: KeypadAction }
  /** A number that says where to; none when nothing was typed. */
  | { kind: 'targeted'; action: KeypadAction }
  /** A number that says which action; without one the key does nothing. */
  | { kind: 'numbered'; actions: Readonly<Record<number, KeypadAction>> };

export interface KeypadModel {
  name: string;
  /** Key code on the wire → meaning. A key that is not here is acknowledged and dropped. */
  keys: Readonly<Record<number, KeyMeaning>>;
  /**
   * How typed digits reach the host: before the key in its own frame, or each in a frame of its own, at most so long before
   * the next digit or the key.
   */
  digits: { come: 'with-the-key' } | { come: 'one-by-one'; withinMs: number };
  /** The same frame within this time of the frame before is that frame sent again. */
  resendMs: number;
}

/**
 * Keys as the reference host reads them (hardware.md 4.b). Its codes 0E 取消 and 11 一米 do nothing there and are left out.
 * That digits come in the frame of the key is said of 确认; for 转移 it is taken to be the same.
 */
export const CALL_KEYPAD: KeypadModel = {
  name: '21-key RS-485',
  keys: {
    0x0b: { kind: 'plain', action: 'evaluate' },
    0x0c: { kind: 'plain', action: 'next' },
    0x0d: { kind: 'plain', action: 'recall' },
    0x0f: { kind: 'numbered', actions: { 6: 'miss', 0: 'park', 3: 'resume' } },
    0x12: { kind: 'plain', action: 'pause' },
    0x13: { kind: 'targeted', action: 'transfer' },
  },
  digits: { come: 'with-the-key' },
  // Seen in the field as 200 to 500 ms (hardware.md 4.b, recalled).
  resendMs: 600,
};

/** `typed`: the bytes that came before the key, first one first; null when it says nothing that this model knows. */
export function meaningOf(
  model: KeypadModel,
  key: number,
  typed: readonly number[],
): { action: KeypadAction; target: number | null } | null {
  const meaning = model.keys[key];
  if (!meaning) return null;
  if (meaning.kind === 'plain') return { action: meaning.action, target: null };
  if (!typed.every(isDigit)) return null;
  const number = typed.length === 0 ? null : Number(typed.join(''));
  if (meaning.kind === 'targeted') return { action: meaning.action, target: number };
  const action = number === null ? undefined : meaning.actions[number];
  return action === undefined ? null : { action, target: null };
}
