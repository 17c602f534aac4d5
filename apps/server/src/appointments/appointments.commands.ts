import { z } from 'zod';
import { book } from '#libs/appointments/book';
import { cancelBooking } from '#libs/appointments/cancel-booking';
import { checkIn } from '#libs/appointments/check-in';
import { lapseBookings } from '#libs/appointments/lapse-bookings';
import * as bodies from '#libs/contracts/commands';
import { hallCommand, personalCommand } from '../ledger/command-row.js';

/** The appointments' rows of the table of commands. */
export const appointmentCommands = {
  book: personalCommand({
    ...{ permission: 'booking.make', schema: bodies.bookBody, sealed: bodies.sealedBookBody },
    decide: book,
  }),
  'cancel-booking': hallCommand({
    permission: 'booking.cancel',
    schema: bodies.cancelBookingBody,
    decide: cancelBooking,
  }),
  'check-in': personalCommand({
    ...{ permission: 'ticket.issue', schema: bodies.checkInBody, sealed: bodies.sealedCheckInBody },
    decide: checkIn,
  }),
  'lapse-bookings': hallCommand({ permission: 'inside', schema: z.object({}), decide: lapseBookings }),
};
