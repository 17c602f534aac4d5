export const BOOKING_ASKS = ['none', 'optional', 'required'] as const;

/** How far a hall asks who its visitors are. A ticket is always possible without (barrier-free law: staff give them without phone or card). */
export interface VisitorPolicy {
  /** Whether a booking asks for name and phone (requirement 18). */
  booking: (typeof BOOKING_ASKS)[number];
  /** A person who says who he is holds one waiting ticket a queue; a second try is offered the first one's slip. */
  oneTicketPerQueue: boolean;
  /** Whoever let so many bookings lapse in so many days books on the spot only; null: nobody is kept away. */
  noShows: { limit: number; days: number } | null;
  /** So many days after the visit, or the day booked, what a visitor said of himself is purged. */
  keepDays: number;
}

export const PLAIN_VISITORS: VisitorPolicy = {
  booking: 'none',
  oneTicketPerQueue: true,
  noShows: null,
  keepDays: 30,
};
