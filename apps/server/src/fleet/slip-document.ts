import { localTime } from '#libs/calendar/business-day';
import type { SlipJob as SlipJobMessage } from '#libs/contracts/slip';
import { aheadSentence, aheadSentenceEn, REPRINT_MARK, waitSentence } from '#libs/fleet/slip-sentences';
import { slipDocument, type SlipValues } from '#libs/fleet/slip-template';
import type { HallState, SlipJob } from '#libs/hall/hall-state';
import type { Ticket } from '#libs/queueing/ticket';
import type { Wait } from '#libs/queueing/expected-wait';
import type { Directory } from '../state/directory.js';

interface Known {
  directory: Directory;
  followUrl: string;
  wait: Wait | null;
}

/** A job as the printer's agent gets it: every word of the slip, by the hall's own template, ready to print. */
export const slipMessage = (
  state: HallState,
  job: SlipJob,
  ticket: Ticket,
  known: Known,
): SlipJobMessage => ({
  jobId: job.id,
  printerId: job.printerId,
  expiresAt: job.expiresAt.toISOString(),
  document: slipDocument(state.config.slipTemplate, valuesOf(state, job, ticket, known)),
});

function valuesOf(
  { config }: HallState,
  job: SlipJob,
  ticket: Ticket,
  { directory, followUrl, wait }: Known,
): SlipValues {
  const queueOf = (id: string) => config.queues.find((queue) => queue.id === id);
  const queue = queueOf(ticket.queueId);
  const { day, time } = localTime(ticket.issuedAt, config.timeZone);
  return {
    hall: config.name,
    number: ticket.number,
    queue: queue?.name ?? '',
    matter: (ticket.matterId && directory.matter(ticket.matterId)?.name) ?? '',
    zone: config.zones.find(({ id }) => id === queue?.zoneId)?.name ?? '',
    stops: ticket.route.map((queueId) => queueOf(queueId)?.name ?? '').join(' → '),
    ahead: aheadSentence(job.ahead),
    aheadEn: aheadSentenceEn(job.ahead),
    wait: waitSentence(wait),
    issuedAt: `${day} ${time}`,
    followUrl,
    hints: config.slipHints,
    complaintPhone: config.complaintPhone,
    reprint: job.reprint ? REPRINT_MARK : '',
  };
}
