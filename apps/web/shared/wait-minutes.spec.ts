import { expect, it } from 'vitest';
import { waitMinutes } from './wait-minutes.js';

it('a wait is told as a range of minutes', () => {
  expect(waitMinutes({ from: 12, to: 18 })).toBe('12–18');
});

it('one number is said where a range says no more: its later end', () => {
  expect(waitMinutes({ from: 9, to: 9 })).toBe('9');
  expect(waitMinutes({ from: 0, to: 4 })).toBe('4');
});

it('nothing is said where nobody can tell, nor where nobody has to wait', () => {
  expect(waitMinutes(null)).toBeNull();
  expect(waitMinutes({ from: 0, to: 0 })).toBeNull();
});
