import type { GuideTicket } from '#libs/contracts/snapshots';
import { dayLabel } from '../shared/day-label.js';

interface Parts {
  prefix: string;
  serial: number;
}

/** `a17`, `A-017号` and `Ａ０１７` are one number; null when it is none at all. */
function partsOf(typed: string): Parts | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s号-]/g, '')
    .toUpperCase();
  const [, prefix = '', digits] = /^([A-Z]?)(\d+)$/.exec(plain) ?? [];
  return digits === undefined ? null : { prefix, serial: Number(digits) };
}

/** The tickets that somebody who says this may mean: digits alone fit every queue. */
export function findTickets(line: readonly GuideTicket[], typed: string): GuideTicket[] {
  const asked = partsOf(typed);
  if (asked === null) return [];
  return line.filter(({ number }) => {
    const parts = partsOf(number);
    return parts?.serial === asked.serial && (asked.prefix === '' || parts.prefix === asked.prefix);
  });
}

export interface Where {
  key: string;
  params: Record<string, string | number>;
}

/** Where a ticket stands: the key of one sentence, and what it names. */
export function whereOf(ticket: GuideTicket, queue: string, locale: string): Where {
  const { number, ahead } = ticket;
  if (ahead !== null)
    return {
      key: ahead === 0 ? 'where.first' : 'where.waiting',
      params: { number, queue, ahead, place: ahead + 1 },
    };
  if (ticket.state === 'missed')
    return { key: ticket.mayRejoin ? 'where.missed' : 'where.void', params: { number } };
  const day = ticket.carriedTo === null ? '' : dayLabel(ticket.carriedTo, locale);
  return { key: `where.${ticket.state}`, params: { number, day, counter: ticket.counterNumber ?? '' } };
}
