import { z } from 'zod';
import type { TicketHistory } from '#libs/contracts/rest';
import { CALL_RULES } from '#libs/queueing/call-reason';
import type { HallConfig } from '#libs/hall/config';
import type { PrismaClient } from '#prisma/client/client';
import type { Directory } from '../state/directory.js';

/** What a history may tell of a fact: codes and numbers. A rating's level and reasons are nobody's business here. */
const TOLD = [
  'number',
  'reason',
  'outcome',
  'round',
  'cause',
  'ending',
  'reprint',
  'toDay',
  'decidedBy',
  'batchSize',
  'receipt',
  'by',
] as const;

/** Why a ticket was called (libs/queueing/call-reason.ts). Calls from before it was kept have none. */
const whyCalled = z.object({
  rule: z.enum(CALL_RULES),
  groupId: z.string().nullable(),
  // calls from before bookings were known name none
  appointmentId: z.string().nullable().default(null),
  rank: z.number(),
  otherRank: z.number().nullable(),
});

const record = z.object({ fact: z.looseObject({ type: z.string() }) });

type Step = TicketHistory['steps'][number];

/** Every step of a ticket, oldest first, out of the chain itself. */
export async function historySteps(
  prisma: PrismaClient,
  ticket: { hallId: string; ticketId: string },
  { config, directory }: { config: HallConfig; directory: Directory },
): Promise<Step[]> {
  const events = await prisma.event.findMany({
    where: { ledgerId: ticket.hallId, ticketId: ticket.ticketId },
    orderBy: { sequence: 'asc' },
  });
  return events.map((event) => {
    const { fact } = record.parse(JSON.parse(event.record));
    const counter = config.counters.find(({ id }) => id === (fact['counterId'] ?? fact['fromCounterId']));
    const personId = fact['personId'];
    return {
      sequence: event.sequence,
      at: event.at.toISOString(),
      type: event.type,
      counterNumber: counter?.number ?? null,
      staffName: typeof personId === 'string' ? (directory.person(personId)?.name ?? null) : null,
      actorName: actorName(event.actor, config, directory),
      configVersion: event.configVersion,
      details: told(fact, config),
    };
  });
}

function told(fact: Record<string, unknown>, config: HallConfig): Step['details'] {
  const details: Step['details'] = {};
  for (const name of TOLD) {
    const value = fact[name];
    if (typeof value === 'string' || typeof value === 'number') details[name] = value;
    if (typeof value === 'boolean') details[name] = value ? 1 : 0;
  }
  const nextQueueId = fact['nextQueueId'] ?? fact['toQueueId'];
  const toCounter = config.counters.find(({ id }) => id === fact['toCounterId']);
  const toQueue = config.queues.find(({ id }) => id === nextQueueId);
  if (toCounter) details['toCounter'] = toCounter.number;
  if (toQueue) details['toQueue'] = toQueue.name;
  const groupId = fact['groupId'];
  if (typeof groupId === 'string') details['group'] = groupName(groupId, config);
  const why = whyCalled.safeParse(fact['why']).data;
  if (why) Object.assign(details, toldWhy(why, config));
  return details;
}

function toldWhy(
  { rule, groupId, appointmentId, rank, otherRank }: z.infer<typeof whyCalled>,
  config: HallConfig,
) {
  return {
    ...{ rule, rank },
    ...(otherRank === null ? {} : { otherRank }),
    ...(appointmentId === null ? {} : { appointment: 1 }),
    ...(groupId === null ? {} : { group: groupName(groupId, config) }),
  };
}

const groupName = (groupId: string, { callOrder }: HallConfig): string =>
  callOrder.groups.find(({ id }) => id === groupId)?.name ?? groupId;

function actorName(actor: string, config: HallConfig, directory: Directory): string {
  const [kind, id = ''] = actor.split(':');
  if (kind === 'person') return directory.person(id)?.name ?? id;
  if (kind === 'device') return config.devices.find((device) => device.id === id)?.name ?? id;
  return kind ?? actor;
}
