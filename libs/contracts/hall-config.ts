import { z } from 'zod';
import { DEVICE_KINDS, OUTCOMES, ZONE_KINDS, type HallConfig } from '../hall/config.js';
import { devicePort } from './agent.js';

const id = z.string().regex(/^[a-z0-9-]{1,64}$/);
const text = z.string().max(200);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const openSpan = z
  .object({ days: z.array(z.number().int().min(1).max(7)), from: time, to: time })
  .refine(({ from, to }) => from < to, 'an opening must end after it begins');

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
  firstNumber: z.number().int().min(1).max(9000),
  numberDigits: z.number().int().min(1).max(4),
  defaultOutcome: z.enum(OUTCOMES),
  calls: z.object({
    maxRecalls: z.number().int().min(0).max(20),
    recallPauseSeconds: z.number().int().min(0).max(300),
    minimumCalls: z.number().int().min(1).max(20),
    rejoinPlaces: z.number().int().min(0).max(100),
  }),
});

const device = z.object({
  id,
  kind: z.enum(DEVICE_KINDS),
  name: text.min(1),
  counterId: id.optional(),
  zoneId: id.optional(),
  printerId: id.optional(),
  agentId: id.optional(),
  driver: z.string().max(40).optional(),
  port: devicePort.optional(),
  address: z.number().int().min(0).max(255).optional(),
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
  zones: z.array(z.object({ id, name: text.min(1), nameEn: text, kind: z.enum(ZONE_KINDS) })),
  counters: z.array(
    z.object({
      id,
      number: z.number().int().min(1).max(999),
      zoneId: id,
      post: text,
      postEn: text,
      queueIds: z.array(id),
    }),
  ),
  queues: z.array(queue),
  devices: z.array(device),
  invitationSeconds: z.number().int().min(30).max(120),
  reasonSeconds: z.number().int().min(10).max(120),
  quickFinishSeconds: z.number().int().min(0).max(60),
});
