import type { EnquiryCard } from '#libs/contracts/enquiries';
import type { Enquiry } from '#libs/enquiries/enquiry';
import type { HallState } from '#libs/hall/hall-state';
import type { Directory } from './directory.js';

/** Those that are not closed, the next due first. */
export const openEnquiries = ({ enquiries }: HallState): Enquiry[] =>
  [...enquiries.values()]
    .filter(({ status }) => status !== 'closed')
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());

/** An enquiry as screens may tell it: no word of what was asked. */
export function enquiryCard({ config }: HallState, enquiry: Enquiry, directory: Directory): EnquiryCard {
  const { id: enquiryId, channel, status, warm, overdue, toPersonId, toDepartmentId } = enquiry;
  const queue = config.queues.find(({ id }) => id === enquiry.queueId);
  const topic = (enquiry.matterId && directory.matter(enquiry.matterId)) || queue;
  const department = config.enquiries.departments.find(({ id }) => id === toDepartmentId);
  const toName = (toPersonId && directory.person(toPersonId)?.name) || department?.name;
  return {
    ...{ enquiryId, channel, status, warm, overdue, toName: toName ?? null },
    topic: topic?.name ?? null,
    topicEn: topic?.nameEn ?? null,
    ownerName: directory.person(enquiry.ownerId)?.name ?? '',
    loggedAt: enquiry.loggedAt.toISOString(),
    dueAt: enquiry.dueAt.toISOString(),
  };
}
