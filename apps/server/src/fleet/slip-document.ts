import { localTime } from '#libs/calendar/business-day';
import type { SlipJob as SlipJobMessage } from '#libs/contracts/slip';
import type { HallState, SlipJob } from '#libs/hall/hall-state';
import type { Ticket } from '#libs/queueing/ticket';
import type { Directory } from '../state/directory.js';

/** A job as the printer's agent gets it: every word of the slip, ready to print. */
export function slipMessage(
  state: HallState,
  job: SlipJob,
  ticket: Ticket,
  { directory, followUrl }: { directory: Directory; followUrl: string },
): SlipJobMessage {
  const { config } = state;
  const queue = config.queues.find(({ id }) => id === ticket.queueId);
  const { day, time } = localTime(ticket.issuedAt, config.timeZone);
  return {
    jobId: job.id,
    printerId: job.printerId,
    expiresAt: job.expiresAt.toISOString(),
    document: {
      hallName: config.name,
      number: ticket.number,
      queueName: queue?.name ?? '',
      matterName: (ticket.matterId && directory.matter(ticket.matterId)?.name) ?? null,
      zoneName: config.zones.find(({ id }) => id === queue?.zoneId)?.name ?? '',
      ahead: job.ahead,
      issuedAt: `${day} ${time}`,
      followUrl,
      hints: config.slipHints,
      complaintPhone: config.complaintPhone,
      reprint: job.reprint,
    },
  };
}
