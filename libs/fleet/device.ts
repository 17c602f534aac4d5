import type { Asking, Decision } from '../hall/decision.js';
import { ENROLLED_KINDS } from '../hall/config.js';
import type { HallState } from '../hall/hall-state.js';
import { deviceOf } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';
import { mustCarry } from './carried.js';

/** What a device says of itself, on change: a printer's state, a pad's line. */
export function reportDevice(
  state: HallState,
  body: { deviceId: string; state: string; cause?: string | undefined },
  asking: Asking,
): Decision {
  const device = deviceOf(state, body.deviceId);
  mustCarry(state, device.id, asking);
  return reported(state, device.id, body.state, body.cause ?? null);
}

/** A screen says whether its browser lets it speak. */
export function reportScreen(state: HallState, body: { soundBlocked: boolean }, { actor }: Asking): Decision {
  if (actor.kind !== 'device') throw new Refusal('not-allowed');
  return reported(state, actor.deviceId, body.soundBlocked ? 'sound-blocked' : 'ready', null);
}

function reported(state: HallState, deviceId: string, said: string, cause: string | null): Decision {
  const before = state.reports.get(deviceId);
  if (before?.state === said && before.cause === cause) return { facts: [], answer: {} };
  return { facts: [{ type: 'device-reported', deviceId, state: said, cause }], answer: {} };
}

/** A one-time code by which a screen or an agent may take its place; a new one ends the one before. */
export function offerEnrolment(
  state: HallState,
  body: { deviceId: string; codeHash: string; endsAt: string },
): Decision<{ deviceId: string }> {
  const device = enrollable(state, body.deviceId);
  return {
    facts: [{ type: 'enrolment-offered', deviceId: device, codeHash: body.codeHash, endsAt: body.endsAt }],
    answer: { deviceId: device },
  };
}

/** The code was shown in time: from now on the token is the device. Whatever held the place before is out. */
export function enrolDevice(
  state: HallState,
  body: { deviceId: string; codeHash: string; tokenHash: string },
  { at }: Asking,
): Decision<{ deviceId: string }> {
  const device = enrollable(state, body.deviceId);
  const code = state.codes.get(device);
  if (code?.codeHash !== body.codeHash || code.endsAt <= at) throw new Refusal('code-unknown');
  return {
    facts: [{ type: 'device-enrolled', deviceId: device, tokenHash: body.tokenHash }],
    answer: { deviceId: device },
  };
}

function enrollable(state: HallState, deviceId: string): string {
  const device = deviceOf(state, deviceId);
  if (!ENROLLED_KINDS.some((kind) => kind === device.kind)) throw new Refusal('device-unknown');
  return device.id;
}
