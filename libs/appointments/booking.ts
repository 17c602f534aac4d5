import type { SlotKind } from './appointment-policy.js';

/** `used`: it became a ticket. `lapsed`: nobody came. */
export const BOOKING_STATES = ['booked', 'cancelled', 'used', 'lapsed'] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** A place in a slot, known by its code and its link; also by phone or document where the visitor gave them. */
export interface Booking {
  readonly id: string;
  readonly queueId: string;
  /** `extended`: the counter is served beyond its hours for it. */
  readonly kind: SlotKind;
  readonly day: string;
  /** Hall time: `from` included, `to` excluded. */
  readonly from: string;
  readonly to: string;
  readonly bookedAt: Date;
  /** What was promised when it was booked, whatever the rules become: until when it may be cancelled … */
  readonly cancelUntil: Date;
  /** … and when it becomes a ticket. */
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly status: BookingState;
  readonly ticketId: string | null;
  /** Who booked, where the hall asks. */
  readonly visitorId: string | null;
}

/** Holds a place of its slot: cancelled and lapsed ones have given it back. */
export const holdsPlace = ({ status }: Booking): boolean => status === 'booked' || status === 'used';
