import { expect, it } from 'vitest';
import { KIOSK, MONDAY, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { clearFault, recordTest, reportFault } from './device-fault.js';

const broken = { deviceId: 'pad-1', what: 'does-not-respond' } as const;

it('a clerk reports a device of the own counter, and only one report of it stands', () => {
  const hall = new SmallHall();
  const clerk = hall.sit('counter-1');
  expect(hall.give(reportFault, broken, clerk)).toEqual({ deviceName: '1号评价平板' });
  hall.give(reportFault, broken, clerk);
  expect(hall.happened().filter((type) => type === 'fault-reported')).toHaveLength(1);
  hall.give(reportFault, { ...broken, what: 'wrong-display' }, clerk);
  expect([...hall.state.faults]).toEqual([['pad-1', { what: 'wrong-display', at: MONDAY }]]);
});

it('not of another counter’s device, nor from a desk', () => {
  const hall = new SmallHall();
  expect(hall.refused(reportFault, { ...broken, deviceId: 'pad-2' }, hall.sit('counter-1'))).toBe(
    'device-unknown',
  );
  expect(hall.refused(reportFault, broken, hall.sit(null))).toBe('no-counter');
  expect(hall.refused(reportFault, broken, KIOSK)).toBe('not-signed-in');
});

it('is settled once; whoever comes second changes nothing', () => {
  const hall = new SmallHall();
  hall.give(reportFault, broken, hall.sit('counter-1'));
  hall.give(clearFault, { deviceId: 'pad-1' }, SYSTEM);
  hall.give(clearFault, { deviceId: 'pad-1' }, SYSTEM);
  expect(hall.state.faults.size).toBe(0);
  expect(hall.happened().filter((type) => type === 'fault-cleared')).toHaveLength(1);
});

it('a test is written down of devices that there are', () => {
  const hall = new SmallHall();
  hall.give(recordTest, { deviceId: 'board', outcome: 'failed' }, SYSTEM);
  expect(hall.facts).toEqual([{ type: 'device-tested', deviceId: 'board', outcome: 'failed' }]);
  expect(hall.refused(recordTest, { deviceId: 'strange', outcome: 'done' }, SYSTEM)).toBe('device-unknown');
});
