import { expect, it } from 'vitest';
import { deviceRow } from './device.sample.js';
import { groupsOf } from './groups.js';

it('puts devices where they stand: counters, then kiosks with what belongs to them, then the hall', () => {
  const groups = groupsOf([
    deviceRow({ id: 'board' }),
    deviceRow({ id: 'kiosk-1', kind: 'kiosk', name: '一号取号机', kioskId: 'kiosk-1' }),
    deviceRow({ id: 'pad-12', counterNumber: 12 }),
    deviceRow({ id: 'printer', kind: 'slip-printer', kioskId: 'kiosk-1' }),
    deviceRow({ id: 'sign-2', counterNumber: 2 }),
    deviceRow({ id: 'pad-2', counterNumber: 2 }),
  ]);
  expect(groups.map(({ counter, kiosk, devices }) => [counter, kiosk, devices.map(({ id }) => id)])).toEqual([
    [2, null, ['sign-2', 'pad-2']],
    [12, null, ['pad-12']],
    [null, '一号取号机', ['kiosk-1', 'printer']],
    [null, null, ['board']],
  ]);
});
