import { z } from 'zod';
import { PRINTER_STATES, SLIP_OUTCOMES } from '../fleet/fleet-event.js';
import { LEVELS } from '../evaluation/levels.js';
import { counterSnapshot } from './counter-snapshot.js';
import { dutySnapshot } from './duty-snapshot.js';
import { boardPublication } from './publications.js';
import { guideSnapshot } from './guide-snapshot.js';
import { hallHead, id, instant, staffCard, ticketState, waitRange } from './snapshot-parts.js';

export { TICKET_STATES, ticketState, type WaitRange } from './snapshot-parts.js';
export type { CounterSnapshot } from './counter-snapshot.js';
export type { DutySnapshot } from './duty-snapshot.js';
export type { GuideHomeVisit, GuideSnapshot, GuideTicket } from './guide-snapshot.js';

/** Requirement 9: through noon these counters serve; hall times and counter numbers. */
const noonWatch = z.object({ from: z.string(), until: z.string(), counters: z.array(z.number().int()) });
export type NoonWatch = z.infer<typeof noonWatch>;

export const kioskQueue = z.object({
  id,
  prefix: z.string(),
  name: z.string(),
  nameEn: z.string(),
  forWhom: z.string(),
  forWhomEn: z.string(),
  waiting: z.number().int(),
  /** Of somebody who takes a number now; null when nobody can tell, e.g. while no counter is open. */
  wait: waitRange.nullable(),
  open: z.boolean(),
  /** Whoever comes has a receipt (requirement 87). */
  pickUp: z.boolean(),
  /** Open, but in the last minutes before it closes: no more numbers. */
  stopped: z.boolean(),
  /** Open, but the numbers of the day or of this period are taken. */
  soldOut: z.boolean(),
  /** Hours of today as printed, e.g. `09:00–12:00，13:00–17:00`; empty on a day the queue does not open. */
  hoursToday: z.string(),
  /** When it gives no numbers: from when it does again, hall time, e.g. `2026-03-02 09:00`; null when none is in sight. */
  opensAt: z.string().nullable(),
  matters: z.array(z.object({ id, name: z.string(), nameEn: z.string() })),
  /** Routes that begin in this queue, with the queues they pass through. */
  routes: z.array(
    z.object({
      id,
      name: z.string(),
      nameEn: z.string(),
      stops: z.array(z.object({ name: z.string(), nameEn: z.string() })),
    }),
  ),
});

/** Of the kiosk's own printer, as a visitor needs to know it. */
export const printerState = z.enum(PRINTER_STATES);
export type PrinterState = z.infer<typeof printerState>;

/** Of one slip: the same words, and where it stands. `unknown`: the printer never said. */
export const slipState = z.enum(['queued', ...SLIP_OUTCOMES]);
export type SlipState = z.infer<typeof slipState>;

export const kioskSnapshot = z.object({
  kind: z.literal('kiosk'),
  hall: hallHead,
  guideDesk: z.string(),
  guideDeskEn: z.string(),
  printer: printerState,
  queues: z.array(kioskQueue),
  /** Some queue is booked: a key for those who come with a booking. */
  appointments: z.boolean(),
  noon: noonWatch.nullable(),
  /** Slips this kiosk asked for in the last minutes, newest first. */
  slips: z.array(z.object({ ticketId: id, number: z.string(), state: slipState })),
});

export const boardCall = z.object({
  /** The announcement's own number in this hall: speech plays each once, in this order. */
  announcement: z.number().int(),
  ticketId: id,
  number: z.string(),
  counterNumber: z.number().int(),
  at: instant,
  /** Speech after this instant says nothing new. */
  expiresAt: instant,
  /** The visitor is there, has gone or was set down: not spoken any more. */
  over: z.boolean(),
  /** How often it was called, 1 = first. */
  round: z.number().int(),
});

export const boardSnapshot = z.object({
  kind: z.literal('board'),
  hall: hallHead,
  ...{ zoneName: z.string().nullable(), zoneNameEn: z.string().nullable() },
  /** True on the one board of a zone that speaks. */
  announcer: z.boolean(),
  /** Newest first; at most 12, one row a ticket. */
  calls: z.array(boardCall),
  waiting: z.array(
    z.object({
      queueId: id,
      prefix: z.string(),
      name: z.string(),
      nameEn: z.string(),
      waiting: z.number().int(),
      /** Four in five who come now wait at most so many minutes; null when nobody can tell. */
      waitMinutes: z.number().int().nullable(),
      open: z.boolean(),
    }),
  ),
  notices: z.array(z.string()),
  /** Published and in their time: nothing that nobody approved (requirements 102, 104). */
  publications: z.array(boardPublication),
  noon: noonWatch.nullable(),
  dutyChief: z.string(),
});

export const signSnapshot = z.object({
  kind: z.literal('sign'),
  hall: hallHead,
  counterNumber: z.number().int(),
  post: z.string(),
  postEn: z.string(),
  /** `calling`: the visitor is on the way; `serving`: is there; `free`: staffed, nobody called. */
  state: z.enum(['closed', 'paused', 'free', 'calling', 'serving']),
  ticketNumber: z.string().nullable(),
  staff: staffCard.nullable(),
});

export const padInvitation = z.object({
  id,
  /** The number of the visit, so that a person sees it is theirs. */
  ticketNumber: z.string(),
  openedAt: instant,
  endsAt: instant,
});

export const padSnapshot = z.object({
  kind: z.literal('pad'),
  hall: hallHead,
  counterNumber: z.number().int(),
  staff: staffCard.nullable(),
  /** Lit now, waiting for a level. */
  invitation: padInvitation.nullable(),
  /** Just rated here: reasons may be added until `endsAt`; null when done or over. */
  reasons: z
    .object({ invitationId: id, level: z.union(LEVELS.map((level) => z.literal(level))), endsAt: instant })
    .nullable(),
});

/** What a phone that followed a slip's QR code sees. */
export const followSnapshot = z.object({
  kind: z.literal('follow'),
  hall: hallHead,
  number: z.string(),
  queueName: z.string(),
  queueNameEn: z.string(),
  state: ticketState,
  /** People before this one in its queue; null when not waiting. */
  ahead: z.number().int().nullable(),
  /** Until it is called; null when it does not wait or nobody can tell. */
  wait: waitRange.nullable(),
  counterNumber: z.number().int().nullable(),
  issuedAt: instant,
  calledAt: instant.nullable(),
  /** Carried over: the day it goes on, and its hours there as printed, e.g. `09:00–17:00`. */
  carriedTo: z.object({ day: z.string(), hours: z.string() }).nullable(),
});

export const snapshot = z.discriminatedUnion('kind', [
  kioskSnapshot,
  boardSnapshot,
  signSnapshot,
  padSnapshot,
  counterSnapshot,
  followSnapshot,
  dutySnapshot,
  guideSnapshot,
]);
export type Snapshot = z.infer<typeof snapshot>;
export type KioskSnapshot = z.infer<typeof kioskSnapshot>;
export type BoardSnapshot = z.infer<typeof boardSnapshot>;
export type BoardCall = z.infer<typeof boardCall>;
export type SignSnapshot = z.infer<typeof signSnapshot>;
export type PadSnapshot = z.infer<typeof padSnapshot>;
export type FollowSnapshot = z.infer<typeof followSnapshot>;
