import type { DeviceRow } from './groups.js';

/** A board that is well. */
export const deviceRow = (change: Partial<DeviceRow>): DeviceRow => ({
  ...{ id: 'd', kind: 'board', name: '大屏', enrolled: true, connected: true, trouble: null },
  ...{ cause: null, since: null, counterNumber: null, kioskId: null, agentId: null },
  ...{ driver: null, port: null, address: null, lastInput: null },
  ...change,
});
