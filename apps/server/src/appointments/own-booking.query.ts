import { BOOKING_STATES } from '#libs/appointments/booking';
import type { OwnBooking, OwnHomeVisit } from '#libs/contracts/rest';
import type { BookingPass } from '#libs/hall/decision';
import type { HallState } from '#libs/hall/hall-state';
import { HALVES, HOME_VISIT_STATES, STANDING, type HomeVisitState } from '#libs/home-visits/home-visit';
import type { PrismaClient } from '#prisma/client/client';

interface Link {
  hallId: string;
  bookingId: string;
  pass: BookingPass;
  at: Date;
}
/** All but the hall's own words. */
type Shown<Own> = Omit<Own, 'hallName' | 'hallNameEn' | 'timeZone' | 'complaintPhone'>;
type Names = Pick<HallState, 'config'>;

const queueNames = ({ config }: Names, queueId: string) => {
  const queue = config.queues.find(({ id }) => id === queueId);
  return { queueName: queue?.name ?? '', queueNameEn: queue?.nameEn ?? '' };
};

/** How a booking stands that may have ended, for the holder of its link; null when it is none. */
export async function ownBooking(
  prisma: PrismaClient,
  { hallId, bookingId, pass, at }: Link,
  followUrl: (ticketId: string) => string,
): Promise<((state: Names) => Shown<OwnBooking>) | null> {
  const row = await prisma.booking.findFirst({ where: { id: bookingId, hallId } });
  const state = BOOKING_STATES.find((known) => known === row?.status);
  if (!row || !state) return null;
  const { queueId, day, from, to, ticketId, cancelUntil, opensAt, closesAt } = row;
  return (names) => ({
    ...{ ...queueNames(names, queueId), day, from, to, state, code: pass.code, url: pass.url },
    kind: row.kind === 'extended' ? 'extended' : 'slot',
    cancelUntil: cancelUntil.toISOString(),
    mayCancel: state === 'booked' && at <= cancelUntil,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    followUrl: ticketId === null ? null : followUrl(ticketId),
  });
}

const stands = (state: HomeVisitState): boolean => STANDING.some((one) => one === state);

/** The same of a home visit. */
export async function ownHomeVisit(
  prisma: PrismaClient,
  { hallId, bookingId, pass, at }: Link,
): Promise<((state: Names) => Shown<OwnHomeVisit>) | null> {
  const row = await prisma.homeVisit.findFirst({ where: { id: bookingId, hallId } });
  const state = HOME_VISIT_STATES.find((known) => known === row?.status);
  const half = HALVES.find((known) => known === row?.half);
  if (!row || !state || !half) return null;
  const { queueId, matterId, day, personId, reason, cancelUntil } = row;
  const matter = await prisma.matter.findUnique({ where: { id: matterId } });
  const person = personId === null ? null : await prisma.person.findUnique({ where: { id: personId } });
  return (names) => ({
    ...{ kind: 'home-visit', ...queueNames(names, queueId), day, half, state, reason },
    ...{ matterName: matter?.name ?? '', matterNameEn: matter?.nameEn ?? '' },
    personName: person?.name ?? null,
    ...{ code: pass.code, url: pass.url, cancelUntil: cancelUntil.toISOString() },
    mayCancel: stands(state) && at <= cancelUntil,
  });
}
