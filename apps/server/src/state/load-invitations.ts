import type { InvitationEnding } from '#libs/evaluation/evaluation-event';
import { LEVELS } from '#libs/evaluation/levels';
import type { HallState, Invitation } from '#libs/hall/hall-state';
import { startOfDay } from '#libs/calendar/business-day';
import type { PrismaClient } from '#prisma/client/client';

const ENDINGS: readonly InvitationEnding[] = ['rated', 'declined', 'lapsed', 'superseded'];

/** No invitation is lit for longer (contracts, invitationSeconds): an index finds by it what may reach into a day. */
const LONGEST_MS = 120_000;

/** Invitations that reach into the open day, and older ones that are still lit. */
export async function loadInvitations(prisma: PrismaClient, state: HallState): Promise<void> {
  const { hallId, day, config } = state;
  const since = startOfDay(day, config.timeZone);
  const rows = await prisma.invitation.findMany({
    where: {
      hallId,
      OR: [
        { closedAt: null },
        { closedAt: { gte: new Date(since.getTime() - LONGEST_MS) }, endsAt: { gte: since } },
      ],
    },
    orderBy: { openedAt: 'asc' },
  });
  const ratings = await ratingsOf(
    prisma,
    rows.map(({ id }) => id),
  );
  for (const row of rows) {
    const { id, visitId, ticketId, number, counterId, personId, openedAt, endsAt } = row;
    const ending = ENDINGS.find((known) => known === row.ending) ?? null;
    const rating = ratings.get(id) ?? null;
    state.invitations.set(id, {
      id,
      visitId,
      ticketId,
      number,
      counterId,
      personId,
      openedAt,
      endsAt,
      ending,
      rating,
    });
  }
}

async function ratingsOf(
  prisma: PrismaClient,
  ids: string[],
): Promise<Map<string, NonNullable<Invitation['rating']>>> {
  const rows = await prisma.evaluation.findMany({ where: { invitationId: { in: ids } } });
  const ratings = new Map<string, NonNullable<Invitation['rating']>>();
  for (const { id: evaluationId, invitationId, level: stored, receivedAt, tagsVersion } of rows) {
    const level = LEVELS.find((known) => known === stored);
    if (level)
      ratings.set(invitationId, { evaluationId, level, receivedAt, explained: tagsVersion !== null });
  }
  return ratings;
}
