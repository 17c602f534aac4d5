import type { EnquiryEvent } from '#libs/enquiries/enquiry-event';
import type { Attachment } from '#libs/hall/decision';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { Row, RowWrite } from '../ledger/row-writes.js';

/** What is left of a row after its day: how it went, and no word of it. */
const EMPTIED: Row = { question: null, reply: null, note: null, purged: true };

export function projectEnquiries(
  { hallId, enquiries }: HallState,
  { at }: HallEvent,
  fact: EnquiryEvent,
  attachment: Attachment | undefined,
): RowWrite[] {
  const set = (id: string, row: Row): RowWrite => ({ table: 'enquiry', write: 'set', by: { id }, row });
  if (fact.type === 'enquiries-purged') return fact.enquiryIds.map((id) => set(id, EMPTIED));
  const { enquiryId: id } = fact;
  const words = attachment?.kind === 'sealed' ? (attachment.texts[id] ?? null) : null;
  switch (fact.type) {
    case 'enquiry-logged': {
      const { type: _type, enquiryId: _id, ...columns } = fact;
      const row = {
        ...{ id, hallId, ...columns, loggedAt: at, question: words, reply: null, note: null, purged: false },
        ...{ status: 'open', warm: false, overdue: false, toPersonId: null, toDepartmentId: null },
        ...{ repliedAt: null, closedAt: null, outcome: null, departmentId: null, purgeOn: null },
      };
      return [{ table: 'enquiry', write: 'insert', row }];
    }
    case 'enquiry-handed-over': {
      const { toPersonId, toDepartmentId, warm, dueAt } = fact;
      return [set(id, { toPersonId, toDepartmentId, warm, dueAt, status: 'handed-over', overdue: false })];
    }
    case 'enquiry-replied':
      return [set(id, { status: 'replied', repliedAt: at, reply: words })];
    case 'enquiry-closed': {
      const { outcome, departmentId, purgeOn } = fact;
      const repliedAt = enquiries.get(id)?.repliedAt ?? at;
      return [
        set(id, { status: 'closed', closedAt: at, repliedAt, outcome, departmentId, purgeOn, note: words }),
      ];
    }
    case 'enquiry-overdue':
      return [set(id, { overdue: true })];
  }
}
