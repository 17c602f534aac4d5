import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { ticketQuery, type TicketHistory, type TicketList } from '#libs/contracts/rest';
import type { HallConfig } from '#libs/hall/config';
import type { Ticket } from '#libs/queueing/ticket';
import { Refusal } from '#libs/refusal';
import { PrismaClient } from '#prisma/client/client';
import { Door } from '../access/door.js';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';
import { ticketRow } from '../state/ticket-row.query.js';
import { historySteps } from './history.query.js';

const hall = z.object({ hallId: z.string() });
const one = hall.extend({ ticketId: z.string() });
/** A hall's busiest day has fewer tickets than this. */
const MOST = 5_000;

/** Requirement 175: every step of every ticket can be found again. */
@Controller('api')
export class TicketsController {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly ledger: Ledger,
    private readonly directory: Directory,
  ) {}

  @Get('halls/:hallId/tickets')
  @Door('ticket.search')
  async search(
    @Param({ schema: hall }) { hallId }: z.infer<typeof hall>,
    @Query({ schema: ticketQuery }) { day, number }: z.infer<typeof ticketQuery>,
  ): Promise<TicketList> {
    const config = await this.ledger.hall(hallId, (state) => state.config);
    const tickets = await this.prisma.ticket.findMany({
      where: { hallId, day, ...(number ? { number: number.trim().toUpperCase() } : {}) },
      orderBy: { issuedAt: 'asc' },
      take: MOST,
    });
    return { tickets: tickets.map((ticket) => told(ticket, config)) };
  }

  @Get('halls/:hallId/tickets/:ticketId/history')
  @Door('ticket.search')
  async history(@Param({ schema: one }) { hallId, ticketId }: z.infer<typeof one>): Promise<TicketHistory> {
    const ticket = await ticketRow(this.prisma, hallId, ticketId);
    if (!ticket) throw new Refusal('ticket-unknown');
    const config = await this.ledger.hall(hallId, (state) => state.config);
    const { directory } = this;
    const steps = await historySteps(this.prisma, { hallId, ticketId }, { config, directory });
    return { ticket: told(ticket, config), steps };
  }
}

type Told = Pick<Ticket, 'id' | 'day' | 'number' | 'queueId' | 'counterId' | 'issuedAt'> & { status: string };

const told = (ticket: Told, config: HallConfig): TicketList['tickets'][number] => ({
  ticketId: ticket.id,
  day: ticket.day,
  number: ticket.number,
  queueName: config.queues.find(({ id }) => id === ticket.queueId)?.name ?? '',
  state: ticket.status,
  counterNumber: config.counters.find(({ id }) => id === ticket.counterId)?.number ?? null,
  issuedAt: ticket.issuedAt.toISOString(),
});
