import { z } from 'zod';
import { FAULT_KINDS } from '../fleet/fleet-event.js';
import { OUTCOMES } from '../hall/config.js';
import { hallHead, id, instant, staffCard } from './snapshot-parts.js';

export const lineTicket = z.object({
  ticketId: id,
  number: z.string(),
  queueId: id,
  queueName: z.string(),
  matterName: z.string().nullable(),
  issuedAt: instant,
  /** Carried over from an earlier day. */
  carried: z.boolean(),
  /** Came by transfer: the counter it left, else null. */
  fromCounterNumber: z.number().int().nullable(),
  /** Meant for this counter alone. */
  forThisCounter: z.boolean(),
  /** Why it stands before others: an approved urgent case, or a group whose evidence was seen. */
  before: z.enum(['urgent', 'priority']).nullable(),
  /** Handed in by an agent (requirement 24). */
  byAgent: z.boolean(),
});

export const currentTicket = z.object({
  ticketId: id,
  number: z.string(),
  queueId: id,
  queueName: z.string(),
  matterId: id.nullable(),
  state: z.enum(['called', 'serving']),
  issuedAt: instant,
  /** Carried over from an earlier day. */
  carried: z.boolean(),
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
  /** The priority group, once the visitor was called; and who accompanies. */
  groupName: z.string().nullable(),
  helperName: z.string().nullable(),
  /** Handed in by an agent, with so many cases; null: not by one (requirement 24). */
  batchSize: z.number().int().nullable(),
  /** Something is collected here: by this receipt, where it is known, and whether it is signed for. */
  pickUp: z.boolean(),
  receipt: z.string().nullable(),
  signed: z.boolean(),
  /** Where its route leads after this visit. */
  nextQueueName: z.string().nullable(),
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
  missed: z.array(
    z.object({
      ticketId: id,
      number: z.string(),
      queueName: z.string(),
      missedAt: instant,
      /** Where missed numbers lapse, the visitor takes a new one. */
      mayRejoin: z.boolean(),
    }),
  ),
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
  /** What stands at this counter: `fault` as somebody here reported it. */
  devices: z.array(
    z.object({ id, name: z.string(), kind: z.string(), fault: z.enum(FAULT_KINDS).nullable() }),
  ),
  quickFinishSeconds: z.number().int(),
  /** May this clerk call a number out of turn? */
  callByNumber: z.boolean(),
  /** The counter's queues take no more tickets today, and so many still hold one: they are served (requirement 12). */
  afterHours: z.boolean(),
});

export type CounterSnapshot = z.infer<typeof counterSnapshot>;
