import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { askingCounter, deviceOf } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';
import type { TestOutcome } from './device-test.js';
import type { FaultKind } from './fleet-event.js';

/** 报修: whoever sits at a counter says what is wrong with a device there. Said again it changes nothing. */
export function reportFault(
  state: HallState,
  { deviceId, what }: { deviceId: string; what: FaultKind },
  asking: Asking,
): Decision<{ deviceName: string }> {
  const { counter } = askingCounter(state, asking);
  const device = deviceOf(state, deviceId);
  if (device.counterId !== counter.id) throw new Refusal('device-unknown');
  const known = state.faults.get(deviceId)?.what === what;
  return {
    facts: known ? [] : [{ type: 'fault-reported', deviceId, what }],
    answer: { deviceName: device.name },
  };
}

/** Settled; also when a colleague was quicker, or the device is gone. */
export const clearFault = (state: HallState, { deviceId }: { deviceId: string }): Decision => ({
  facts: state.faults.has(deviceId) ? [{ type: 'fault-cleared', deviceId }] : [],
  answer: {},
});

/** That somebody tried a device, and how it went. */
export const recordTest = (
  state: HallState,
  { deviceId, outcome }: { deviceId: string; outcome: TestOutcome },
): Decision => ({
  facts: [{ type: 'device-tested', deviceId: deviceOf(state, deviceId).id, outcome }],
  answer: {},
});
