import { expect, it } from 'vitest';
import { withinOf } from './enquiry-desk.js';

it.each([
  [45, 'minutes', 45],
  [480, 'hours', 8],
  [90, 'minutes', 90],
  [2_880, 'days', 2],
])('%i minutes are told in %s', (minutes, unit, count) =>
  expect(withinOf(minutes)).toEqual({ key: `enquiry.within.${unit}`, count }),
);
