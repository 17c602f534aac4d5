import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import { COLLECTED_BY } from '#libs/collections/collection';
import { collectionQuery, type CollectionList, type SignatureShown } from '#libs/contracts/collections';
import { maskedName } from '#libs/persons/masked';
import { ID_KINDS } from '#libs/persons/visitor';
import { Refusal } from '#libs/refusal';
import { PrismaClient } from '#prisma/client/client';
import { CommandDoor } from '../access/command-door.js';
import type { KnownRequest } from '../access/door.guard.js';
import { Door } from '../access/door.js';
import { VisitorVault } from '../access/visitor-vault.js';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';

const hall = z.object({ hallId: z.string() });
const one = hall.extend({ collectionId: z.string() });
/** A hall hands out less than this in a day. */
const MOST = 2_000;

/** The register of what was handed out (requirement 89). */
@Controller('api')
export class CollectionsController {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly vault: VisitorVault,
    private readonly door: CommandDoor,
    private readonly ledger: Ledger,
    private readonly directory: Directory,
  ) {}

  @Get('halls/:hallId/collections')
  @Door('collection.search')
  async list(
    @Param({ schema: hall }) { hallId }: z.infer<typeof hall>,
    @Query({ schema: collectionQuery }) { day, receipt }: z.infer<typeof collectionQuery>,
  ): Promise<CollectionList> {
    const counters = await this.ledger.hall(hallId, ({ config }) => config.counters);
    const rows = await this.prisma.collection.findMany({
      where: { hallId, ...(receipt ? { receipt } : { day: day ?? '' }) },
      orderBy: { at: 'asc' },
      take: MOST,
      omit: { signature: true },
    });
    const numbers = await this.#numbers(rows.map(({ ticketId }) => ticketId));
    const names = await this.#names(
      hallId,
      rows.flatMap(({ visitorId }) => visitorId ?? []),
    );
    return {
      collections: rows.map((row) => ({
        collectionId: row.id,
        ticketNumber: numbers.get(row.ticketId) ?? '',
        receipt: row.receipt,
        by: COLLECTED_BY.find((known) => known === row.by) ?? 'self',
        papers: row.papers,
        at: row.at.toISOString(),
        counterNumber: counters.find(({ id }) => id === row.counterId)?.number ?? null,
        staffName: this.directory.person(row.personId)?.name ?? '',
        collectorName: names.get(row.visitorId ?? '') ?? null,
        signed: !row.purged,
      })),
    };
  }

  @Post('halls/:hallId/collections/:collectionId/signature')
  @HttpCode(200)
  @Door('collection.reveal')
  async signature(
    @Param({ schema: one }) { hallId, collectionId }: z.infer<typeof one>,
    @Req() { known }: KnownRequest,
  ): Promise<SignatureShown> {
    await this.door.give(hallId, 'show-signature', { collectionId }, known?.actor);
    const row = await this.prisma.collection.findFirst({ where: { id: collectionId, hallId } });
    if (!row?.signature) throw new Refusal('collection-unknown');
    return { signature: this.vault.openText(hallId, row.signature) };
  }

  async #numbers(ids: string[]): Promise<Map<string, string>> {
    const rows = await this.prisma.ticket.findMany({
      where: { id: { in: ids } },
      select: { id: true, number: true },
    });
    return new Map(rows.map(({ id, number }) => [id, number]));
  }

  async #names(hallId: string, ids: string[]): Promise<Map<string, string>> {
    const rows = await this.prisma.visitor.findMany({ where: { id: { in: ids }, hallId, purged: false } });
    return new Map(
      rows.flatMap((row) => {
        const idKind = ID_KINDS.find((kind) => kind === row.idKind) ?? 'other';
        const { name } = this.vault.open(hallId, { ...row, idKind });
        return name ? [[row.id, maskedName(name)] as const] : [];
      }),
    );
  }
}
