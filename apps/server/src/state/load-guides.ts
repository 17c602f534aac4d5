import { GUIDE_PARTS } from '#libs/disclosure/guide';
import type { HallState } from '#libs/hall/hall-state';
import type { PrismaClient } from '#prisma/client/client';

/** Which versions of guides there are; the documents stay in their rows. */
export async function loadGuides(prisma: PrismaClient, state: HallState): Promise<void> {
  const rows = await prisma.guideVersion.findMany({
    where: { hallId: state.hallId },
    orderBy: [{ version: 'asc' }, { guideId: 'asc' }],
    select: {
      ...{ guideId: true, code: true, matterId: true, version: true },
      ...{ empty: true, effectiveFrom: true, withdrawnAt: true },
    },
  });
  for (const { guideId: id, code, matterId, version, effectiveFrom, ...row } of rows) {
    const versions = state.guides.get(id)?.versions ?? [];
    const empty = GUIDE_PARTS.filter((part) => row.empty.includes(part));
    const one = { version, empty, effectiveFrom, withdrawn: row.withdrawnAt !== null };
    state.guides.set(id, { id, code, matterId, versions: [...versions, one] });
  }
}
