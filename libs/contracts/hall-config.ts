import { z } from 'zod';
import { APPOINTMENT_KINDS } from '../appointments/appointment-policy.js';
import { PLAIN_COLLECTIONS } from '../collections/collection.js';
import { PLAIN_DISCLOSURE, PUBLIC_LISTS } from '../disclosure/disclosure-policy.js';
import { PLAIN_ENQUIRIES } from '../enquiries/enquiry-policy.js';
import { DEVICE_KINDS, OUTCOMES, PLAIN_SIGNS, ZONE_KINDS, type HallConfig } from '../hall/config.js';
import { PLAIN_PUBLICATIONS } from '../publication/publication-policy.js';
import { BOOKING_ASKS, PLAIN_VISITORS } from '../persons/visitor-policy.js';
import { EVIDENCE, PLAIN_ORDER } from '../queueing/order-policy.js';
import { DEFAULT_SLIP } from '../fleet/default-slip.js';
import { devicePort } from './agent.js';
import { deviceSettings, settingsOf } from './device-settings.js';
import { slipTemplate } from './slip-template.js';

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);
const text = z.string().max(200);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const openSpan = z
  .object({ days: z.array(z.number().int().min(1).max(7)), from: time, to: time })
  .refine(({ from, to }) => from < to, 'an opening must end after it begins');

const timeSpan = { from: time, to: time };
const forward = ({ from, to }: { from: string; to: string }) => from < to;

const quota = z.object({
  daily: z.number().int().min(1).max(9999).nullable(),
  periods: z
    .array(z.object({ ...timeSpan, tickets: z.number().int().min(0).max(9999) }).refine(forward))
    .max(48),
});

const specialDay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('holiday'), day: z.iso.date(), name: text }),
  z.object({
    kind: z.literal('workday'),
    day: z.iso.date(),
    name: text,
    asWeekday: z.number().int().min(1).max(7),
  }),
]);
const calendar = z.object({
  specialDays: z.array(specialDay).max(400),
  extraHours: z.array(z.object({ day: z.iso.date(), queueId: id, ...timeSpan }).refine(forward)).max(400),
});

const callOrder = z.object({
  groups: z
    .array(
      z.object({
        ...{ id, name: text.min(1), nameEn: text, evidence: z.enum(EVIDENCE) },
        fromAge: z.number().int().min(1).max(120).nullable().default(null),
      }),
    )
    .max(20),
  share: z.object({
    priority: z.number().int().min(1).max(20),
    ordinary: z.number().int().min(1).max(20),
  }),
  ageingMinutes: z.number().int().min(1).max(600).nullable(),
  callByNumber: z.boolean(),
});

const queue = z.object({
  id,
  prefix: z.string().regex(/^[A-Z]$/),
  name: text.min(1),
  nameEn: text,
  forWhom: text,
  forWhomEn: text,
  zoneId: id,
  matterIds: z.array(id).min(1),
  hours: z.array(openSpan),
  // a document from before these were known means what it meant then
  stopIssuingMinutes: z.number().int().min(0).max(240).default(0),
  quota: quota.default({ daily: null, periods: [] }),
  firstNumber: z.number().int().min(1).max(9000),
  numberDigits: z.number().int().min(1).max(4),
  defaultOutcome: z.enum(OUTCOMES),
  pickUp: z.boolean().default(false),
  calls: z.object({
    maxRecalls: z.number().int().min(0).max(20),
    recallPauseSeconds: z.number().int().min(0).max(300),
    minimumCalls: z.number().int().min(1).max(20),
    rejoinPlaces: z.number().int().min(0).max(100),
    missedMay: z.enum(['rejoin', 'void']).default('rejoin'),
  }),
});

const appointments = z.object({
  queueId: id,
  kind: z.enum(APPOINTMENT_KINDS).default('slot'),
  spans: z.array(openSpan).max(20).default([]),
  slotMinutes: z.number().int().min(5).max(240),
  capacity: z.number().int().min(1).max(500),
  daysAhead: z.number().int().min(0).max(60),
  cancelHours: z.number().int().min(0).max(72).default(2),
  checkInEarlyMinutes: z.number().int().min(0).max(240).default(30),
  checkInLateMinutes: z.number().int().min(0).max(240).default(15),
});

