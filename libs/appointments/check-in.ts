import { localTime } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallFact } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import { heldTicket } from '../persons/held-ticket.js';
import { queueOf } from '../hall/lookup.js';
import { giveNumber, NO_BATCH, type IssueAnswer } from '../queueing/give-number.js';
import type { PersonHashes } from '../persons/visitor.js';
import { Refusal } from '../refusal.js';
import { bookingBy, bookingOf, mustStand } from './own-booking.js';

/** A code or link, or else the phone or document it was booked with. */
export interface CheckInBody {
  pass?: string | null | undefined;
  visitor?: PersonHashes | null | undefined;
}

/** The booking becomes a ticket that may be called at once: no second queueing (requirement 18). */
export function checkIn(state: HallState, body: CheckInBody, asking: Asking): Decision<IssueAnswer> {
  const booking = body.visitor
    ? bookingOf(state, body.visitor, asking)
    : bookingBy(state, body.pass ?? '', asking);
  mustStand(booking);
  const hallTime = (at: Date): string => {
    const { day, time } = localTime(at, state.config.timeZone);
    return `${day} ${time}`;
  };
  if (asking.at < booking.opensAt)
    throw new Refusal('check-in-too-early', { opens: hallTime(booking.opensAt) });
  if (asking.at > booking.closesAt)
    throw new Refusal('check-in-too-late', { closed: hallTime(booking.closesAt) });
  const wish = {
    matterId: null,
    groupId: null,
    route: [],
    appointmentId: booking.id,
    visitorId: booking.visitorId,
    ...NO_BATCH,
    receipt: null,
  };
  const { facts, answer } = giveNumber(state, queueOf(state, booking.queueId), wish, asking);
  const { ticketId } = answer;
  // the booking's number takes the place of one taken on the spot: a person waits once in a queue
  const held = heldTicket(state, booking.queueId, state.visitors.get(booking.visitorId ?? '') ?? null);
  const given: HallFact[] = held
    ? [{ type: 'ticket-cancelled', ticketId: held.id, reason: 'by-visitor', visitId: held.visitId }]
    : [];
  return { facts: [...given, ...facts, { type: 'booking-used', bookingId: booking.id, ticketId }], answer };
}
