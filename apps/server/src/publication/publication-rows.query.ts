import { z } from 'zod';
import { publicationDocument, type PublicPublication } from '#libs/contracts/publications';
import type { PublicationDocument } from '#libs/publication/document';
import { RULINGS, shownDocument, type Rulings } from '#libs/publication/screening';
import type { Publication as PublicationRow } from '#prisma/client/client';
import type { PrismaClient } from '#prisma/client/client';

const PUBLIC = ['published', 'ended'];
/** A list is not longer: the newest stand first. */
const MOST = 2_000;

const storedRulings = z.record(z.string(), z.enum(RULINGS));
export const rulingsOf = ({ rulings }: { rulings: string }): Rulings =>
  storedRulings.parse(JSON.parse(rulings));

/** The words of each as its version in force has them. */
export async function documentsOf(
  prisma: PrismaClient,
  rows: readonly Pick<PublicationRow, 'id' | 'version'>[],
): Promise<Map<string, PublicationDocument>> {
  const versions = await prisma.publicationVersion.findMany({
    where: { publicationId: { in: rows.map(({ id }) => id) } },
    select: { publicationId: true, version: true, document: true },
  });
  const inForce = new Map(rows.map(({ id, version }) => [id, version]));
  return new Map(
    versions
      .filter(({ publicationId, version }) => inForce.get(publicationId) === version)
      .map(({ publicationId, document }) => [publicationId, publicationDocument.parse(JSON.parse(document))]),
  );
}

/** What anybody may read, newest first, private words masked as they were ruled (requirements 105, 107). */
export async function publicPublications(prisma: PrismaClient, hallId: string): Promise<PublicPublication[]> {
  const rows = await prisma.publication.findMany({
    where: { hallId, state: { in: PUBLIC } },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    take: MOST,
  });
  const documents = await documentsOf(prisma, rows);
  return rows.flatMap((row) => {
    const document = documents.get(row.id);
    if (!document || !row.publishedAt) return [];
    return [
      {
        ...{ publicationId: row.id, version: row.version, hash: row.hash, correctsId: row.correctsId },
        document: shownDocument(document, rulingsOf(row)),
        publishedAt: row.publishedAt.toISOString(),
        endsAt: row.endsAt?.toISOString() ?? null,
        rolling: row.state === 'published',
      },
    ];
  });
}
