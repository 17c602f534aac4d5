import type { HallState } from '../hall/hall-state.js';
import type { HallFact } from '../hall/hall-event.js';

/** What visitors said, whose time is over when a day begins. Whoever still stands in a line or in a booking is kept until he does not. */
export function purged(state: HallState, day: string): HallFact[] {
  const enquiryIds = [...state.enquiries.values()]
    .filter(({ purgeOn }) => purgeOn !== null && purgeOn <= day)
    .map(({ id }) => id);
  const collectionIds = [...state.signatures].flatMap(([id, purgeOn]) => (purgeOn <= day ? [id] : []));
  return [
    ...purgedVisitors(state, day),
    ...(enquiryIds.length > 0 ? [{ type: 'enquiries-purged' as const, enquiryIds }] : []),
    ...(collectionIds.length > 0 ? [{ type: 'signatures-purged' as const, collectionIds }] : []),
  ];
}

function purgedVisitors(state: HallState, day: string): HallFact[] {
  const needed = new Set<string | null>();
  for (const { visitorId } of state.tickets.values()) needed.add(visitorId);
  for (const { visitorId, status } of state.bookings.values()) if (status === 'booked') needed.add(visitorId);
  for (const { visitorId } of state.homeVisits.values()) needed.add(visitorId);
  for (const { visitorId, status } of state.enquiries.values())
    if (status !== 'closed') needed.add(visitorId);
  const visitorIds = [...state.visitors.values()]
    .filter(({ id, purgeOn }) => purgeOn <= day && !needed.has(id))
    .map(({ id }) => id);
  return visitorIds.length > 0 ? [{ type: 'visitors-purged', visitorIds }] : [];
}
