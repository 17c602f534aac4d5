import { FAULT_KINDS } from '#libs/fleet/fleet-event';
import type { HallState } from '#libs/hall/hall-state';
import type { PrismaClient } from '#prisma/client/client';

/** What devices said, what clerks reported of them, and the last test of them all. */
export async function loadDevices(prisma: PrismaClient, state: HallState): Promise<void> {
  const where = { hallId: state.hallId };
  for (const { deviceId, state: said, cause, at } of await prisma.deviceReport.findMany({ where }))
    state.reports.set(deviceId, { state: said, cause, since: at });
  for (const row of await prisma.deviceFault.findMany({ where: { ...where, clearedAt: null } })) {
    const what = FAULT_KINDS.find((kind) => kind === row.what);
    if (what) state.faults.set(row.deviceId, { what, at: row.at });
  }
  const last = await prisma.selfTest.findUnique({ where });
  if (last) {
    const { hallId: _hallId, ...selfTest } = last;
    state.selfTest = selfTest;
  }
}
