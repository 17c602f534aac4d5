import type { Asking } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { samePerson, type PersonHashes } from '../persons/visitor.js';
import { Refusal } from '../refusal.js';
import type { Booking } from './booking.js';

/** Letters and digits as typed: case, spaces and dashes do not matter. */
const plain = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** The booking that a scanned link or a typed code stands for. One of another hall is not known here. */
export function bookingBy(state: HallState, pass: string, asking: Asking): Booking {
  const found = pass.includes('.') ? scanned(state, pass, asking) : typed(state, pass, asking);
  if (!found) throw new Refusal('booking-unknown');
  return found;
}

/** `https://…/b/<token>`, or the token alone; its second part names the booking, the whole of it proves it. */
function scanned({ bookings }: HallState, pass: string, { bookingPass }: Asking): Booking | undefined {
  const token = pass.trim().split('/').at(-1) ?? '';
  const booking = bookings.get(token.split('.')[1] ?? '');
  return booking && bookingPass(booking.id).token === token ? booking : undefined;
}

function typed({ bookings }: HallState, pass: string, { bookingPass }: Asking): Booking | undefined {
  const code = plain(pass);
  const named = [...bookings.values()].filter(({ id }) => plain(bookingPass(id).code) === code);
  return named.find(({ status }) => status === 'booked') ?? named[0];
}

/** The booking of a person by phone or document: the one that may become a ticket now, else the next to come. */
export function bookingOf(state: HallState, person: PersonHashes, { at }: Asking): Booking {
  const own = [...state.bookings.values()]
    .filter(({ visitorId }) => {
      const known = state.visitors.get(visitorId ?? '');
      return known !== undefined && samePerson(known, person);
    })
    .sort((one, other) => one.opensAt.getTime() - other.opensAt.getTime());
  const standing = own.filter(({ status }) => status === 'booked');
  const [first] = standing.length > 0 ? standing : own;
  const found = standing.find(({ opensAt, closesAt }) => opensAt <= at && at <= closesAt) ?? first;
  if (!found) throw new Refusal('booking-not-found');
  return found;
}

export function mustStand({ status }: Booking): void {
  if (status !== 'booked') throw new Refusal('booking-over');
}
