import type { HallState } from '../hall/hall-state.js';
import type { PersonEvent } from './person-event.js';

/** Whose time is over when a day begins. Whoever still stands in a line or in a booking is kept until he does not. */
export function purged(state: HallState, day: string): PersonEvent[] {
  const needed = new Set<string | null>();
  for (const { visitorId } of state.tickets.values()) needed.add(visitorId);
  for (const { visitorId, status } of state.bookings.values()) if (status === 'booked') needed.add(visitorId);
  for (const { visitorId } of state.homeVisits.values()) needed.add(visitorId);
  const visitorIds = [...state.visitors.values()]
    .filter(({ id, purgeOn }) => purgeOn <= day && !needed.has(id))
    .map(({ id }) => id);
  return visitorIds.length > 0 ? [{ type: 'visitors-purged', visitorIds }] : [];
}
