import { dayAfter } from '#libs/calendar/business-day';
import type { Actor } from '#libs/hall/actor';
import type { HallState, Invitation } from '#libs/hall/hall-state';

export const device = (deviceId: string, deviceKind: 'kiosk' | 'pad' | 'agent'): Actor => ({
  kind: 'device',
  deviceId,
  deviceKind,
  counterId: null,
});
export const KIOSK = device('hall-printing-kiosk', 'kiosk');
export const AGENT = device('hall-agent', 'agent');
export const CHIEF: Actor = {
  kind: 'person',
  personId: 'chief',
  sessionId: 'none',
  roles: ['duty-chief'],
  counterId: null,
};
export const PUBLIC: Actor = { kind: 'public' };
export const DONE = { outcome: 'completed', matterIds: ['matter-a'], confirmed: true };

export interface Place {
  counter: number;
  pick: number;
  seen: HallState;
  clerk: Actor;
  tokenOf(bookingId: string): string;
}
export type Given = [name: string, body: Record<string, unknown>, actor: Actor];

export const one = <T>(list: Iterable<T>, pick: number): T | undefined => {
  const all = [...list];
  return all[pick % Math.max(all.length, 1)];
};
export const ticketHere = ({ seen, counter }: Place): string | null =>
  seen.current.get(`hall-counter-${counter}`) ?? null;
export const anyTicket = ({ seen, pick }: Place): string => one(seen.tickets.keys(), pick) ?? 'none';
/** One that stands so, else any. */
export const ticketThat = (place: Place, status: string): string =>
  one(
    [...place.seen.tickets.values()].filter((ticket) => ticket.status === status),
    place.pick,
  )?.id ?? anyTicket(place);
/** What a pad is about: one that is lit, or one that may still be explained. */
export const rating = (
  { seen, pick }: Place,
  right: (invitation: Invitation) => boolean,
): [string, Actor] => {
  const found = one([...seen.invitations.values()].filter(right), pick);
  return [found?.id ?? 'none', device(`hall-pad-${found?.counterId.at(-1) ?? 1}`, 'pad')];
};

/** One of the hall's bookings, ended ones too. */
export const anyBooking = ({ seen, pick }: Place): string => one(seen.bookings.keys(), pick) ?? 'none';
export const anyVisit = ({ seen, pick }: Place): string => one(seen.homeVisits.keys(), pick) ?? 'none';
/** One that is not closed, else any. */
export const anEnquiry = ({ seen, pick }: Place) => {
  const all = [...seen.enquiries.values()];
  const open = all.filter(({ status }) => status !== 'closed');
  return { enquiryId: one(open.length > 0 ? open : all, pick)?.id ?? 'none' };
};
/** Some slot of the day that is open, one in five of the next. */
export const someSlot = ({ seen, pick }: Place) => ({
  queueId: 'hall-queue-a',
  day: pick % 5 ? seen.day : dayAfter(seen.day),
  from: `${String((pick * 7) % 24).padStart(2, '0')}:${pick % 2 ? '00' : '30'}`,
});
