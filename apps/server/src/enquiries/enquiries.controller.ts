import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { enquiryFiguresQuery, type EnquiryDesk } from '#libs/contracts/enquiries';
import type { Enquiry } from '#libs/enquiries/enquiry';
import { enquiryFigures, type EnquiryFigures } from '#libs/enquiries/figures';
import { isPartOf } from '#libs/enquiries/own-enquiry';
import type { HallState } from '#libs/hall/hall-state';
import { Refusal } from '#libs/refusal';
import { PrismaClient } from '#prisma/client/client';
import type { KnownRequest } from '../access/door.guard.js';
import { Door } from '../access/door.js';
import { may } from '../access/permissions.js';
import { VisitorVault } from '../access/visitor-vault.js';
import { Clock } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';
import { enquiryCard, openEnquiries } from '../state/enquiry-card.js';
import { enquiryWords, NO_WORDS } from './enquiry-words.query.js';

const hall = z.object({ hallId: z.string() });

/** What was asked, for whoever was asked or has to reply; and how much of it there is. */
@Controller('api')
export class EnquiriesController {
  constructor(
    private readonly ledger: Ledger,
    private readonly prisma: PrismaClient,
    private readonly vault: VisitorVault,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  @Get('halls/:hallId/enquiries')
  @Door('enquiry.work')
  async desk(
    @Param({ schema: hall }) { hallId }: z.infer<typeof hall>,
    @Req() { known }: KnownRequest,
  ): Promise<EnquiryDesk> {
    const { directory, prisma, vault } = this;
    const actor = known?.actor;
    if (actor?.kind !== 'person') throw new Refusal('not-allowed');
    const { desk, cards } = await this.ledger.hall(hallId, (state) => {
      const own = openEnquiries(state).filter((one) => isPartOf(one, actor));
      return {
        desk: deskOf(state, directory),
        cards: own.map((one) => ({
          one,
          card: enquiryCard(state, one, directory),
          ticketNumber: state.tickets.get(one.ticketId ?? '')?.number ?? null,
        })),
      };
    });
    const words = await enquiryWords(
      { prisma, vault },
      hallId,
      cards.map(({ one }) => one),
    );
    return {
      ...desk,
      mayLog: may(actor, 'enquiry.log'),
      enquiries: cards.map(({ one, card, ticketNumber }) => ({
        ...{ ...card, ...(words.get(one.id) ?? NO_WORDS), ticketNumber },
        mine: concerns(one, actor.personId),
      })),
    };
  }

  /** Requirements 33, 37. */
  @Get('halls/:hallId/enquiries/figures')
  @Door('enquiry.count')
  async figures(
    @Param({ schema: hall }) { hallId }: z.infer<typeof hall>,
    @Query({ schema: enquiryFiguresQuery }) { from, to }: z.infer<typeof enquiryFiguresQuery>,
  ): Promise<EnquiryFigures> {
    const rows = await this.prisma.enquiry.findMany({
      where: { hallId, day: { gte: from, lte: to } },
      select: { day: true, channel: true, outcome: true, dueAt: true, repliedAt: true },
    });
    return enquiryFigures(rows, this.clock.now());
  }
}

const concerns = ({ ownerId, toPersonId, status }: Enquiry, personId: string): boolean =>
  status === 'handed-over' && toPersonId !== null ? toPersonId === personId : ownerId === personId;

function deskOf(
  { hallId, config }: HallState,
  directory: Directory,
): Omit<EnquiryDesk, 'mayLog' | 'enquiries'> {
  const { timeZone, complaintPhone, guideDesk, guideDeskEn, enquiries, queues } = config;
  return {
    ...{ timeZone, complaintPhone, guideDesk, guideDeskEn, ...enquiries },
    topics: queues.map(({ id: queueId, name, nameEn, matterIds }) => ({
      ...{ queueId, name, nameEn },
      matters: matterIds.flatMap((id) => {
        const matter = directory.matter(id);
        return matter ? [{ id, name: matter.name, nameEn: matter.nameEn }] : [];
      }),
    })),
    colleagues: directory.colleagues(hallId).map(({ id: personId, name }) => ({ personId, name })),
  };
}
