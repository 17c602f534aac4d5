import { z } from 'zod';
import { FAULT_KINDS } from '../fleet/fleet-event.js';
import { OUTCOMES } from '../hall/config.js';
import { HALVES } from '../home-visits/home-visit.js';
import { KEYPAD_ACTIONS } from '../queueing/keypad.js';
import { receipt } from './collections.js';
import { residentInput, sealedVisitor, visitorInput, visitorOrCard } from './visitor.js';
import { LEVELS } from '../evaluation/levels.js';

const id = z.string().min(1).max(64);

/** Why a ticket is set aside, sent on, cancelled or a counter paused: codes, never free text (nothing typed reaches a screen). */
export const PARK_REASONS = ['fetching-papers', 'filling-form', 'paying', 'waiting-for-approval'] as const;
export const TRANSFER_REASONS = [
  'wrong-choice',
  'other-counter',
  'specialist',
  'next-step',
  'counter-closing',
] as const;
export const CANCEL_REASONS = ['visitor-left', 'wrong-choice', 'not-handled-here', 'by-visitor'] as const;
/** 作废 at the end of the day: why a number nobody served does not go on. */
export const EXPIRE_REASONS = ['visitor-left', 'asked-to-return'] as const;
export const PAUSE_REASONS = ['short-break', 'meal', 'back-office', 'meeting', 'equipment'] as const;

export const issueBody = z
  .object({
    queueId: id,
    matterId: id.nullable(),
    /** Of the hall's call order; only from staff, who have seen the evidence. */
    groupId: id.nullable().optional(),
    /** Several queues in turn on one number; `queueId` is the first of them. */
    routeId: id.nullable().optional(),
    /** 受理回执 of what is to be collected (requirement 87). */
    receipt: receipt.nullable().optional(),
    /** Who it is, where he says so. */
    visitor: visitorOrCard.nullable().default(null),
  })
  .meta({ id: 'Issue' });
export const issueAnswer = z.object({
  ticketId: id,
  number: z.string(),
  queueName: z.string(),
  queueNameEn: z.string(),
  /** Where to sit. */
  zoneName: z.string(),
  zoneNameEn: z.string(),
  /** Queues that follow on the same number, in order. */
  stops: z.array(z.object({ name: z.string(), nameEn: z.string() })),
  /** People before this one in the queue at the moment of issue. */
  ahead: z.number().int(),
  issuedAt: z.iso.datetime(),
  /** Absolute address of the page that follows this ticket: what the slip's QR code says. */
  followUrl: z.string(),
  /** The slip's job, or null where no printer belongs to the place it was issued at. */
  slipJobId: z.string().nullable(),
});
export type IssueAnswer = z.infer<typeof issueAnswer>;

const handedIn = issueBody.pick({ queueId: true, matterId: true, visitor: true });
/** One agent hands in several cases; `visitor` is the agent, each case has the applicant it is for (requirements 24, 25). */
export const agentBatchBody = z
  .object({
    visitor: visitorInput.nullable().default(null),
    items: z.array(handedIn).min(1).max(20),
  })
  .meta({ id: 'IssueAgentBatch' });
const sealed = { visitor: sealedVisitor.nullable() };
export const sealedIssueBody = issueBody.extend(sealed);
export const sealedAgentBatchBody = z.object({ ...sealed, items: z.array(handedIn.extend(sealed)) });

/** Takes a place in a slot of a queue, hall time (requirement 18); `visitor` as far as the hall's rules ask. */
export const bookBody = z
  .object({
    ...{ queueId: id, day: z.iso.date(), from: z.string().regex(/^\d\d:\d\d$/) },
    visitor: visitorOrCard.nullable().default(null),
  })
  .meta({ id: 'Book' });
export const sealedBookBody = bookBody.extend(sealed);
export const bookAnswer = z.object({
  bookingId: id,
  code: z.string(),
  /** Absolute address of the booking's page: what its QR code says. */
  url: z.string(),
  queueName: z.string(),
  queueNameEn: z.string(),
  day: z.string(),
  from: z.string(),
  to: z.string(),
});
/** `pass`: a booking's link or code as scanned or typed. Null from the phone, whose own link says it. */
const pass = z.string().min(1).max(500);
export const cancelBookingBody = z.object({ pass: pass.nullable() }).meta({ id: 'CancelBooking' });
const checkIn = z.object({
  pass: pass.nullable().default(null),
  /** The phone or document it was booked with. */
  visitor: visitorOrCard.nullable().default(null),
});
/** By a pass, or else by phone or document. Answered as `issue` is. */
export const checkInBody = checkIn
  .refine((body) => (body.pass === null) !== (body.visitor === null), 'a pass or a visitor')
  .meta({ id: 'CheckIn' });
export const sealedCheckInBody = checkIn.extend(sealed);

/** 上门服务 (requirement 18): who, where, which matter, wished when. */
export const requestHomeVisitBody = z
  .object({
    ...{ queueId: id, matterId: id, day: z.iso.date(), half: z.enum(HALVES) },
    visitor: residentInput.nullable().default(null),
  })
  .meta({ id: 'RequestHomeVisit' });
export const sealedRequestHomeVisitBody = requestHomeVisitBody.extend(sealed);
const atHomeVisit = z.object({ homeVisitId: id });
export const scheduleHomeVisitBody = atHomeVisit
  .extend({ day: z.iso.date(), half: z.enum(HALVES), personId: id })
  .meta({ id: 'ScheduleHomeVisit' });
