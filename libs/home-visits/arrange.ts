import { localTime } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { Refusal } from '../refusal.js';
import { cancellableUntil } from './half-days.js';
import type { Half, HomeVisit } from './home-visit.js';

interface Named {
  homeVisitId: string;
}

/** One that stands. */
function standing({ homeVisits }: HallState, id: string): HomeVisit {
  const visit = homeVisits.get(id);
  if (!visit) throw new Refusal('home-visit-over');
  return visit;
}

/** Says when, and who goes; said again it is arranged anew. */
export function scheduleHomeVisit(
  state: HallState,
  { homeVisitId, day, half, personId }: Named & { day: string; half: Half; personId: string },
  { at }: Asking,
): Decision {
  const { queueId } = standing(state, homeVisitId);
  if (day < localTime(at, state.config.timeZone).day) throw new Refusal('slot-past');
  const cancelUntil = cancellableUntil(state, queueId, day, half).toISOString();
  return {
    facts: [{ type: 'home-visit-scheduled', homeVisitId, day, half, cancelUntil, personId }],
    answer: {},
  };
}

export function finishHomeVisit(state: HallState, { homeVisitId }: Named): Decision {
  if (standing(state, homeVisitId).status !== 'scheduled') throw new Refusal('home-visit-not-scheduled');
  return { facts: [{ type: 'home-visit-done', homeVisitId }], answer: {} };
}

/** A refusal of service needs its reason (requirement 92). */
export function declineHomeVisit(
  state: HallState,
  { homeVisitId, reason }: Named & { reason: string },
): Decision {
  standing(state, homeVisitId);
  return { facts: [{ type: 'home-visit-declined', homeVisitId, reason }], answer: {} };
}

/** By the visitor's own link, in time; or by the desk that he rang. */
export function cancelHomeVisit(
  state: HallState,
  body: { homeVisitId: string | null },
  { actor, at }: Asking,
): Decision {
  const visit = standing(state, actor.kind === 'booker' ? actor.bookingId : (body.homeVisitId ?? ''));
  if (actor.kind === 'booker' && at > visit.cancelUntil) {
    const { day, time } = localTime(visit.cancelUntil, state.config.timeZone);
    throw new Refusal('cancel-too-late', { until: `${day} ${time}` });
  }
  return { facts: [{ type: 'home-visit-cancelled', homeVisitId: visit.id }], answer: {} };
}
