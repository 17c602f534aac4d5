import type { EnquiryChannel, EnquiryOutcome } from './enquiry.js';

/** About enquiries: ids and codes. What was asked and answered is in rows that can be emptied. */
export type EnquiryEvent =
  | {
      type: 'enquiry-logged';
      enquiryId: string;
      day: string;
      channel: EnquiryChannel;
      queueId: string | null;
      matterId: string | null;
      ticketId: string | null;
      ownerId: string;
      visitorId: string | null;
      /** ISO instant. */
      dueAt: string;
    }
  | {
      type: 'enquiry-handed-over';
      enquiryId: string;
      toPersonId: string | null;
      toDepartmentId: string | null;
      warm: boolean;
      dueAt: string;
    }
  | { type: 'enquiry-replied'; enquiryId: string; personId: string }
  | {
      type: 'enquiry-closed';
      enquiryId: string;
      personId: string;
      outcome: EnquiryOutcome;
      departmentId: string | null;
      purgeOn: string;
    }
  | { type: 'enquiry-overdue'; enquiryId: string }
  /** Their rows hold no words any more. */
  | { type: 'enquiries-purged'; enquiryIds: string[] };
