import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { HomeVisitEvent } from '#libs/home-visits/home-visit-event';
import type { Row, RowWrite } from '../ledger/row-writes.js';

export function projectHomeVisits(
  { hallId }: HallState,
  { at }: HallEvent,
  fact: HomeVisitEvent,
): RowWrite[] {
  const set = (row: Row): RowWrite[] => [
    { table: 'home_visit', write: 'set', by: { id: fact.homeVisitId }, row },
  ];
  switch (fact.type) {
    case 'home-visit-requested': {
      const { type: _type, homeVisitId: id, ...columns } = fact;
      const row = { id, hallId, ...columns, requestedAt: at, status: 'requested' };
      return [{ table: 'home_visit', write: 'insert', row }];
    }
    case 'home-visit-scheduled': {
      const { day, half, cancelUntil, personId } = fact;
      return set({ day, half, cancelUntil, personId, status: 'scheduled' });
    }
    case 'home-visit-done':
      return set({ status: 'done' });
    case 'home-visit-declined':
      return set({ status: 'declined', reason: fact.reason });
    case 'home-visit-cancelled':
      return set({ status: 'cancelled' });
  }
}
