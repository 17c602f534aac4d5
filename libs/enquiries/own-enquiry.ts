import type { Actor } from '../hall/actor.js';
import type { Asking } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { Refusal } from '../refusal.js';
import type { Enquiry } from './enquiry.js';

type PersonActor = Extract<Actor, { kind: 'person' }>;

export function askingPerson({ actor }: Asking): PersonActor {
  if (actor.kind !== 'person') throw new Refusal('not-allowed');
  return actor;
}

/** Who was asked first, who it was handed to, and the desk that keeps the log. */
export const isPartOf = (
  { ownerId, toPersonId }: Pick<Enquiry, 'ownerId' | 'toPersonId'>,
  { personId, roles }: Pick<PersonActor, 'personId' | 'roles'>,
): boolean =>
  ownerId === personId || toPersonId === personId || roles.includes('guide') || roles.includes('duty-chief');

/** One that is not closed, for somebody it concerns. */
export function ownEnquiry(state: HallState, enquiryId: string, asking: Asking): Enquiry {
  const enquiry = state.enquiries.get(enquiryId);
  if (!enquiry) throw new Refusal('enquiry-unknown');
  if (!isPartOf(enquiry, askingPerson(asking))) throw new Refusal('enquiry-not-yours');
  if (enquiry.status === 'closed') throw new Refusal('enquiry-over');
  return enquiry;
}
