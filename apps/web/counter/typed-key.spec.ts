import { expect, it } from 'vitest';
import { typeKey } from './typed-key.js';

const keys = ['A', 'B', '1', '2', '12'];

it('takes a letter of either case', () => {
  expect(typeKey(keys, null, 'b', 0)).toEqual({ text: 'B', at: 0 });
});

it('joins digits typed together into one number', () => {
  expect(typeKey(keys, { text: '1', at: 0 }, '2', 300)).toEqual({ text: '12', at: 300 });
});

it('takes a digit typed later for a number of its own', () => {
  expect(typeKey(keys, { text: '1', at: 0 }, '2', 5000)).toEqual({ text: '2', at: 5000 });
});

it('starts anew when the joined digits are no key', () => {
  expect(typeKey(keys, { text: '2', at: 0 }, '1', 300)).toEqual({ text: '1', at: 300 });
});

it('leaves the choice as it is at a character that fits nothing', () => {
  expect(typeKey(keys, { text: '1', at: 0 }, 'x', 300)).toEqual({ text: '1', at: 0 });
  expect(typeKey(keys, null, 'Enter', 300)).toBeNull();
});
