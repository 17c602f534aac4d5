import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { queueOf } from '../hall/lookup.js';
import { sealed } from '../persons/sealed.js';
import { recordVisitor } from '../persons/record-visitor.js';
import type { SealedVisitor } from '../persons/visitor.js';
import { Refusal } from '../refusal.js';
import { cancellableUntil, halfBegins, halfDaysOn, homeVisitPolicy } from './half-days.js';
import type { Half } from './home-visit.js';

export interface RequestBody {
  queueId: string;
  matterId: string;
  day: string;
  half: Half;
  visitor: SealedVisitor | null;
}

/** Asks for staff to come (requirement 18): who, where, wished when. The hall answers by scheduling or declining. */
export function requestHomeVisit(
  state: HallState,
  { queueId, matterId, day, half, visitor }: RequestBody,
  asking: Asking,
): Decision<{ homeVisitId: string; code: string; url: string }> {
  const queue = queueOf(state, queueId);
  const policy = homeVisitPolicy(state, queueId);
  if (!policy) throw new Refusal('slot-unknown');
  if (!queue.matterIds.includes(matterId)) throw new Refusal('matter-unknown');
  if (halfBegins(state, day, half) <= asking.at) throw new Refusal('slot-past');
  const wished = halfDaysOn(state, policy, day, asking.at).find((one) => one.half === half);
  if (!wished) throw new Refusal('slot-unknown');
  if (wished.free === 0) throw new Refusal('slot-full');
  if (!visitor?.name || !visitor.phone || !visitor.address) throw new Refusal('address-needed');
  const recorded = recordVisitor(state, visitor, day, asking);
  const { visitorId, facts } = recorded;
  const homeVisitId = asking.newId();
  const { code, url } = asking.bookingPass(homeVisitId);
  const cancelUntil = cancellableUntil(state, queueId, day, half).toISOString();
  const wish = { homeVisitId, queueId, matterId, day, half, cancelUntil, visitorId };
  return {
    facts: [...facts, { type: 'home-visit-requested', ...wish }],
    answer: { homeVisitId, code, url },
    attachment: sealed([recorded]),
  };
}
