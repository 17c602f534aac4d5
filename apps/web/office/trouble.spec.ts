import { expect, it } from 'vitest';
import { troubleOf, type DeviceRow } from './trouble.js';

const device = (change: Partial<DeviceRow>): DeviceRow => ({
  ...{ id: 'd', kind: 'board', name: '大屏', enrolled: true, connected: true, trouble: null },
  ...change,
});

it.each<[Partial<DeviceRow>, string | null]>([
  [{}, null],
  [{ enrolled: false, connected: false }, 'duty.notEnrolled'],
  [{ connected: false }, 'duty.offline'],
  [{ kind: 'evaluator-pad', connected: false, trouble: 'unreachable' }, 'duty.offline'],
  [{ trouble: 'sound-blocked' }, 'trouble.sound-blocked'],
  [{ kind: 'slip-printer', trouble: 'paper-low' }, 'printer.paper-low'],
  [{ kind: 'slip-printer', trouble: 'slip-left' }, 'printer.slip-left'],
])('%j: %s', (change, key) => expect(troubleOf(device(change))).toBe(key));
