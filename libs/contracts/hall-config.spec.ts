import { expect, it } from 'vitest';
import { DEFAULT_SLIP } from '../fleet/default-slip.js';
import { smallConfig } from '../hall/small-config.fixture.js';
import { hallConfig } from './hall-config.js';

it('a document from before halls had slips of their own has the one that they begin with', () => {
  const { slipTemplate: _later, ...older } = smallConfig();
  expect(hallConfig.parse(older).slipTemplate).toEqual(DEFAULT_SLIP);
});

it('takes no slip line of which a printer can make nothing', () => {
  const line = {
    ...{ kind: 'text', when: null, text: '{number}', bold: true, align: 'left' },
    width: 9,
    height: 1,
  };
  expect(hallConfig.safeParse({ ...smallConfig(), slipTemplate: [line] }).success).toBe(false);
  expect(hallConfig.safeParse({ ...smallConfig(), slipTemplate: [{ ...line, width: 8 }] }).success).toBe(
    true,
  );
});