export const finishHomeVisitBody = atHomeVisit.meta({ id: 'FinishHomeVisit' });
/** Why nobody is sent: codes, never free text. */
export const HOME_VISIT_DECLINES = ['not-eligible', 'outside-area', 'must-come', 'not-reached'] as const;
export const declineHomeVisitBody = atHomeVisit
  .extend({ reason: z.enum(HOME_VISIT_DECLINES) })
  .meta({ id: 'DeclineHomeVisit' });
/** Null from the phone, whose own link says it. */
export const cancelHomeVisitBody = z.object({ homeVisitId: id.nullable() }).meta({ id: 'CancelHomeVisit' });

/** `seen`: the ticket the clerk's page showed when the key went down; null = none. Another one now: refused as out of step. */
const seen = z.object({ seen: id.nullable() });
const atTicket = z.object({ ticketId: id });

export const nextBody = seen
  .extend({
    outcome: z.enum(OUTCOMES).optional(),
    matterIds: z.array(id).max(20).optional(),
    confirmed: z.boolean(),
  })
  .meta({ id: 'Next' });
export const recallBody = atTicket.meta({ id: 'Recall' });
export const beginBody = atTicket.meta({ id: 'Begin' });
export const finishBody = atTicket
  .extend({ outcome: z.enum(OUTCOMES), matterIds: z.array(id).min(1).max(20), confirmed: z.boolean() })
  .meta({ id: 'Finish' });
export const missBody = atTicket.meta({ id: 'Miss' });
export const parkBody = atTicket.extend({ reason: z.enum(PARK_REASONS) }).meta({ id: 'Park' });
export const resumeBody = atTicket.meta({ id: 'Resume' });
export const rejoinBody = atTicket.meta({ id: 'Rejoin' });
export const transferBody = atTicket
  .extend({
    to: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('queue'), queueId: id }),
      z.object({ kind: z.literal('counter'), counterId: id }),
    ]),
    reason: z.enum(TRANSFER_REASONS),
  })
  .meta({ id: 'Transfer' });
export const cancelBody = atTicket.extend({ reason: z.enum(CANCEL_REASONS) }).meta({ id: 'Cancel' });
export const carryOverBody = atTicket.meta({ id: 'CarryOver' });
export const expireBody = atTicket.extend({ reason: z.enum(EXPIRE_REASONS) }).meta({ id: 'Expire' });
export const pauseBody = z.object({ reason: z.enum(PAUSE_REASONS) }).meta({ id: 'Pause' });
export const reopenBody = z.object({}).meta({ id: 'Reopen' });
export const askHelpBody = z.object({}).meta({ id: 'AskHelp' });
export const clearHelpBody = z.object({ counterId: id }).meta({ id: 'ClearHelp' });
export const EXPEDITE_REASONS = ['emergency', 'deadline', 'leader-approved', 'safety'] as const;
export const markGroupBody = atTicket.extend({ groupId: id.nullable() }).meta({ id: 'MarkGroup' });
export const expediteBody = atTicket.extend({ reason: z.enum(EXPEDITE_REASONS) }).meta({ id: 'Expedite' });
export const assignHelperBody = atTicket.extend({ personId: id.nullable() }).meta({ id: 'AssignHelper' });
export const callNumberBody = z.object({ number: z.string().min(1).max(12) }).meta({ id: 'CallNumber' });
/** Why somebody is shown who a visitor is. */
export const REVEAL_REASONS = ['contact-visitor', 'home-visit', 'hand-over', 'verify-identity'] as const;
export const revealVisitorBody = z.object({ visitorId: id, reason: z.enum(REVEAL_REASONS) });
export const reprintBody = atTicket.meta({ id: 'Reprint' });

/** A key of a caller, from the agent that carries it. */
export const pressKeypadBody = z
  .object({
    deviceId: id,
    action: z.enum(KEYPAD_ACTIONS),
    target: z.number().int().min(0).max(999).nullable(),
    shown: id.nullable(),
    pressedAt: z.iso.datetime(),
    confirmed: z.boolean(),
  })
  .meta({ id: 'PressKeypad' });

/** Evaluation. `pressedAt` only from an agent, whose input may arrive after a cut line; a page's press counts when it arrives. */
export const rateBody = z
  .object({
    invitationId: id,
    level: z.union(LEVELS.map((level) => z.literal(level))),
    pressedAt: z.iso.datetime().optional(),
    padId: id.optional(),
  })
  .meta({ id: 'Rate' });
export const explainBody = z
  .object({ invitationId: id, tags: z.array(z.number().int()).max(8), words: z.string().max(500) })
  .meta({ id: 'Explain' });
export const declineBody = z.object({ invitationId: id, padId: id.optional() }).meta({ id: 'Decline' });

/** 报修, by a clerk, of a device at the clerk's counter; and its end. */
export const reportFaultBody = z
  .object({ deviceId: id, what: z.enum(FAULT_KINDS) })
  .meta({ id: 'ReportFault' });
export const clearFaultBody = z.object({ deviceId: id }).meta({ id: 'ClearFault' });

/** A screen says how it is: whether the browser lets it speak. Told on change only. */
export const reportScreenBody = z.object({ soundBlocked: z.boolean() }).meta({ id: 'ReportScreen' });
