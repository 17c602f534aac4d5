import { startOfDay } from '#libs/calendar/business-day';
import type { Turn } from '#libs/queueing/pace';
import type { PrismaClient } from '#prisma/client/client';

/** Two weeks hold ten business days. */
const DAYS = 10;
/** A busy hall's ten days are fewer; of a busier one the newest are read. */
const MOST_TICKETS = 20_000;

const COLUMNS = {
  ...{ day: true, queueId: true, counterId: true, fromCounterId: true, status: true },
  ...{ issuedAt: true, firstCalledAt: true, statusAt: true, carriedTo: true },
} as const;

interface Row {
  day: string;
  queueId: string;
  counterId: string | null;
  fromCounterId: string | null;
  status: string;
  issuedAt: Date;
  firstCalledAt: Date | null;
  statusAt: Date;
  carriedTo: string | null;
}

/** The tickets of a hall's last closed days, day by day, newest day first. */
export async function earlierTurns(
  prisma: PrismaClient,
  { hallId, day, timeZone }: { hallId: string; day: string; timeZone: string },
): Promise<Turn[][]> {
  const rows = await prisma.ticket.findMany({
    where: { hallId, day: { lt: day } },
    orderBy: { day: 'desc' },
    take: MOST_TICKETS,
    select: COLUMNS,
  });
  const days = new Map<string, Row[]>();
  for (const row of rows) {
    const known = days.get(row.day);
    if (known) known.push(row);
    else if (days.size < DAYS) days.set(row.day, [row]);
    else break;
  }
  return [...days].map(([name, tickets]) => {
    const midnight = startOfDay(name, timeZone).getTime();
    return tickets.map((row) => turnOf(row, (at) => (at.getTime() - midnight) / 60_000));
  });
}

/** What came by transfer was called at another counter than its row names. Who was carried over waited to the end of the day: a night is no wait. */
function turnOf(row: Row, minuteOf: (at: Date) => number): Turn {
  const { queueId, counterId, fromCounterId, status, firstCalledAt } = row;
  if (row.carriedTo !== null)
    return { queueId, counterId: null, takenAt: minuteOf(row.issuedAt), calledAt: null, leftAt: null };
  const known = status === 'served' || firstCalledAt === null;
  return {
    queueId,
    counterId: fromCounterId === null ? counterId : null,
    takenAt: minuteOf(row.issuedAt),
    calledAt: firstCalledAt && minuteOf(firstCalledAt),
    leftAt: known ? minuteOf(row.statusAt) : null,
  };
}
