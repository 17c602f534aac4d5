import type { EnrolledKind } from './config.js';

/** Roles of requirements 22, 94, 102, 128 and 165, as a person holds them in one hall. */
export const ROLES = [
  'clerk',
  'guide',
  'duty-chief',
  'supervisor',
  'reviewer',
  'approver',
  'hall-administrator',
  'information-administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Who gives a command. Comes from the session or the device's enrolment, never from a body. */
export type Actor =
  | { kind: 'person'; personId: string; sessionId: string; roles: readonly Role[]; counterId: string | null }
  | { kind: 'device'; deviceId: string; deviceKind: EnrolledKind; counterId: string | null }
  | { kind: 'visitor'; ticketId: string }
  /** Holds the link of a booking. */
  | { kind: 'booker'; bookingId: string }
  | { kind: 'public' }
  | { kind: 'system' };

/** The actor as the ledger names it: `person:<id>`, `device:<id>`, `visitor:<ticket>`, `booker:<booking>`, `public`, `system`. */
export function actorKey(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return `person:${actor.personId}`;
    case 'device':
      return `device:${actor.deviceId}`;
    case 'visitor':
      return `visitor:${actor.ticketId}`;
    case 'booker':
      return `booker:${actor.bookingId}`;
    case 'public':
    case 'system':
      return actor.kind;
  }
}
