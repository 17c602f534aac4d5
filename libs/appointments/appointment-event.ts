import type { SlotKind } from './appointment-policy.js';

export type AppointmentEvent =
  | {
      type: 'booked';
      bookingId: string;
      queueId: string;
      kind: SlotKind;
      day: string;
      from: string;
      to: string;
      /** ISO instants. */
      cancelUntil: string;
      opensAt: string;
      closesAt: string;
      visitorId: string | null;
    }
  | { type: 'booking-cancelled'; bookingId: string }
  | { type: 'booking-used'; bookingId: string; ticketId: string }
  | { type: 'booking-lapsed'; bookingId: string };
