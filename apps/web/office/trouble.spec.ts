import { describe, expect, it } from 'vitest';
import { DEVICE_STATES } from '#libs/contracts/agent';
import { deviceRow } from './devices/device.sample.js';
import type { DeviceRow } from './devices/groups.js';
import { devicesZh } from './devices/words-zh.js';
import { alarmsOf, troubleOf } from './trouble.js';

it.each<[Partial<DeviceRow>, string | null]>([
  [{}, null],
  [{ enrolled: false, connected: false }, 'not-enrolled'],
  [{ connected: false }, 'apart'],
  [{ kind: 'evaluator-pad', connected: false, trouble: 'unreachable' }, 'unreachable'],
  [{ kind: 'evaluator-pad', connected: false }, 'unreachable'],
  [{ trouble: 'sound-blocked' }, 'sound-blocked'],
  [{ kind: 'slip-printer', trouble: 'paper-low' }, 'paper-low'],
  [{ kind: 'counter-sign', trouble: 'misconfigured' }, 'misconfigured'],
])('%j: %s', (change, state) => expect(troubleOf(deviceRow(change))?.state ?? null).toBe(state));

it('every state of a device has words and something to do', () => {
  const states = DEVICE_STATES.filter((state) => state !== 'ready');
  expect(Object.keys(devicesZh.trouble)).toEqual(expect.arrayContaining(states));
  expect(Object.keys(devicesZh.todo.any).sort()).toEqual(Object.keys(devicesZh.trouble).sort());
});

describe('what needs a person', () => {
  it('stands in order: what stops the hall, the oldest first, then what will', () => {
    const alarms = alarmsOf([
      deviceRow({ id: 'low', kind: 'slip-printer', trouble: 'paper-low', since: '2026-03-02T01:00:00.000Z' }),
      deviceRow({
        id: 'late',
        kind: 'slip-printer',
        trouble: 'paper-out',
        since: '2026-03-02T03:00:00.000Z',
      }),
      deviceRow({ id: 'well' }),
      deviceRow({ id: 'early', kind: 'scanner', trouble: 'unreachable', since: '2026-03-02T02:00:00.000Z' }),
    ]);
    expect(alarms.map(({ device }) => device.id)).toEqual(['early', 'late', 'low']);
  });

  it('tells an agent that is away once, with what hangs on it', () => {
    const alarms = alarmsOf([
      deviceRow({ id: 'agent', kind: 'agent', connected: false }),
      deviceRow({ id: 'printer', kind: 'slip-printer', agentId: 'agent', trouble: 'unreachable' }),
      deviceRow({ id: 'pad', kind: 'evaluator-pad', agentId: 'agent', connected: false }),
      deviceRow({ id: 'other', kind: 'scanner', agentId: 'agent-2', trouble: 'unreachable' }),
    ]);
    expect(alarms.map(({ device, behind }) => [device.id, behind])).toEqual([
      ['agent', 2],
      ['other', 0],
    ]);
  });
});
