import type { HallState } from '#libs/hall/hall-state';
import type { PrismaClient } from '#prisma/client/client';

const TOLD = ['none', 'inviting', 'rated', 'not-rated'] as const;

/** Who sits where, pauses, calls for help, and what each counter knows of its last visit. */
export async function loadDesks(prisma: PrismaClient, state: HallState): Promise<void> {
  const { hallId } = state;
  for (const { id, personId, counterId } of await prisma.staffSession.findMany({
    where: { hallId, closedAt: null },
  }))
    state.sessions.set(id, { id, personId, counterId });
  for (const row of await prisma.counterState.findMany({ where: { hallId } })) {
    const { lastVisitId: visitId, lastNumber: number, lastRating } = row;
    const rating = TOLD.find((told) => told === lastRating) ?? 'none';
    state.desks.set(row.counterId, {
      pausedFor: row.pausedFor,
      helpAskedAt: row.helpAskedAt,
      turn: row.turn,
      lastVisit: visitId !== null && number !== null ? { visitId, number, rating } : null,
    });
  }
}
