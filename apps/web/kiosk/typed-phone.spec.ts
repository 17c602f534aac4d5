import { expect, it } from 'vitest';
import { isPhone, shownPhone, withDigit } from './typed-phone.js';

it('takes eleven digits and nothing else', () => {
  const typed = [...'1-38 0000x12345'].reduce(withDigit, '');
  expect(typed).toBe('13800001234');
  expect(isPhone(typed)).toBe(true);
  expect(withDigit(typed, 'Backspace')).toBe('1380000123');
  for (const wrong of ['', '1380000123', '12800001234']) expect(isPhone(wrong)).toBe(false);
});

it('hides the middle, but for the digit typed last', () => {
  expect(shownPhone('13800').join('')).toBe('138•0');
  expect(shownPhone('13800001234').join('')).toBe('138••••1234');
  expect(shownPhone('')).toHaveLength(11);
});
