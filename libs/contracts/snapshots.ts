import { z } from 'zod';
import { PRINTER_STATES, SLIP_OUTCOMES } from '../fleet/fleet-event.js';
import { OUTCOMES } from '../hall/config.js';
import { LEVELS } from '../evaluation/levels.js';

/** An instant on the wire: ISO 8601 in UTC. */
const instant = z.iso.datetime();
const id = z.string();

const hallHead = z.object({
  name: z.string(),
  nameEn: z.string(),
  timeZone: z.string(),
  complaintPhone: z.string(),
});

export const kioskQueue = z.object({
  id,
  prefix: z.string(),
  name: z.string(),
  nameEn: z.string(),
  forWhom: z.string(),
  forWhomEn: z.string(),
  waiting: z.number().int(),
  open: z.boolean(),
  /** Hours of today as printed, e.g. `09:00–12:00，13:00–17:00`; empty on a day the queue does not open. */
  hoursToday: z.string(),
  /** When closed: the next opening, hall time, e.g. `2026-03-02 09:00`; null when none is in sight. */
  opensAt: z.string().nullable(),
  matters: z.array(z.object({ id, name: z.string(), nameEn: z.string() })),
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
  /** Slips this kiosk asked for in the last minutes, newest first. */
  slips: z.array(z.object({ ticketId: id, number: z.string(), state: slipState })),
});

const staffCard = z.object({
  name: z.string(),
  post: z.string(),
  postEn: z.string(),
  staffNumber: z.string(),
  photoUrl: z.string(),
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
  zoneName: z.string().nullable(),
  zoneNameEn: z.string().nullable(),
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
      open: z.boolean(),
    }),
  ),
  notices: z.array(z.string()),
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

/** Where a visitor stands, as the clerk's page and the phone see it. */
export const TICKET_STATES = [
  'waiting',
  'called',
  'serving',
  'served',
  'parked',
  'missed',
  'cancelled',
  'expired',
] as const;
export const ticketState = z.enum(TICKET_STATES);

export const lineTicket = z.object({
  ticketId: id,
  number: z.string(),
  queueId: id,
  queueName: z.string(),
  matterName: z.string().nullable(),
  issuedAt: instant,
  /** Came by transfer: the counter it left, else null. */
  fromCounterNumber: z.number().int().nullable(),
  /** Meant for this counter alone. */
  forThisCounter: z.boolean(),
});

export const currentTicket = z.object({
  ticketId: id,
  number: z.string(),
  queueId: id,
  queueName: z.string(),
  matterId: id.nullable(),
  state: z.enum(['called', 'serving']),
  issuedAt: instant,
  calledAt: instant,
  begunAt: instant.nullable(),
  /** Calls so far at this counter, and how many are allowed in all. */
  calls: z.number().int(),
  maxCalls: z.number().int(),
  /** From when a recall is allowed; null when no more calls are allowed. */
  recallAt: instant.nullable(),
  /** From when it may be set down as missed; null when more calls are needed first. */
  missAt: instant.nullable(),
  minimumCalls: z.number().int(),
  defaultOutcome: z.enum(OUTCOMES),
  matters: z.array(z.object({ id, name: z.string() })),
});

export const counterSnapshot = z.object({
  kind: z.literal('counter'),
  hall: hallHead,
  counterId: id,
  counterNumber: z.number().int(),
  post: z.string(),
  staff: staffCard,
  pausedFor: z.string().nullable(),
  helpAskedAt: instant.nullable(),
  current: currentTicket.nullable(),
  waiting: z.array(lineTicket),
  waitingCount: z.number().int(),
  parked: z.array(
    z.object({
      ticketId: id,
      number: z.string(),
      queueName: z.string(),
      parkedAt: instant,
      reason: z.string(),
    }),
  ),
  missed: z.array(z.object({ ticketId: id, number: z.string(), queueName: z.string(), missedAt: instant })),
  /** Of the visit finished last here. Never a level. */
  lastVisit: z
    .object({ number: z.string(), rating: z.enum(['none', 'inviting', 'rated', 'not-rated']) })
    .nullable(),
  /** Other counters' open calls, and where a ticket may go. */
  counters: z.array(
    z.object({
      id,
      number: z.number().int(),
      post: z.string(),
      state: z.enum(['closed', 'paused', 'free', 'calling', 'serving']),
      ticketNumber: z.string().nullable(),
      helpAsked: z.boolean(),
    }),
  ),
  queues: z.array(z.object({ id, prefix: z.string(), name: z.string() })),
  quickFinishSeconds: z.number().int(),
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
  counterNumber: z.number().int().nullable(),
  issuedAt: instant,
  calledAt: instant.nullable(),
});

/** The duty desk in the office: what needs a person now. */
export const dutySnapshot = z.object({
  kind: z.literal('duty'),
  hall: hallHead,
  counters: z.array(
    z.object({
      id,
      number: z.number().int(),
      post: z.string(),
      state: z.enum(['closed', 'paused', 'free', 'calling', 'serving']),
      ticketNumber: z.string().nullable(),
      staffName: z.string().nullable(),
      pausedFor: z.string().nullable(),
      helpAskedAt: instant.nullable(),
    }),
  ),
  queues: z.array(
    z.object({ id, prefix: z.string(), name: z.string(), waiting: z.number().int(), open: z.boolean() }),
  ),
  devices: z.array(
    z.object({
      id,
      kind: z.string(),
      name: z.string(),
      enrolled: z.boolean(),
      connected: z.boolean(),
      trouble: z.string().nullable(),
    }),
  ),
});

export const snapshot = z.discriminatedUnion('kind', [
  kioskSnapshot,
  boardSnapshot,
  signSnapshot,
  padSnapshot,
  counterSnapshot,
  followSnapshot,
  dutySnapshot,
]);
export type Snapshot = z.infer<typeof snapshot>;
export type KioskSnapshot = z.infer<typeof kioskSnapshot>;
export type BoardSnapshot = z.infer<typeof boardSnapshot>;
export type BoardCall = z.infer<typeof boardCall>;
export type SignSnapshot = z.infer<typeof signSnapshot>;
export type PadSnapshot = z.infer<typeof padSnapshot>;
export type CounterSnapshot = z.infer<typeof counterSnapshot>;
export type FollowSnapshot = z.infer<typeof followSnapshot>;
export type DutySnapshot = z.infer<typeof dutySnapshot>;
