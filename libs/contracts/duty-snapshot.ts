import { z } from 'zod';
import { TEST_WORDS } from '../fleet/device-test.js';
import { FAULT_KINDS } from '../fleet/fleet-event.js';
import { devicePort, pluggedHid, pluggedSerial } from './agent.js';
import { enquiryCard } from './enquiries.js';
import { publicationUrgent } from './publications.js';
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
      /** Why, in short words, where an agent told. */
      cause: z.string().nullable(),
      /** Since when it says so. */
      since: instant.nullable(),
      counterNumber: z.number().int().nullable(),
      kioskId: id.nullable(),
      agentId: id.nullable(),
      driver: z.string().nullable(),
      port: devicePort.nullable(),
      address: z.number().int().nullable(),
      /** Of a rating that it was one, never which. */
      lastInput: z.object({ kind: z.string(), at: instant }).nullable(),
    }),
  ),
  /** Not closed, the next due first. */
  enquiries: z.array(enquiryCard),
  /** Reported by clerks and not yet settled, oldest first. */
  faults: z.array(
    z.object({
      deviceId: id,
      name: z.string(),
      counterNumber: z.number().int().nullable(),
      what: z.enum(FAULT_KINDS),
      at: instant,
    }),
  ),
  /** What is plugged into the agents' computers, and the names of the devices that are configured there. */
  plugged: z.array(
    z.object({
      agentId: id,
      agentName: z.string(),
      at: instant,
      serial: z.array(pluggedSerial.extend({ usedBy: z.array(z.string()) })),
      hid: z.array(pluggedHid.extend({ usedBy: z.array(z.string()) })),
      problems: z.array(z.string()),
    }),
  ),
  /** The last test of everything; `endedAt` null and not `running`: it was broken off. */
  selfTest: z
    .object({
      begunAt: instant,
      endedAt: instant.nullable(),
      running: z.boolean(),
      /** How many were tested; null when a restart has forgotten it. */
      tested: z.number().int().nullable(),
      failed: z.array(z.object({ deviceId: id, name: z.string(), words: z.enum(TEST_WORDS).nullable() })),
    })
    .nullable(),
  /** On their way, and their time to be published is nearly or wholly over (requirement 103). */
  publications: z.array(publicationUrgent),
});

export type DutySnapshot = z.infer<typeof dutySnapshot>;
