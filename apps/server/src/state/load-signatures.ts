import type { HallState } from '#libs/hall/hall-state';
import type { PrismaClient } from '#prisma/client/client';

/** The signatures that are kept, and until when. */
export async function loadSignatures(prisma: PrismaClient, state: HallState): Promise<void> {
  const rows = await prisma.collection.findMany({
    where: { hallId: state.hallId, purged: false },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, purgeOn: true },
  });
  for (const { id, purgeOn } of rows) state.signatures.set(id, purgeOn);
}
