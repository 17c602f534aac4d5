import type { Ticket, TicketStatus } from '#libs/queueing/ticket';
import type { PrismaClient } from '#prisma/client/client';

const STATUSES: readonly TicketStatus[] = [
  'waiting',
  'called',
  'serving',
  'served',
  'parked',
  'missed',
  'carried',
  'cancelled',
  'expired',
];

/** One ticket of a hall as its row stands, ended or not. */
export async function ticketRow(
  prisma: PrismaClient,
  hallId: string,
  ticketId: string,
): Promise<Ticket | null> {
  const row = await prisma.ticket.findFirst({ where: { id: ticketId, hallId } });
  const status = STATUSES.find((known) => known === row?.status);
  if (!row || !status) return null;
  const { hallId: _hallId, ...ticket } = row;
  return { ...ticket, status };
}
