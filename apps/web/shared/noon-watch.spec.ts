import { expect, it } from 'vitest';
import { noonNamed } from './noon-watch.js';

it.each([
  ['zh-CN', '3、7'],
  ['en', '3, 7'],
] as const)('in %s the counters of the noon watch are written %s', (language, counters) => {
  const named = noonNamed({ from: '12:00', until: '13:00', counters: [3, 7] }, language);
  expect(named).toEqual({ span: '12:00\u2060–\u206013:00', counters });
});
