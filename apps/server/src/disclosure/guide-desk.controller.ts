import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { z } from 'zod';
import { businessDay } from '#libs/calendar/business-day';
import { guideDocument, type GuideDesk, type GuideHistory, type GuideRow } from '#libs/contracts/guides';
import { inForceOn, standing } from '#libs/disclosure/apply-guides';
import { WITHDRAW_REASONS, type Guide } from '#libs/disclosure/guide';
import { givenByHall, missingItems } from '#libs/disclosure/public-lists';
import type { HallState } from '#libs/hall/hall-state';
import { PrismaClient } from '#prisma/client/client';
import { Door } from '../access/door.js';
import { Clock } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';

const hall = z.object({ hallId: z.string() });
const oneGuide = hall.extend({ guideId: z.string() });
const headings = z.object({ name: z.string(), authority: z.string() });

/** The guides as those who make them see them: drafts too, what is empty, and what came before (requirement 106). */
@Controller('api')
export class GuideDeskController {
  constructor(
    private readonly ledger: Ledger,
    private readonly prisma: PrismaClient,
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  @Get('halls/:hallId/guide-desk')
  @Door('guide.write')
  async desk(@Param({ schema: hall }) { hallId }: z.infer<typeof hall>): Promise<GuideDesk> {
    const { directory } = this;
    const desk = await this.ledger.hall(hallId, (state) => deskOf(state, directory, this.clock.now()));
    const newest = await this.prisma.guideVersion.findMany({
      where: { hallId },
      orderBy: { version: 'desc' },
      distinct: ['guideId'],
      select: { guideId: true, document: true },
    });
    const words = new Map(
      newest.map(({ guideId, document }) => [guideId, headings.parse(JSON.parse(document))]),
    );
    const none = { name: '', authority: '' };
    return { ...desk, guides: desk.guides.map((row) => ({ ...row, ...(words.get(row.guideId) ?? none) })) };
  }

  @Get('halls/:hallId/guide-desk/:guideId')
  @Door('guide.write')
  async history(
    @Param({ schema: oneGuide }) { hallId, guideId }: z.infer<typeof oneGuide>,
  ): Promise<GuideHistory> {
    const rows = await this.prisma.guideVersion.findMany({
      where: { hallId, guideId },
      orderBy: { version: 'desc' },
    });
    const [newest] = rows;
    if (!newest) throw new NotFoundException('no such guide');
    const versions = rows.map((row) => ({
      ...{ version: row.version, effectiveFrom: row.effectiveFrom },
      savedAt: row.savedAt.toISOString(),
      savedBy: this.#nameOf(row.savedBy),
      publishedAt: row.publishedAt?.toISOString() ?? null,
      publishedBy: row.publishedBy === null ? null : this.#nameOf(row.publishedBy),
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      reason: WITHDRAW_REASONS.find((reason) => reason === row.withdrawReason) ?? null,
      document: guideDocument.parse(JSON.parse(row.document)),
    }));
    const document = guideDocument.parse(JSON.parse(newest.document));
    return { guideId, matterId: newest.matterId, document, versions };
  }

  #nameOf(actor: string): string {
    return this.directory.person(actor.replace(/^person:/, ''))?.name ?? actor;
  }
}

function deskOf(state: HallState, directory: Directory, now: Date): GuideDesk {
  const { config } = state;
  const today = businessDay(now, config.timeZone);
  const matterIds = [...new Set(config.queues.flatMap((queue) => queue.matterIds))];
  return {
    ...{ timeZone: config.timeZone, today, list: config.disclosure.list },
    matters: matterIds.flatMap((id) => {
      const matter = directory.matter(id);
      return matter ? [{ id, code: matter.code, name: matter.name }] : [];
    }),
    given: Object.fromEntries(
      ['', ...matterIds].map((id) => [id, givenByHall(config, id === '' ? null : id)]),
    ),
    guides: [...state.guides.values()].map((guide) => rowOf(state, guide, today)),
  };
}

function rowOf({ config }: HallState, guide: Guide, today: string): GuideRow {
  const { id: guideId, code, matterId, versions } = guide;
  const newest = versions.at(-1);
  const coming = standing(guide).find(({ effectiveFrom }) => (effectiveFrom ?? today) > today);
  const given = givenByHall(config, matterId);
  return {
    ...{ guideId, code, matterId, name: '', authority: '', version: newest?.version ?? 0 },
    inForce: inForceOn(guide, today)?.version ?? null,
    coming: coming?.effectiveFrom ? { version: coming.version, effectiveFrom: coming.effectiveFrom } : null,
    withdrawn: versions.some(({ withdrawn }) => withdrawn) && standing(guide).length === 0,
    missing: missingItems(config.disclosure.list, newest?.empty ?? [], given),
  };
}
