import type { GuideSnapshot, GuideTicket } from '#libs/contracts/snapshots';
import type { Role } from '#libs/hall/actor';

export type Act = 'rejoin' | 'mark' | 'help' | 'unhelp' | 'reprint' | 'transfer' | 'expedite' | 'cancel';
/** Acts that ask before they are done. */
export type Question = Extract<Act, 'mark' | 'transfer' | 'expedite' | 'cancel'>;

export const mayGuide = (roles: readonly Role[]): boolean =>
  roles.includes('guide') || roles.includes('duty-chief');

export interface Helping {
  personId: string;
  roles: readonly Role[];
}

/** What the desk may do for a ticket now; the server decides, this only leaves out what it would refuse. */
export function actsFor(
  { state, mayRejoin, helperId, urgent }: GuideTicket,
  { personId, roles }: Helping,
  { groups, queues }: Pick<GuideSnapshot, 'groups' | 'queues'>,
): Act[] {
  const waits = state === 'waiting';
  const served = state === 'serving';
  const carried = state === 'carried';
  const offered: [Act, boolean][] = [
    ['rejoin', state === 'missed' && mayRejoin],
    ['mark', groups.length > 0 && !served && !carried],
    ['help', helperId !== personId && !carried],
    ['unhelp', helperId !== null && !carried],
    ['reprint', true],
    ['transfer', waits && queues.length > 1],
    ['expedite', waits && !urgent && roles.includes('duty-chief')],
    ['cancel', !served],
  ];
  return offered.flatMap(([act, fits]) => (fits ? [act] : []));
}
