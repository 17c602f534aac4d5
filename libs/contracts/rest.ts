import { z } from 'zod';
import { HALVES, HOME_VISIT_STATES } from '../home-visits/home-visit.js';
import { BOOKING_ASKS } from '../persons/visitor-policy.js';
import { BOOKING_STATES } from '../appointments/booking.js';
import type { TestResult } from '../fleet/device-test.js';
import { ROLES } from '../hall/actor.js';
import { ENROLLED_KINDS } from '../hall/config.js';

/** POST /api/devices/enrol: the one-time code becomes this screen's (cookie) or agent's (token) identity. */
export const enrolBody = z.object({ code: z.string().min(6).max(40) }).meta({ id: 'Enrol' });
export const enrolAnswer = z.object({
  deviceId: z.string(),
  kind: z.enum(ENROLLED_KINDS),
  name: z.string(),
  /** Only for an agent; a screen gets an httpOnly cookie. */
  token: z.string().optional(),
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

/** GET /api/halls: what a sign-in page needs. */
export const hallList = z.object({
  halls: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string(),
      counters: z.array(z.object({ id: z.string(), number: z.number().int(), post: z.string() })),
    }),
  ),
});
export type HallList = z.infer<typeof hallList>;

/** POST /api/sessions (answers with Me, as GET /api/sessions/current does): sign in, at a counter or (null) at a desk in the office. */
export const signInBody = z
  .object({
    hallId: z.string(),
    counterId: z.string().nullable(),
    username: z.string().min(1).max(64),
    password: z.string().min(1).max(200),
  })
  .meta({ id: 'SignIn' });
export const me = z.object({
  personId: z.string(),
  name: z.string(),
  hallId: z.string(),
  hallName: z.string(),
  counterId: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
});
export type Me = z.infer<typeof me>;

/** GET /api/halls/:hallId/tickets?day=2026-03-02&number=A017 */
export const ticketQuery = z.object({ day: z.iso.date(), number: z.string().max(12).optional() });
export const ticketRow = z.object({
  ticketId: z.string(),
  day: z.string(),
  number: z.string(),
  queueName: z.string(),
  state: z.string(),
  counterNumber: z.number().int().nullable(),
  issuedAt: z.iso.datetime(),
});
export const ticketList = z.object({ tickets: z.array(ticketRow) });
export type TicketList = z.infer<typeof ticketList>;

/** GET /api/halls/:hallId/tickets/:ticketId/history: every step, oldest first. */
export const historyStep = z.object({
  sequence: z.number().int(),
  at: z.iso.datetime(),
  type: z.string(),
  counterNumber: z.number().int().nullable(),
  staffName: z.string().nullable(),
  /** Who gave the command, in words the office knows: a name, a device's name, `system`. */
  actorName: z.string(),
  configVersion: z.number().int(),
  /** Codes the page translates (reason, outcome, …). Never a rating's level. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const ticketHistory = z.object({ ticket: ticketRow, steps: z.array(historyStep) });
export type TicketHistory = z.infer<typeof ticketHistory>;

/** GET /api/halls/:hallId/figures: public. A figure drawn from fewer than five is withheld: null. */
export const figures = z.object({
  hallName: z.string(),
  hallNameEn: z.string(),
  timeZone: z.string(),
  day: z.string(),
  at: z.iso.datetime(),
  issued: z.number().int(),
  served: z.number().int(),
  waitingNow: z.number().int(),
  /** Minutes from issue to first call, of today's called tickets. */
  averageWaitMinutes: z.number().nullable(),
  p80WaitMinutes: z.number().nullable(),
  rated: z.number().int().nullable(),
  /** Ratings by level, 5 first; null where the day's ratings are fewer than five or one level could be told apart. */
  levels: z.array(z.object({ level: z.number().int(), count: z.number().int().nullable() })),
  queues: z.array(
    z.object({
      prefix: z.string(),
      name: z.string(),
      nameEn: z.string(),
      waiting: z.number().int(),
      issued: z.number().int(),
    }),
  ),
});
export type Figures = z.infer<typeof figures>;

/** POST /api/halls/:hallId/devices/:deviceId/code (permission device.enrol): a new one-time code, shown once. */
export const enrolmentCode = z.object({ code: z.string(), expiresAt: z.iso.datetime(), url: z.string() });
export type EnrolmentCode = z.infer<typeof enrolmentCode>;

/** POST /api/halls/:hallId/devices/:deviceId/test answers with a TestResult; POST /api/halls/:hallId/self-test with this. */
export const selfTestBody = z.object({ paper: z.boolean().default(false) }).meta({ id: 'SelfTest' });
export interface SelfTestAnswer {
  rows: ({ deviceId: string } & TestResult)[];
}

const bookingHead = z.object({
  hallName: z.string(),
  hallNameEn: z.string(),
  timeZone: z.string(),
  complaintPhone: z.string(),
});

/** GET /api/halls/:hallId/appointments: public. Which queues are booked, and how many places each day has left. */
export const bookable = bookingHead.extend({
  /** Whether a booking says who comes, and for how many days that is kept. */
  asks: z.enum(BOOKING_ASKS),
  keepDays: z.number().int(),
  queues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      nameEn: z.string(),
      forWhom: z.string(),
      forWhomEn: z.string(),
      cancelHours: z.number().int(),
      days: z.array(z.object({ day: z.string(), open: z.boolean(), free: z.number().int() })),
    }),
  ),
  /** Queues whose staff come to the visitor (上门服务), with the half-days that have room. */
  homeVisits: z.array(
    z.object({
      ...{ id: z.string(), name: z.string(), nameEn: z.string(), cancelHours: z.number().int() },
      matters: z.array(z.object({ id: z.string(), name: z.string(), nameEn: z.string() })),
      days: z.array(
        z.object({
          day: z.string(),
          halves: z.array(z.object({ half: z.enum(HALVES), free: z.number().int() })),
        }),
      ),
    }),
  ),
});
export type Bookable = z.infer<typeof bookable>;

