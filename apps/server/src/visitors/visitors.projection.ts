import type { Attachment } from '#libs/hall/decision';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { PersonEvent } from '#libs/persons/person-event';
import type { Row, RowWrite } from '../ledger/row-writes.js';

/** What is left of a row after its day: that there was one. */
const EMPTIED: Row = {
  ...{ name: null, idNumber: null, phone: null, address: null, idNumberHash: null, phoneHash: null },
  purged: true,
};

export function projectVisitors(
  { hallId }: HallState,
  { at }: HallEvent,
  fact: PersonEvent,
  attachment: Attachment | undefined,
): RowWrite[] {
  switch (fact.type) {
    case 'visitor-recorded': {
      const { visitorId: id, purgeOn } = fact;
      const visitor = attachment?.kind === 'sealed' ? attachment.visitors[id] : undefined;
      if (!visitor) return [];
      const { birthDate: _birthDate, ...columns } = visitor;
      const row = { id, hallId, ...columns, recordedAt: at, purgeOn, purged: false };
      return [{ table: 'visitor', write: 'insert', row }];
    }
    case 'agent-registered': {
      const { type: _type, batchId: id, ...columns } = fact;
      return [{ table: 'agent_batch', write: 'insert', row: { id, hallId, ...columns, at } }];
    }
    case 'visitors-purged':
      return fact.visitorIds.map((id) => ({ table: 'visitor', write: 'set', by: { id }, row: EMPTIED }));
    case 'visitor-revealed':
      return [];
  }
}
