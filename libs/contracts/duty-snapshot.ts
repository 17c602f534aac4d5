import { z } from 'zod';
import { enquiryCard } from './enquiries.js';
import { hallHead, id, instant, ticketState } from './snapshot-parts.js';

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
  /** Queues that are over for today and whose numbers are not all settled (requirement 12). */
  undecided: z.array(
    z.object({
      queueId: id,
      prefix: z.string(),
      name: z.string(),
      /** The day they go on when they are carried over; null when no opening is in sight. */
      toDay: z.string().nullable(),
      tickets: z.array(z.object({ ticketId: id, number: z.string(), state: ticketState })),
    }),
  ),
  /** 延时服务 of the day: slots beyond the hours for which somebody has booked, so that staff stay. */
  extended: z.array(
    z.object({
      ...{ prefix: z.string(), queueName: z.string(), from: z.string(), to: z.string() },
      booked: z.number().int(),
      /** Of them in the hall. */
      arrived: z.number().int(),
    }),
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
  /** Not closed, the next due first. */
  enquiries: z.array(enquiryCard),
});

export type DutySnapshot = z.infer<typeof dutySnapshot>;
