import { Controller, Get, NotFoundException, Param, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { bookableDays, policyOf, slotsOn } from '#libs/appointments/slots';
import { slotQuery, type Bookable, type OwnBooking, type SlotList } from '#libs/contracts/rest';
import type { HallState } from '#libs/hall/hall-state';
import { queueOf } from '#libs/hall/lookup';
import { PrismaClient } from '#prisma/client/client';
import type { KnownRequest } from '../access/door.guard.js';
import { Door } from '../access/door.js';
import { PublicAddress } from '../access/public-address.js';
import { Clock } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { bookingRow } from './booking-row.query.js';

const named = z.object({ hallId: z.string() });

/** What the booking page shows: where there is room, and how one's own booking stands. */
@Controller('api')
export class AppointmentsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly prisma: PrismaClient,
    private readonly clock: Clock,
    private readonly address: PublicAddress,
  ) {}

  @Get('halls/:hallId/appointments')
  @Door('hall.see')
  bookable(@Param({ schema: named }) { hallId }: z.infer<typeof named>): Promise<Bookable> {
    const at = this.clock.now();
    return this.#look(hallId, (state) => ({ ...headOf(state), queues: queuesOf(state, at) }));
  }

  @Get('halls/:hallId/slots')
  @Door('hall.see')
  slots(
    @Param({ schema: named }) { hallId }: z.infer<typeof named>,
    @Query({ schema: slotQuery }) { queueId, day }: z.infer<typeof slotQuery>,
  ): Promise<SlotList> {
    const at = this.clock.now();
    return this.#look(hallId, (state) => {
      const policy = policyOf(state, queueId);
      return { slots: policy ? slotsOn(state, policy, day, at) : [] };
    });
  }

  @Get('halls/:hallId/bookings/own')
  @Door('booking.see')
  async own(
    @Param({ schema: named }) { hallId }: z.infer<typeof named>,
    @Req() { known }: KnownRequest,
  ): Promise<OwnBooking> {
    const bookingId = known?.actor.kind === 'booker' ? known.actor.bookingId : '';
    const row = await bookingRow(this.prisma, hallId, bookingId);
    if (!row) throw new NotFoundException('no such booking');
    const { code, url } = this.address.bookingPass(hallId, bookingId);
    const { queueId, ticketId, ...booking } = row;
    const followUrl = ticketId === null ? null : this.address.followUrl(hallId, ticketId);
    const at = this.clock.now();
    return this.#look(hallId, (state) => {
      const queue = state.config.queues.find(({ id }) => id === queueId);
      const names = { queueName: queue?.name ?? '', queueNameEn: queue?.nameEn ?? '' };
      const mayCancel = row.state === 'booked' && at.toISOString() <= row.cancelUntil;
      return { ...headOf(state), ...names, ...booking, code, url, followUrl, mayCancel };
    });
  }

  async #look<T>(hallId: string, look: (state: HallState) => T): Promise<T> {
    const halls = await this.ledger.halls();
    if (!halls.some(({ id }) => id === hallId)) throw new NotFoundException('no such hall');
    return this.ledger.hall(hallId, look);
  }
}

const headOf = ({ config: { name, nameEn, timeZone, complaintPhone } }: HallState) => ({
  ...{ hallName: name, hallNameEn: nameEn, timeZone, complaintPhone },
});

/** Each queue that takes bookings, with the room of each day. */
const queuesOf = (state: HallState, at: Date): Bookable['queues'] =>
  state.config.appointments.map((policy) => {
    const { id, name, nameEn, forWhom, forWhomEn } = queueOf(state, policy.queueId);
    const days = bookableDays(state, policy, at).map((day) => {
      const slots = slotsOn(state, policy, day, at);
      return { day, open: slots.length > 0, free: slots.reduce((sum, { free }) => sum + free, 0) };
    });
    return { ...{ id, name, nameEn, forWhom, forWhomEn }, cancelHours: policy.cancelHours, days };
  });
