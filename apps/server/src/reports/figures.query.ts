import type { Figures } from '#libs/contracts/rest';
import { LEVELS } from '#libs/evaluation/levels';
import type { PrismaClient } from '#prisma/client/client';
import { FEWEST, withheld } from './withheld.js';

interface Day {
  hallId: string;
  day: string;
}

type Counts = Pick<Figures, 'issued' | 'served' | 'averageWaitMinutes' | 'p80WaitMinutes'>;

/** Tickets and waits of one day; a wait runs from issue to first call. Nobody waits through the night: who was carried over is in no mean. */
export async function dayCounts(prisma: PrismaClient, { hallId, day }: Day): Promise<Counts> {
  const [row] = await prisma.$queryRawUnsafe<
    { issued: number; served: number; called: number; average: number | null; p80: number | null }[]
  >(
    `SELECT count(*)::int AS issued,
            (count(*) FILTER (WHERE "status" = 'served'))::int AS served,
            (count("wait"))::int AS called,
            (avg("wait") / 60)::float AS average,
            (percentile_cont(0.8) WITHIN GROUP (ORDER BY "wait") / 60)::float AS p80
       FROM (SELECT *, CASE WHEN "carriedTo" IS NULL THEN extract(epoch FROM "firstCalledAt" - "issuedAt") END AS "wait"
               FROM "ticket") AS told
      WHERE "hallId" = $1 AND "day" = $2`,
    hallId,
    day,
  );
  const told = (row?.called ?? 0) >= FEWEST;
  return {
    issued: row?.issued ?? 0,
    served: row?.served ?? 0,
    averageWaitMinutes: told ? minutes(row?.average) : null,
    p80WaitMinutes: told ? minutes(row?.p80) : null,
  };
}

/** A wait is never rounded down (look.md): 4.1 minutes are told as 5. */
const minutes = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.ceil(value);

/** Ratings by level. Withheld all together where a level could be worked out that fewer than five people gave. */
export async function levelCounts(
  prisma: PrismaClient,
  { hallId, day }: Day,
): Promise<Pick<Figures, 'rated' | 'levels'>> {
  const groups = await prisma.evaluation.groupBy({ by: ['level'], where: { hallId, day }, _count: true });
  const rated = groups.reduce((sum, { _count }) => sum + _count, 0);
  const counted = LEVELS.map((level) => ({
    level,
    count: groups.find((group) => group.level === level)?._count ?? 0,
  }));
  return { rated: rated < FEWEST ? null : rated, levels: withheld(counted) };
}

export async function issuedByQueue(
  prisma: PrismaClient,
  { hallId, day }: Day,
): Promise<Map<string, number>> {
  const groups = await prisma.ticket.groupBy({ by: ['prefix'], where: { hallId, day }, _count: true });
  return new Map(groups.map(({ prefix, _count }) => [prefix, _count]));
}
