import { dayAfter } from '#libs/calendar/business-day';
import type { HallState } from '#libs/hall/hall-state';
import type { PrismaClient } from '#prisma/client/client';

/** No row is kept longer (libs/contracts/hall-config.ts): older bookings say nothing of anybody. */
const REMEMBERED_DAYS = 2 * 365;

/** Who said who he is and is not purged yet, with the day of a booking he let lapse. */
export async function loadVisitors(prisma: PrismaClient, state: HallState): Promise<void> {
  const { hallId } = state;
  const lapsed = await prisma.booking.findMany({
    where: {
      hallId,
      day: { gte: dayAfter(state.day, -REMEMBERED_DAYS) },
      status: 'lapsed',
      visitorId: { not: null },
    },
    select: { visitorId: true, day: true },
  });
  const missed = new Map(lapsed.map(({ visitorId, day }) => [visitorId, day]));
  const rows = await prisma.visitor.findMany({
    where: { hallId, purged: false },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, idNumberHash: true, phoneHash: true, purgeOn: true },
  });
  for (const row of rows) state.visitors.set(row.id, { ...row, missedOn: missed.get(row.id) ?? null });
}
