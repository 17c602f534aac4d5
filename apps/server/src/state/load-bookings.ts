import { BOOKING_STATES } from '#libs/appointments/booking';
import type { HallState } from '#libs/hall/hall-state';
import type { PrismaClient } from '#prisma/client/client';

/** Bookings that stand, and those of the open day and later that have ended. */
export async function loadBookings(prisma: PrismaClient, state: HallState): Promise<void> {
  const { hallId, day } = state;
  const rows = await prisma.booking.findMany({
    where: { hallId, OR: [{ status: 'booked' }, { day: { gte: day } }] },
    orderBy: { bookedAt: 'asc' },
  });
  for (const { hallId: _hallId, status, ...row } of rows) {
    const known = BOOKING_STATES.find((name) => name === status);
    if (known) state.bookings.set(row.id, { ...row, status: known });
  }
}
