import { expect, it } from 'vitest';
import { RECEIPT_KEYS, withReceiptKey } from './typed-receipt.js';

const typed = (...keys: string[]): string => keys.reduce(withReceiptKey, '');

it.each([
  [['s', 'l', '-', '1'], 'SL-1'],
  [['S', 'L', 'Backspace', '7'], 'S7'],
  [['张', '/', ' ', 'Shift', 'F5', '7'], '7'],
  [['Backspace'], ''],
])('%o is %s', (keys, text) => expect(typed(...keys)).toBe(text));

it('has no more than 40 characters, and no key twice', () => {
  expect(typed(...'1'.repeat(50))).toHaveLength(40);
  expect(new Set(RECEIPT_KEYS).size).toBe(RECEIPT_KEYS.length);
});
