import { localTime } from '#libs/calendar/business-day';
import type { SlipJob as SlipJobMessage } from '#libs/contracts/slip';
import type { HallState, SlipJob } from '#libs/hall/hall-state';
import type { Ticket } from '#libs/queueing/ticket';
import type { Wait } from '#libs/queueing/expected-wait';
import type { Directory } from '../state/directory.js';

/** A job as the printer's agent gets it: every word of the slip, ready to print. */
export function slipMessage(
  state: HallState,
  job: SlipJob,
  ticket: Ticket,
  { directory, followUrl, wait }: { directory: Directory; followUrl: string; wait: Wait | null },
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
      stops: ticket.route.map((queueId) => config.queues.find(({ id }) => id === queueId)?.name ?? ''),
      ahead: job.ahead,
      wait: waitText(wait),
      issuedAt: `${day} ${time}`,
      followUrl,
      hints: config.slipHints,
      complaintPhone: config.complaintPhone,
      reprint: job.reprint,
    },
  };
}

/** Nothing where nobody can tell, nor where nobody has to wait. */
function waitText(wait: Wait | null): string | null {
  if (wait === null || wait.boundMinutes === 0) return null;
  const { medianMinutes: from, boundMinutes: to } = wait;
  return `预计等候 约 ${from === 0 || from === to ? to : `${from}–${to}`} 分钟`;
}
