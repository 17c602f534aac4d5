import type { Asking, Decision } from '../hall/decision.js';
import type { HallFact } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import type { Booking } from './booking.js';

/** The first instant at which a check-in is too late. */
export const lapsesAt = ({ closesAt }: Booking): Date => new Date(closesAt.getTime() + 1);

/** Nobody came: written down, and the place counts no more. */
export function lapseBookings(state: HallState, _body: object, { at }: Asking): Decision {
  const facts: HallFact[] = [];
  for (const booking of state.bookings.values())
    if (booking.status === 'booked' && lapsesAt(booking) <= at)
      facts.push({ type: 'booking-lapsed', bookingId: booking.id });
  return { facts, answer: {} };
}
