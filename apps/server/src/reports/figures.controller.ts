import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { z } from 'zod';
import { businessDay } from '#libs/calendar/business-day';
import type { Figures } from '#libs/contracts/rest';
import { waitingCount } from '#libs/queueing/line';
import { PrismaClient } from '#prisma/client/client';
import { Door } from '../access/door.js';
import { Clock } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { dayCounts, issuedByQueue, levelCounts } from './figures.query.js';

const named = z.object({ hallId: z.string() });

/** The public figures of today (requirement 111). */
@Controller('api')
export class FiguresController {
  constructor(
    private readonly ledger: Ledger,
    private readonly prisma: PrismaClient,
    private readonly clock: Clock,
  ) {}

  @Get('halls/:hallId/figures')
  @Door('hall.see')
  async figures(@Param({ schema: named }) { hallId }: z.infer<typeof named>): Promise<Figures> {
    const halls = await this.ledger.halls();
    if (!halls.some(({ id }) => id === hallId)) throw new NotFoundException('no such hall');
    const at = this.clock.now();
    const now = await this.ledger.hall(hallId, (state) => ({
      ...{ hallName: state.config.name, hallNameEn: state.config.nameEn, timeZone: state.config.timeZone },
      day: businessDay(at, state.config.timeZone),
      queues: state.config.queues.map(({ id, prefix, name, nameEn }) => ({
        ...{ prefix, name, nameEn },
        waiting: waitingCount(state, id),
      })),
    }));
    const day = { hallId, day: now.day };
    const issued = await issuedByQueue(this.prisma, day);
    return {
      ...now,
      at: at.toISOString(),
      ...(await dayCounts(this.prisma, day)),
      ...(await levelCounts(this.prisma, day)),
      waitingNow: now.queues.reduce((sum, { waiting }) => sum + waiting, 0),
      queues: now.queues.map((queue) => ({ ...queue, issued: issued.get(queue.prefix) ?? 0 })),
    };
  }
}
