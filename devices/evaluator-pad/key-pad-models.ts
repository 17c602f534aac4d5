import type { PadModel } from './pad-models.js';

/** A HID keyboard of a few keys; `keys` are usages of page 07 (hardware.md 4.f). */
export interface KeyPadModel extends PadModel {
  /** Where the keyboard numbers its reports. */
  reportId: number | null;
}

/** A contact that bounces: the same key within this time is the same press. */
const BOUNCE_MS = 600;

const whole = { cannotSay: [], resendMs: BOUNCE_MS, reasons: false, reportId: null } as const;

/** The digit is the level: 5 is 非常满意. Digits of the main block and of the number block. */
export const DIGIT_KEY_PAD: KeyPadModel = {
  ...whole,
  name: 'HID keyboard, digits',
  keys: { 0x1e: 1, 0x1f: 2, 0x20: 3, 0x21: 4, 0x22: 5, 0x59: 1, 0x5a: 2, 0x5b: 3, 0x5c: 4, 0x5d: 5 },
};

/** Five buttons that type j to n (hardware.md 4.g). Which button stands for which level is the hall's: here j is 非常满意. */
export const LETTER_KEY_PAD: KeyPadModel = {
  ...whole,
  name: 'HID keyboard, j k l m n',
  keys: { 0x0d: 5, 0x0e: 4, 0x0f: 3, 0x10: 2, 0x11: 1 },
};
