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
      if (attachment?.kind !== 'visitor') return [];
      const { birthDate: _birthDate, ...columns } = attachment.visitor;
      const { visitorId: id, purgeOn } = fact;
      const row = { id, hallId, ...columns, recordedAt: at, purgeOn, purged: false };
      return [{ table: 'visitor', write: 'insert', row }];
    }
    case 'visitors-purged':
      return fact.visitorIds.map((id) => ({ table: 'visitor', write: 'set', by: { id }, row: EMPTIED }));
    case 'visitor-revealed':
      return [];
  }
}
