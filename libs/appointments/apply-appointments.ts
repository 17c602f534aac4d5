import type { HallEvent } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import type { AppointmentEvent } from './appointment-event.js';
import type { Booking } from './booking.js';

export function applyAppointments(state: HallState, { at }: HallEvent, fact: AppointmentEvent): void {
  if (fact.type === 'booked') {
    state.bookings.set(fact.bookingId, booked(fact, at));
    return;
  }
  const before = state.bookings.get(fact.bookingId);
  if (before) put(state, ended(before, fact));
  const visitor = state.visitors.get(before?.visitorId ?? '');
  if (visitor && before && fact.type === 'booking-lapsed')
    state.visitors.set(visitor.id, { ...visitor, missedOn: before.day });
}

function booked(fact: Extract<AppointmentEvent, { type: 'booked' }>, bookedAt: Date): Booking {
  const { bookingId: id, queueId, kind, day, from, to, cancelUntil, opensAt, closesAt, visitorId } = fact;
  return {
    ...{ id, queueId, kind, day, from, to, bookedAt, status: 'booked', ticketId: null, visitorId },
    cancelUntil: new Date(cancelUntil),
    opensAt: new Date(opensAt),
    closesAt: new Date(closesAt),
  };
}

function ended(booking: Booking, fact: Exclude<AppointmentEvent, { type: 'booked' }>): Booking {
  switch (fact.type) {
    case 'booking-cancelled':
      return { ...booking, status: 'cancelled' };
    case 'booking-used':
      return { ...booking, status: 'used', ticketId: fact.ticketId };
    case 'booking-lapsed':
      return { ...booking, status: 'lapsed' };
  }
}

/** Ended ones are remembered while their day lasts: whoever still shows one is told so. */
function put(state: HallState, booking: Booking): void {
  if (booking.day < state.day) state.bookings.delete(booking.id);
  else state.bookings.set(booking.id, booking);
}

/** A new day forgets what ended on the ones before. */
export function forgetEnded({ bookings, day }: HallState): void {
  for (const { id, day: of, status } of bookings.values())
    if (of < day && status !== 'booked') bookings.delete(id);
}