const visitors = z.object({
  booking: z.enum(BOOKING_ASKS),
  oneTicketPerQueue: z.boolean(),
  noShows: z
    .object({ limit: z.number().int().min(1).max(50), days: z.number().int().min(1).max(365) })
    .nullable(),
  keepDays: z.number().int().min(0).max(365),
});

const enquiries = z.object({
  replyMinutes: z.number().int().min(5).max(43_200),
  departments: z
    .array(z.object({ id, name: text.min(1), nameEn: text, place: text, person: text, phone: text }))
    .max(200),
});

const publications = z.object({
  publishWorkingDays: z.number().int().min(1).max(60),
  warnWorkingDays: z.number().int().min(0).max(30),
  rollDays: z.number().int().min(1).max(365),
});

const signs = z.object({
  brightness: z.number().int().min(1).max(16).nullable(),
  lit: z.object(timeSpan).refine(forward).nullable(),
});

const device = z
  .object({
    id,
    kind: z.enum(DEVICE_KINDS),
    name: text.min(1),
    counterId: id.optional(),
    zoneId: id.optional(),
    kioskId: id.optional(),
    printerId: id.optional(),
    agentId: id.optional(),
    driver: z.string().max(40).optional(),
    port: devicePort.optional(),
    address: z.number().int().min(0).max(255).optional(),
    settings: deviceSettings.optional(),
  })
  .superRefine(({ driver, settings }, context) => {
    const fault = settingsOf(driver ?? '').safeParse(settings ?? {}).error?.issues[0];
    if (fault)
      context.addIssue({ code: 'custom', path: ['settings', ...fault.path], message: fault.message });
  });

/** Everything a hall administrator decides, as it comes over the wire and as a version of it is kept. */
export const hallConfig: z.ZodType<HallConfig> = z.object({
  name: text,
  nameEn: text,
  timeZone: z.string().refine((name) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
    } catch {
      return false;
    }
  }, 'not a time zone'),
  complaintPhone: text,
  dutyChief: text,
  guideDesk: text,
  guideDeskEn: text,
  notices: z.array(text).max(20),
  slipHints: z.array(text).max(6),
  slipTemplate: slipTemplate.default([...DEFAULT_SLIP]),
  zones: z.array(z.object({ id, name: text.min(1), nameEn: text, kind: z.enum(ZONE_KINDS) })),
  counters: z.array(
    z.object({
      id,
      number: z.number().int().min(1).max(999),
      zoneId: id,
      post: text,
      postEn: text,
      queueIds: z.array(id),
      backupQueueIds: z.array(id).default([]),
    }),
  ),
  queues: z.array(queue),
  devices: z.array(device),
  invitationSeconds: z.number().int().min(30).max(120),
  reasonSeconds: z.number().int().min(10).max(120),
  quickFinishSeconds: z.number().int().min(0).max(60),
  calendar: calendar.default({ specialDays: [], extraHours: [] }),
  noonRotas: z
    .array(
      z
        .object({ days: z.array(z.number().int().min(1).max(7)), ...timeSpan, counterIds: z.array(id) })
        .refine(forward),
    )
    .max(20)
    .default([]),
  callOrder: callOrder.default(PLAIN_ORDER),
  routes: z
    .array(z.object({ id, name: text.min(1), nameEn: text, queueIds: z.array(id).min(2).max(8) }))
    .max(50)
    .default([]),
  routeRating: z.enum(['each', 'last']).default('last'),
  appointments: z.array(appointments).max(50).default([]),
  visitors: visitors.default(PLAIN_VISITORS),
  signs: signs.default(PLAIN_SIGNS),
  undecidedAtClose: z.enum(['expire', 'carry-over']).default('expire'),
  selfTestMinutes: z.number().int().min(1).max(240).nullable().default(null),
  skills: z
    .array(z.object({ personId: z.string().min(1).max(64), queueIds: z.array(id).min(1) }))
    .max(2000)
    .default([]),
  enquiries: enquiries.default(PLAIN_ENQUIRIES),
  collections: z.object({ keepDays: z.number().int().min(0).max(3_650) }).default(PLAIN_COLLECTIONS),
  publications: publications.default(PLAIN_PUBLICATIONS),
  disclosure: z.object({ list: z.enum(PUBLIC_LISTS) }).default(PLAIN_DISCLOSURE),
});
