import { z } from 'zod';
import { book } from '#libs/appointments/book';
import { cancelBooking } from '#libs/appointments/cancel-booking';
import { checkIn } from '#libs/appointments/check-in';
import { lapseBookings } from '#libs/appointments/lapse-bookings';
import { bookBody, cancelBookingBody, checkInBody } from '#libs/contracts/commands';
import { hallCommand } from '../ledger/command-row.js';

/** The appointments' rows of the table of commands. */
export const appointmentCommands = {
  book: hallCommand({ permission: 'booking.make', schema: bookBody, decide: book }),
  'cancel-booking': hallCommand({
    permission: 'booking.cancel',
    schema: cancelBookingBody,
    decide: cancelBooking,
  }),
  'check-in': hallCommand({ permission: 'ticket.issue', schema: checkInBody, decide: checkIn }),
  'lapse-bookings': hallCommand({ permission: 'inside', schema: z.object({}), decide: lapseBookings }),
};
