import { BOOKING_STATES } from '#libs/appointments/booking';
import type { OwnBooking } from '#libs/contracts/rest';
import type { PrismaClient } from '#prisma/client/client';

type Shown = Pick<OwnBooking, 'day' | 'from' | 'to' | 'state' | 'cancelUntil' | 'opensAt' | 'closesAt'> & {
  queueId: string;
  ticketId: string | null;
};

/** One booking of a hall as its row stands, ended or not. */
export async function bookingRow(
  prisma: PrismaClient,
  hallId: string,
  bookingId: string,
): Promise<Shown | null> {
  const row = await prisma.booking.findFirst({ where: { id: bookingId, hallId } });
  const state = BOOKING_STATES.find((known) => known === row?.status);
  if (!row || !state) return null;
  const { queueId, day, from, to, ticketId } = row;
  return {
    ...{ queueId, day, from, to, ticketId, state },
    cancelUntil: row.cancelUntil.toISOString(),
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
  };
}
