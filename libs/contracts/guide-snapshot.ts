import { z } from 'zod';
import { HALVES, STANDING } from '../home-visits/home-visit.js';
import { EVIDENCE } from '../queueing/order-policy.js';
import { enquiryCard } from './enquiries.js';
import { hallHead, id, instant, ticketState, waitRange } from './snapshot-parts.js';

/** A ticket of the hall as the guide desk sees it: open, so somebody may come and ask about it. */
export const guideTicket = z.object({
  ticketId: id,
  number: z.string(),
  queueId: id,
  queueName: z.string(),
  queueNameEn: z.string(),
  state: ticketState,
  /** People before it in its queue; null when it does not wait. */
  ahead: z.number().int().nullable(),
  /** Until it is called; null when it does not wait or nobody can tell. */
  wait: waitRange.nullable(),
  counterNumber: z.number().int().nullable(),
  groupId: id.nullable(),
  urgent: z.boolean(),
  helperId: id.nullable(),
  helperName: z.string().nullable(),
  /** The row of who it is; null: nobody asked. */
  visitorId: id.nullable(),
  /** Handed in by an agent, with so many cases (requirement 24). */
  batchSize: z.number().int().nullable(),
  /** Where missed numbers lapse, the visitor takes a new one. */
  mayRejoin: z.boolean(),
  issuedAt: instant,
  /** Carried over: the day it goes on, or went on. */
  carriedTo: z.string().nullable(),
  statusAt: instant,
});

/** The guide desk (导办台): giving numbers by hand, finding them, putting right. */
export const guideSnapshot = z.object({
  kind: z.literal('guide'),
  hall: hallHead,
  /** The business day that is open: ages are counted on it. */
  day: z.string(),
  queues: z.array(
    z.object({
      id,
      prefix: z.string(),
      name: z.string(),
      nameEn: z.string(),
      waiting: z.number().int(),
      open: z.boolean(),
      pickUp: z.boolean(),
      matters: z.array(z.object({ id, name: z.string(), nameEn: z.string() })),
    }),
  ),
  groups: z.array(
    z.object({
      ...{ id, name: z.string(), nameEn: z.string(), evidence: z.enum(EVIDENCE) },
      fromAge: z.number().int().nullable(),
    }),
  ),
  routes: z.array(z.object({ id, name: z.string(), nameEn: z.string(), queueIds: z.array(id) })),
  counters: z.array(
    z.object({
      id,
      number: z.number().int(),
      post: z.string(),
      postEn: z.string(),
      state: z.enum(['closed', 'paused', 'free', 'calling', 'serving']),
      ticketNumber: z.string().nullable(),
      staffName: z.string().nullable(),
    }),
  ),
  /** Those that stand, the next first: who is still to be scheduled, and who goes when. */
  homeVisits: z.array(
    z.object({
      homeVisitId: id,
      queueName: z.string(),
      queueNameEn: z.string(),
      matterName: z.string(),
      matterNameEn: z.string(),
      day: z.string(),
      half: z.enum(HALVES),
      state: z.enum(STANDING),
      visitorId: id,
      personName: z.string().nullable(),
      requestedAt: instant,
    }),
  ),
  /** Who can be sent. */
  staff: z.array(z.object({ id, name: z.string() })),
  /** Waiting ones by queue and place, then the others; at most 400 of `lineCount`. */
  line: z.array(guideTicket),
  lineCount: z.number().int(),
  /** Not closed, the next due first. */
  enquiries: z.array(enquiryCard),
});

export type GuideHomeVisit = GuideSnapshot['homeVisits'][number];
export type GuideTicket = z.infer<typeof guideTicket>;
export type GuideSnapshot = z.infer<typeof guideSnapshot>;
