import { lapsesAt } from '../appointments/lapse-bookings.js';
import { awaitsReply } from '../enquiries/enquiry.js';
import { slipDeadline } from '../fleet/slip.js';
import { selfTestDue } from '../fleet/self-test.js';
import { dayEnds } from '../queueing/close-day.js';
import type { HallState } from './hall-state.js';

/** Commands the system gives by itself when their time has come. */
export const DUE_COMMANDS = [
  'lapse-invitations',
  'expire-slips',
  'lapse-bookings',
  'flag-enquiries',
  'begin-self-test',
  'end-publications',
  'close-day',
] as const;
export type DueCommand = (typeof DUE_COMMANDS)[number];

export interface Due {
  command: DueCommand;
  at: Date;
}

/** What is due next in a hall. Computed from the state, so that nothing is lost in a crash: there is no timer to lose. */
export function nextDue(state: HallState): Due {
  const due: Due[] = [{ command: 'close-day', at: dayEnds(state) }];
  for (const invitation of state.invitations.values())
    if (invitation.ending === null) due.push({ command: 'lapse-invitations', at: invitation.endsAt });
  for (const job of state.slips.values())
    if (job.outcome === null) due.push({ command: 'expire-slips', at: slipDeadline(job) });
  for (const booking of state.bookings.values())
    if (booking.status === 'booked') due.push({ command: 'lapse-bookings', at: lapsesAt(booking) });
  for (const enquiry of state.enquiries.values())
    if (awaitsReply(enquiry) && !enquiry.overdue) due.push({ command: 'flag-enquiries', at: enquiry.dueAt });
  const selfTest = selfTestDue(state);
  if (selfTest) due.push({ command: 'begin-self-test', at: selfTest });
  for (const { state: stands, endsAt } of state.publications.values())
    if (stands === 'published' && endsAt !== null) due.push({ command: 'end-publications', at: endsAt });
  return due.reduce((first, other) => (other.at < first.at ? other : first));
}
