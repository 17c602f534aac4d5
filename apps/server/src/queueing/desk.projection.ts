import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { DeskEvent } from '#libs/queueing/desk-event';
import type { Row, RowWrite } from '../ledger/row-writes.js';

export function projectDesk({ hallId }: HallState, { at }: HallEvent, fact: DeskEvent): RowWrite[] {
  const counter = (counterId: string, row: Row): RowWrite[] => [
    { table: 'counter_state', write: 'put', row: { counterId, hallId, ...row } },
  ];
  switch (fact.type) {
    case 'session-opened': {
      const { sessionId: id, personId, counterId, tokenHash } = fact;
      const row = { id, hallId, personId, counterId, tokenHash, openedAt: at, closedAt: null, cause: null };
      return [{ table: 'staff_session', write: 'insert', row }];
    }
    case 'session-closed':
      return [
        {
          table: 'staff_session',
          write: 'set',
          by: { id: fact.sessionId },
          row: { closedAt: at, cause: fact.cause },
        },
      ];
    case 'counter-paused':
      return counter(fact.counterId, { pausedFor: fact.reason, pausedAt: at });
    case 'counter-reopened':
      return counter(fact.counterId, { pausedFor: null, pausedAt: null });
    case 'help-asked':
      return counter(fact.counterId, { helpAskedAt: at });
    case 'help-cleared':
      return counter(fact.counterId, { helpAskedAt: null });
  }
}
