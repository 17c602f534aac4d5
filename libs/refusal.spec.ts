import { expect, it } from 'vitest';
import { Refusal, REFUSAL_CODES } from './refusal.js';

it('codes are words of one form, each once, in order: a new one finds its place', () => {
  for (const code of REFUSAL_CODES) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect([...REFUSAL_CODES]).toEqual([...new Set(REFUSAL_CODES)].sort());
});

it('a refusal carries its code and what the sentence names', () => {
  const refusal = new Refusal('call-too-soon', { number: 'A017', seconds: 12 });
  expect([refusal.code, refusal.params]).toEqual(['call-too-soon', { number: 'A017', seconds: 12 }]);
  expect(refusal).toBeInstanceOf(Error);
});
