import { expect, it } from 'vitest';
import { createRequestIds } from './request-ids.js';

it('gives one requestId to one level of one invitation', () => {
  let made = 0;
  const ids = createRequestIds(() => `request-${(made += 1)}`);
  const first = ids.of('i1', 'rate 5');
  expect(ids.of('i1', 'rate 5')).toBe(first);
  expect(ids.of('i1', 'rate 4')).not.toBe(first);
  expect(ids.of('i1', 'rate 5')).toBe(first);
  expect(ids.of('i2', 'rate 5')).not.toBe(first);
});
