import type { HallEvent } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import type { HomeVisitEvent } from './home-visit-event.js';

export function applyHomeVisits({ homeVisits }: HallState, { at }: HallEvent, fact: HomeVisitEvent): void {
  switch (fact.type) {
    case 'home-visit-requested': {
      const { homeVisitId: id, queueId, matterId, day, half, visitorId } = fact;
      homeVisits.set(id, {
        ...{ id, queueId, matterId, day, half, visitorId, requestedAt: at },
        ...{ cancelUntil: new Date(fact.cancelUntil), status: 'requested', personId: null },
      });
      return;
    }
    case 'home-visit-scheduled': {
      const before = homeVisits.get(fact.homeVisitId);
      const { day, half, personId } = fact;
      const cancelUntil = new Date(fact.cancelUntil);
      if (before)
        homeVisits.set(before.id, { ...before, day, half, personId, cancelUntil, status: 'scheduled' });
      return;
    }
    case 'home-visit-done':
    case 'home-visit-declined':
    case 'home-visit-cancelled':
      homeVisits.delete(fact.homeVisitId);
  }
}