/** GET /api/halls/:hallId/slots?queueId=…&day=2026-03-02: public. */
export const slotQuery = z.object({ queueId: z.string().min(1).max(64), day: z.iso.date() });
export const slotList = z.object({
  slots: z.array(
    z.object({
      ...{ from: z.string(), to: z.string(), free: z.number().int() },
      kind: z.enum(['slot', 'extended']),
    }),
  ),
});
export type SlotList = z.infer<typeof slotList>;

/** GET /api/halls/:hallId/bookings/own: to the holder of its link, header `x-tingxu-booking`. */
export const ownBooking = bookingHead.extend({
  kind: z.enum(['slot', 'extended']),
  queueName: z.string(),
  queueNameEn: z.string(),
  day: z.string(),
  from: z.string(),
  to: z.string(),
  state: z.enum(BOOKING_STATES),
  code: z.string(),
  url: z.string(),
  cancelUntil: z.iso.datetime(),
  mayCancel: z.boolean(),
  opensAt: z.iso.datetime(),
  closesAt: z.iso.datetime(),
  /** The page of the ticket it became. */
  followUrl: z.string().nullable(),
});
export type OwnBooking = z.infer<typeof ownBooking>;
/** The same door, where the link is a home visit's. */
export const ownHomeVisit = bookingHead.extend({
  kind: z.literal('home-visit'),
  queueName: z.string(),
  queueNameEn: z.string(),
  matterName: z.string(),
  matterNameEn: z.string(),
  /** As wished; once scheduled, as it will be. */
  day: z.string(),
  half: z.enum(HALVES),
  state: z.enum(HOME_VISIT_STATES),
  /** Who comes. */
  personName: z.string().nullable(),
  reason: z.string().nullable(),
  code: z.string(),
  url: z.string(),
  cancelUntil: z.iso.datetime(),
  mayCancel: z.boolean(),
});
export type OwnHomeVisit = z.infer<typeof ownHomeVisit>;

/** Answers of the visitors' doors. */
export interface FoundVisitor {
  ticketIds: string[];
  /** Those that stand, the next first; hall times of their slot, and the instants between which one becomes a ticket. */
  bookings: {
    bookingId: string;
    queueId: string;
    day: string;
    from: string;
    to: string;
    opensAt: string;
    closesAt: string;
  }[];
}
/** Masked, or whole after a reveal. */
export interface VisitorTold {
  name: string | null;
  idKind: string;
  idNumber: string | null;
  phone: string | null;
  address: string | null;
}
