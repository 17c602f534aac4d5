import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { z } from 'zod';
import { revealVisitorBody } from '#libs/contracts/commands';
import type { FoundVisitor, VisitorTold } from '#libs/contracts/rest';
import { visitorInput } from '#libs/contracts/visitor';
import type { HallState } from '#libs/hall/hall-state';
import { maskedAddress, maskedName, maskedNumber, maskedPhone } from '#libs/persons/masked';
import { ID_KINDS, samePerson, type PersonHashes, type PlainVisitor } from '#libs/persons/visitor';
import { Refusal } from '#libs/refusal';
import { PrismaClient } from '#prisma/client/client';
import { CommandDoor } from '../access/command-door.js';
import type { KnownRequest } from '../access/door.guard.js';
import { Door } from '../access/door.js';
import { VisitorVault } from '../access/visitor-vault.js';
import { Ledger } from '../ledger/ledger.js';

const hall = z.object({ hallId: z.string() });
const one = hall.extend({ visitorId: z.string() });
const why = revealVisitorBody.pick({ reason: true });

/** Who visitors are: found by phone or document, shown masked, shown whole only with a reason that stays. */
@Controller('api')
export class VisitorsController {
  constructor(
    private readonly ledger: Ledger,
    private readonly prisma: PrismaClient,
    private readonly vault: VisitorVault,
    private readonly door: CommandDoor,
  ) {}

  /** A question, asked by POST so that what is typed stands in no address. */
  @Post('halls/:hallId/visitors/find')
  @HttpCode(200)
  @Door('visitor.find')
  find(
    @Param({ schema: hall }) { hallId }: z.infer<typeof hall>,
    @Body({ schema: visitorInput }) said: z.infer<typeof visitorInput>,
  ): Promise<FoundVisitor> {
    const person = this.vault.seal(hallId, { ...said, address: null });
    return this.ledger.hall(hallId, (state) => found(state, person));
  }

  @Get('halls/:hallId/visitors/:visitorId')
  @Door('visitor.find')
  async masked(@Param({ schema: one }) { hallId, visitorId }: z.infer<typeof one>): Promise<VisitorTold> {
    const { name, idKind, idNumber, phone, address } = await this.#read(hallId, visitorId);
    return {
      idKind,
      name: name && maskedName(name),
      idNumber: idNumber && maskedNumber(idNumber),
      phone: phone && maskedPhone(phone),
      address: address && maskedAddress(address),
    };
  }

  @Post('halls/:hallId/visitors/:visitorId/reveal')
  @HttpCode(200)
  @Door('visitor.reveal')
  async reveal(
    @Param({ schema: one }) { hallId, visitorId }: z.infer<typeof one>,
    @Body({ schema: why }) { reason }: z.infer<typeof why>,
    @Req() { known }: KnownRequest,
  ): Promise<VisitorTold> {
    await this.door.give(hallId, 'reveal-visitor', { visitorId, reason }, known?.actor);
    return this.#read(hallId, visitorId);
  }

  async #read(hallId: string, visitorId: string): Promise<PlainVisitor> {
    const row = await this.prisma.visitor.findFirst({ where: { id: visitorId, hallId, purged: false } });
    const idKind = ID_KINDS.find((kind) => kind === row?.idKind);
    if (!row || !idKind) throw new Refusal('visitor-unknown');
    return this.vault.open(hallId, { ...row, idKind });
  }
}

/** The open tickets and standing bookings of a person. */
function found({ visitors, tickets, bookings }: HallState, person: PersonHashes): FoundVisitor {
  const is = (visitorId: string | null): boolean => {
    const known = visitors.get(visitorId ?? '');
    return known !== undefined && samePerson(known, person);
  };
  return {
    ticketIds: [...tickets.values()].filter(({ visitorId }) => is(visitorId)).map(({ id }) => id),
    bookings: [...bookings.values()]
      .filter(({ visitorId, status }) => status === 'booked' && is(visitorId))
      .sort((one, other) => one.opensAt.getTime() - other.opensAt.getTime())
      .map(({ id, queueId, day, from, to, opensAt, closesAt }) => ({
        ...{ bookingId: id, queueId, day, from, to },
        ...{ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
      })),
  };
}
