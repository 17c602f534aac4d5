import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { slotsOn } from '#libs/appointments/slots';
import { slotQuery, type Bookable, type SlotList } from '#libs/contracts/rest';
import { Door } from '../access/door.js';
import { Clock } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';
import { headOf, lookAt } from './look-at.js';
import { bookableQueues, homeVisitQueues } from './bookable.view.js';

const named = z.object({ hallId: z.string() });

/** What the booking page shows: where there is room. */
@Controller('api')
export class AppointmentsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  @Get('halls/:hallId/appointments')
  @Door('hall.see')
  bookable(@Param({ schema: named }) { hallId }: z.infer<typeof named>): Promise<Bookable> {
    const at = this.clock.now();
    return lookAt(this.ledger, hallId, (state) => ({
      ...headOf(state),
      asks: state.config.visitors.booking,
      keepDays: state.config.visitors.keepDays,
      queues: bookableQueues(state, at),
      homeVisits: homeVisitQueues(state, this.directory, at),
    }));
  }

  @Get('halls/:hallId/slots')
  @Door('hall.see')
  slots(
    @Param({ schema: named }) { hallId }: z.infer<typeof named>,
    @Query({ schema: slotQuery }) { queueId, day }: z.infer<typeof slotQuery>,
  ): Promise<SlotList> {
    const at = this.clock.now();
    return lookAt(this.ledger, hallId, (state) => ({ slots: slotsOn(state, queueId, day, at) }));
  }
}
