import type { CommandReply } from '#libs/contracts/socket';
import { counterId, GROUPS, queueId } from './day-config.js';
import type { Meanwhile } from './day-plan.js';
import type { DayWorld } from './day-world.js';

/** Somebody with a number, as far as it may be moved or given up. */
interface Waiting {
  readonly ticketId: string | null;
  readonly place: number;
  readonly followUrl: string;
  leave(): void;
  movedTo(queueId: string | null): void;
}

/** What the hall, or its own phone, does with a number that waits. */
export async function whileWaiting(visitor: Waiting, what: Meanwhile, day: DayWorld): Promise<void> {
  if (what === 'moved') return moved(visitor, day);
  const reply = await act(visitor, what, day);
  if (reply.ok && what.startsWith('cancelled')) visitor.leave();
}

function act(
  { ticketId, place, followUrl }: Waiting,
  what: Exclude<Meanwhile, 'moved'>,
  { asking, staffed, hall }: DayWorld,
): Promise<CommandReply> {
  const { guide, chief } = staffed;
  switch (what) {
    case 'marked':
      return asking.byRest(guide, 'mark-group', { ticketId, groupId: GROUPS[place % GROUPS.length] });
    case 'helped':
      return asking.byRest(guide, 'assign-helper', { ticketId, personId: 'person-guide' });
    case 'expedited':
      return asking.byRest(chief, 'expedite', { ticketId, reason: 'emergency' });
    case 'cancelled-at-desk':
      return asking.byRest(guide, 'cancel', { ticketId, reason: 'visitor-left' });
    case 'cancelled-by-phone':
      return cancelledByPhone(ticketId, followUrl, { asking, hall });
  }
}

async function moved(visitor: Waiting, { asking, staffed, size }: DayWorld): Promise<void> {
  const { ticketId, place } = visitor;
  const queue = place % 2 === 0 ? queueId(size.prefixes[place % size.prefixes.length] ?? 'A') : null;
  const to =
    queue === null
      ? { kind: 'counter', counterId: counterId(place % size.counters) }
      : { kind: 'queue', queueId: queue };
  const reply = await asking.byRest(staffed.guide, 'transfer', { ticketId, to, reason: 'wrong-choice' });
  if (reply.ok) visitor.movedTo(queue);
}

async function cancelledByPhone(
  ticketId: string | null,
  followUrl: string,
  { asking, hall }: Pick<DayWorld, 'asking' | 'hall'>,
): Promise<CommandReply> {
  const phone = await hall.phone(followUrl);
  const reply = await asking.bySocket(phone, 'cancel', { ticketId, reason: 'by-visitor' });
  phone.close();
  return reply;
}
