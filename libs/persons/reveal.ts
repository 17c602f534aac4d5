import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { Refusal } from '../refusal.js';

/** Somebody of the staff is shown name, number and phone: who, when and why stands in the chain before they are. */
export function revealVisitor(
  state: HallState,
  { visitorId, reason }: { visitorId: string; reason: string },
  { actor }: Asking,
): Decision {
  if (actor.kind !== 'person') throw new Refusal('not-allowed');
  if (!state.visitors.has(visitorId)) throw new Refusal('visitor-unknown');
  return { facts: [{ type: 'visitor-revealed', visitorId, reason }], answer: {} };
}
