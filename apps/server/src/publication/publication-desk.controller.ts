import { Controller, Get, Param, Req } from '@nestjs/common';
import { z } from 'zod';
import { businessDay } from '#libs/calendar/business-day';
import type { PublicationDesk, PublicationDetail } from '#libs/contracts/publications';
import { isOpen } from '#libs/publication/publication';
import { shownDocument } from '#libs/publication/screening';
import { Refusal } from '#libs/refusal';
import { PrismaClient } from '#prisma/client/client';
import type { KnownRequest } from '../access/door.guard.js';
import { Door } from '../access/door.js';
import { Clock } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';
import { findingsOf, mayTake, proofDays, readsWhole, rowOf } from './publication-detail.view.js';
import { documentsOf } from './publication-rows.query.js';

const hall = z.object({ hallId: z.string() });
const one = hall.extend({ publicationId: z.string() });
/** A list shows all on their way, and of the others the newest. */
const OTHERS_SHOWN = 200;

const personOf = ({ known }: KnownRequest) => {
  if (known?.actor.kind !== 'person') throw new Refusal('not-allowed');
  return known.actor;
};

/** Publications as the staff work on them (requirements 102, 103, 104, 106). */
@Controller('api')
export class PublicationDeskController {
  constructor(
    private readonly ledger: Ledger,
    private readonly prisma: PrismaClient,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  @Get('halls/:hallId/publication-desk')
  @Door('publication.work')
  async desk(
    @Param({ schema: hall }) { hallId }: z.infer<typeof hall>,
    @Req() request: KnownRequest,
  ): Promise<PublicationDesk> {
    const actor = personOf(request);
    const { config, publications } = await this.ledger.hall(hallId, ({ config, publications }) => {
      const all = [...publications.values()].reverse();
      const others = all.filter((each) => !isOpen(each)).slice(0, OTHERS_SHOWN);
      return { config, publications: [...all.filter(isOpen), ...others] };
    });
    const at = this.clock.now();
    const documents = await documentsOf(this.prisma, publications);
    const asked = { actor, directory: this.directory, at };
    return {
      timeZone: config.timeZone,
      today: businessDay(at, config.timeZone),
      publications: publications.flatMap((publication) => {
        const document = documents.get(publication.id);
        return document ? [rowOf(config, { publication, document }, asked)] : [];
      }),
    };
  }

  @Get('halls/:hallId/publication-desk/:publicationId')
  @Door('publication.work')
  async detail(
    @Param({ schema: one }) { hallId, publicationId }: z.infer<typeof one>,
    @Req() request: KnownRequest,
  ): Promise<PublicationDetail> {
    const actor = personOf(request);
    const { config, publication } = await this.ledger.hall(hallId, ({ config, publications }) => ({
      ...{ config, publication: publications.get(publicationId) },
    }));
    const document = publication && (await documentsOf(this.prisma, [publication])).get(publicationId);
    if (!publication || !document) throw new Refusal('publication-unknown');
    const told = { publication, document };
    const at = this.clock.now();
    const whole = readsWhole(publication, actor);
    const { version, hash, correctsId, correctionId, rulings } = publication;
    return {
      ...rowOf(config, told, { actor, directory: this.directory, at }),
      ...{ version, hash, correctsId, correctionId, whole },
      document: whole ? document : shownDocument(document, rulings),
      findings: findingsOf(told, whole),
      steps: await this.#steps(publicationId),
      may: mayTake(publication, actor),
      proof: proofDays(publication, await this.#log(publicationId), { config, at }),
    };
  }

  async #steps(publicationId: string): Promise<PublicationDetail['steps']> {
    const rows = await this.prisma.publicationStep.findMany({
      where: { publicationId },
      orderBy: { sequence: 'asc' },
    });
    return rows.map(({ step, version, personId, reason, at }) => ({
      ...{ step, version, reason, at: at.toISOString() },
      name: personId && (this.directory.person(personId)?.name ?? ''),
    }));
  }

  #log(publicationId: string) {
    return this.prisma.displayLog.findMany({
      where: { publicationId },
      orderBy: { from: 'asc' },
      select: { deviceId: true, from: true, to: true, seconds: true },
    });
  }
}
