import type { Asking } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { deviceOf } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';

/** An agent speaks for its own devices only. */
export function mustCarry(state: HallState, deviceId: string, { actor }: Asking): void {
  if (actor.kind === 'system') return;
  if (actor.kind !== 'device' || deviceOf(state, deviceId).agentId !== actor.deviceId)
    throw new Refusal('not-allowed');
}
