import { BOOKING_STATES } from '#libs/appointments/booking';
import { HALVES, STANDING } from '#libs/home-visits/home-visit';
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
    const kind = row.kind === 'extended' ? 'extended' : 'slot';
    if (known) state.bookings.set(row.id, { ...row, kind, status: known });
  }
}

/** Home visits that stand. */
export async function loadHomeVisits(prisma: PrismaClient, { hallId, homeVisits }: HallState): Promise<void> {
  const rows = await prisma.homeVisit.findMany({
    where: { hallId, status: { in: [...STANDING] } },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
  });
  for (const { hallId: _hallId, reason: _reason, ...row } of rows) {
    const status = STANDING.find((name) => name === row.status);
    const half = HALVES.find((name) => name === row.half);
    if (status && half) homeVisits.set(row.id, { ...row, status, half });
  }
}
