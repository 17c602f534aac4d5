import { localTime } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { Refusal } from '../refusal.js';
import type { Booking } from './booking.js';
import { bookingBy, mustStand } from './own-booking.js';

/** The place is free again. The visitor's link names the booking; the guide desk is told its code. */
export function cancelBooking(state: HallState, body: { pass: string | null }, asking: Asking): Decision {
  const booking = meant(state, body.pass, asking);
  mustStand(booking);
  if (asking.at > booking.cancelUntil) {
    const { day, time } = localTime(booking.cancelUntil, state.config.timeZone);
    throw new Refusal('cancel-too-late', { until: `${day} ${time}` });
  }
  return { facts: [{ type: 'booking-cancelled', bookingId: booking.id }], answer: {} };
}

function meant(state: HallState, pass: string | null, asking: Asking): Booking {
  const { actor } = asking;
  if (actor.kind !== 'booker') return bookingBy(state, pass ?? '', asking);
  const own = state.bookings.get(actor.bookingId);
  if (!own) throw new Refusal('booking-over');
  return own;
}
