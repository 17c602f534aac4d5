import { Controller, Get, NotFoundException, Param, Req } from '@nestjs/common';
import { z } from 'zod';
import type { OwnBooking, OwnHomeVisit } from '#libs/contracts/rest';
import { PrismaClient } from '#prisma/client/client';
import type { KnownRequest } from '../access/door.guard.js';
import { Door } from '../access/door.js';
import { PublicAddress } from '../access/public-address.js';
import { Clock } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { headOf, lookAt } from './look-at.js';
import { ownBooking, ownHomeVisit } from './own-booking.query.js';

const named = z.object({ hallId: z.string() });

/** How what stands behind a link is: a booking, or a home visit. */
@Controller('api')
export class OwnBookingController {
  constructor(
    private readonly ledger: Ledger,
    private readonly prisma: PrismaClient,
    private readonly clock: Clock,
    private readonly address: PublicAddress,
  ) {}

  @Get('halls/:hallId/bookings/own')
  @Door('booking.see')
  async own(
    @Param({ schema: named }) { hallId }: z.infer<typeof named>,
    @Req() { known }: KnownRequest,
  ): Promise<OwnBooking | OwnHomeVisit> {
    const bookingId = known?.actor.kind === 'booker' ? known.actor.bookingId : '';
    const pass = this.address.bookingPass(hallId, bookingId);
    const link = { hallId, bookingId, pass, at: this.clock.now() };
    const show =
      (await ownBooking(this.prisma, link, (ticketId) => this.address.followUrl(hallId, ticketId))) ??
      (await ownHomeVisit(this.prisma, link));
    if (!show) throw new NotFoundException('no such booking');
    return lookAt(this.ledger, hallId, (state) => ({ ...headOf(state), ...show(state) }));
  }
}
