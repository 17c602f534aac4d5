import { NotFoundException } from '@nestjs/common';
import type { HallState } from '#libs/hall/hall-state';
import type { Ledger } from '../ledger/ledger.js';

/** A look at a hall that may be named by anybody: an unknown one is a 404. */
export async function lookAt<T>(ledger: Ledger, hallId: string, look: (state: HallState) => T): Promise<T> {
  const halls = await ledger.halls();
  if (!halls.some(({ id }) => id === hallId)) throw new NotFoundException('no such hall');
  return ledger.hall(hallId, look);
}

/** What the head and foot of a visitor's page tell of the hall. */
export const headOf = ({ config: { name, nameEn, timeZone, complaintPhone } }: HallState) => ({
  ...{ hallName: name, hallNameEn: nameEn, timeZone, complaintPhone },
});
