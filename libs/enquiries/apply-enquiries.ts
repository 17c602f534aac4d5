import type { HallEvent } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import type { EnquiryEvent } from './enquiry-event.js';
import type { Enquiry } from './enquiry.js';

export function applyEnquiries({ enquiries }: HallState, { at }: HallEvent, fact: EnquiryEvent): void {
  if (fact.type === 'enquiries-purged') {
    for (const id of fact.enquiryIds) enquiries.delete(id);
    return;
  }
  if (fact.type === 'enquiry-logged') {
    enquiries.set(fact.enquiryId, logged(fact, at));
    return;
  }
  const before = enquiries.get(fact.enquiryId);
  if (before) enquiries.set(before.id, moved(before, fact, at));
}

function logged(fact: Extract<EnquiryEvent, { type: 'enquiry-logged' }>, loggedAt: Date): Enquiry {
  const { type: _type, enquiryId: id, dueAt, ...rest } = fact;
  return {
    ...{ id, ...rest, loggedAt, dueAt: new Date(dueAt), status: 'open', warm: false, overdue: false },
    ...{ toPersonId: null, toDepartmentId: null, repliedAt: null, closedAt: null },
    ...{ outcome: null, departmentId: null, purgeOn: null },
  };
}

type Move = Exclude<EnquiryEvent, { type: 'enquiry-logged' | 'enquiries-purged' }>;

function moved(enquiry: Enquiry, fact: Move, at: Date): Enquiry {
  switch (fact.type) {
    case 'enquiry-handed-over': {
      const { toPersonId, toDepartmentId, warm } = fact;
      const to = { toPersonId, toDepartmentId, warm, dueAt: new Date(fact.dueAt) };
      return { ...enquiry, ...to, status: 'handed-over', overdue: false };
    }
    case 'enquiry-replied':
      return { ...enquiry, status: 'replied', repliedAt: at };
    case 'enquiry-closed': {
      const { outcome, departmentId, purgeOn } = fact;
      const repliedAt = enquiry.repliedAt ?? at;
      return { ...enquiry, status: 'closed', closedAt: at, repliedAt, outcome, departmentId, purgeOn };
    }
    case 'enquiry-overdue':
      return { ...enquiry, overdue: true };
  }
}
