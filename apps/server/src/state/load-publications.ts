import { z } from 'zod';
import { publicationDocument } from '#libs/contracts/publications';
import type { HallState } from '#libs/hall/hall-state';
import { PUBLICATION_KINDS } from '#libs/publication/document';
import { isOpen, isShown, PUBLICATION_STATES } from '#libs/publication/publication';
import { RULINGS } from '#libs/publication/screening';
import type { PrismaClient } from '#prisma/client/client';

const storedRulings = z.record(z.string(), z.enum(RULINGS));

/** All publications; their words where they are on their way or on the screens. */
export async function loadPublications(prisma: PrismaClient, state: HallState): Promise<void> {
  const rows = await prisma.publication.findMany({
    where: { hallId: state.hallId },
    orderBy: [{ draftedAt: 'asc' }, { id: 'asc' }],
    omit: { hallId: true },
  });
  const words = await wordsOf(
    prisma,
    rows.filter(({ state: stands }) => needsWords(stands)).map(({ id }) => id),
  );
  for (const row of rows) {
    const kind = PUBLICATION_KINDS.find((known) => known === row.kind);
    const stands = PUBLICATION_STATES.find((known) => known === row.state);
    if (!kind || !stands) continue;
    const stored = words.get(`${row.id} ${row.version}`);
    state.publications.set(row.id, {
      ...{ ...row, kind, state: stands, rulings: storedRulings.parse(JSON.parse(row.rulings)) },
      document: stored === undefined ? null : publicationDocument.parse(JSON.parse(stored)),
    });
  }
}

const needsWords = (stored: string): boolean => {
  const state = PUBLICATION_STATES.find((known) => known === stored);
  return state !== undefined && (isOpen({ state }) || isShown({ state }));
};

/** By `<id> <version>`. */
async function wordsOf(prisma: PrismaClient, ids: string[]): Promise<Map<string, string>> {
  const rows = await prisma.publicationVersion.findMany({
    where: { publicationId: { in: ids } },
    select: { publicationId: true, version: true, document: true },
  });
  return new Map(
    rows.map(({ publicationId, version, document }) => [`${publicationId} ${version}`, document]),
  );
}
