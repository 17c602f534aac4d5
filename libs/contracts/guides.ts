import { z } from 'zod';
import {
  GUIDE_PARTS,
  LIFE_EVENTS,
  LIMIT_UNITS,
  MATERIAL_FORMS,
  WITHDRAW_REASONS,
  type GuideDocument,
} from '../disclosure/guide.js';
import { PUBLIC_LISTS } from '../disclosure/disclosure-policy.js';
import { department } from './enquiries.js';

const id = z.string().min(1).max(64);
const line = z.string().trim().max(200);
const text = z.string().trim().max(2000);
const limit = z
  .object({ days: z.number().int().min(0).max(999), unit: z.enum(LIMIT_UNITS) })
  .refine(({ days, unit }) => unit === 'on-the-spot' || days > 0, 'a limit of days has days');

/** 办事指南, as it comes over the wire and as a version of it is kept. */
export const guideDocument: z.ZodType<GuideDocument> = z
  .object({
    code: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/),
    name: line.min(1),
    nameEn: line.default(''),
    authority: line.default(''),
    legalBasis: text.default(''),
    conditions: text.default(''),
    materials: z
      .array(
        z.object({
          name: line.min(1),
          form: z.enum(MATERIAL_FORMS),
          copies: z.number().int().min(0).max(99),
          required: z.boolean(),
          sample: line,
        }),
      )
      .max(60)
      .default([]),
    procedure: z.array(line.min(1)).max(40).default([]),
    statutoryLimit: limit.nullable().default(null),
    promisedLimit: limit.nullable().default(null),
    feeStandard: text.default(''),
    feeBasis: text.default(''),
    place: line.default(''),
    hours: line.default(''),
    delivery: text.default(''),
    contact: line.default(''),
    supervisor: line.default(''),
    complaintPhone: line.default(''),
    result: text.default(''),
    events: z.array(z.enum(LIFE_EVENTS)).max(LIFE_EVENTS.length).default([]),
  })
  .meta({ id: 'GuideDocument' });

const input = { matterId: id.nullable().default(null), document: guideDocument };

export const saveGuideBody = z
  .object({ guideId: id.nullable().default(null), ...input })
  .meta({ id: 'SaveGuide' });

/** As many as a request holds; a page sends a longer file in parts. */
export const IMPORT_MOST = 50;
export const importGuidesBody = z
  .object({ guides: z.array(z.object(input)).min(1).max(IMPORT_MOST) })
  .meta({ id: 'ImportGuides' });

export const publishGuideBody = z
  .object({ guideId: id, version: z.number().int().min(1), effectiveFrom: z.iso.date() })
  .meta({ id: 'PublishGuide' });
export const withdrawGuideBody = z
  .object({ guideId: id, reason: z.enum(WITHDRAW_REASONS) })
  .meta({ id: 'WithdrawGuide' });

const guideCounter = z.object({
  id,
  number: z.number().int(),
  post: z.string(),
  postEn: z.string(),
  zoneId: id,
});

/** GET /api/halls/:hallId/guides?query=&department=&event=: public; the best first. */
export const guideQuery = z.object({
  query: z.string().max(60).optional(),
  department: z.string().max(200).optional(),
  event: z.enum(LIFE_EVENTS).optional(),
});
const guideHead = z.object({
  guideId: id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  authority: z.string(),
});
export type GuideHead = z.infer<typeof guideHead>;
export const guideResults = z.object({
  /** How many there are; the list holds the first of them. */
  total: z.number().int(),
  guides: z.array(guideHead),
  /** Where nothing was found: what comes nearest. */
  nearest: z.array(guideHead),
});
export type GuideResults = z.infer<typeof guideResults>;

/** GET /api/halls/:hallId/guides/:guideId: public, the version in force. */
export const publicGuide = z.object({
  guideId: id,
  version: z.number().int(),
  effectiveFrom: z.iso.date(),
  document: guideDocument,
  /** Who serves it, and when numbers for it are given. */
  counters: z.array(guideCounter),
  queueIds: z.array(id),
});
export type PublicGuide = z.infer<typeof publicGuide>;

/** GET /api/halls/:hallId/directory: public; the hall, its plan, who waits where, and the departments (requirements 29, 30, 31). */
export const hallDirectory = z.object({
  name: z.string(),
  nameEn: z.string(),
  timeZone: z.string(),
  at: z.iso.datetime(),
  complaintPhone: z.string(),
  guideDesk: z.string(),
  guideDeskEn: z.string(),
  list: z.enum(PUBLIC_LISTS),
  /** Of the page itself, for its QR code. */
  address: z.string(),
  zones: z.array(z.object({ id, name: z.string(), nameEn: z.string(), counters: z.array(guideCounter) })),
  queues: z.array(
    z.object({
      id,
      name: z.string(),
      nameEn: z.string(),
      waiting: z.number().int(),
      hours: z.array(z.object({ days: z.array(z.number().int()), from: z.string(), to: z.string() })),
    }),
  ),
  departments: z.array(department),
  /** 办理主体 of the guides in force, with how many each has. */
  authorities: z.array(z.object({ name: z.string(), guides: z.number().int() })),
  events: z.array(z.object({ event: z.enum(LIFE_EVENTS), guides: z.number().int() })),
});
export type HallDirectory = z.infer<typeof hallDirectory>;

/** GET /api/halls/:hallId/guide-desk: for the office; every guide, as its newest version reads. */
export const guideDesk = z.object({
  timeZone: z.string(),
  today: z.iso.date(),
  list: z.enum(PUBLIC_LISTS),
  matters: z.array(z.object({ id, code: z.string(), name: z.string() })),
  /** What the hall itself gives of a matter's guide, by matter; under `""` what it gives of any. */
  given: z.record(z.string(), z.array(z.enum(GUIDE_PARTS))),
  guides: z.array(
    z.object({
      guideId: id,
      code: z.string(),
      name: z.string(),
      authority: z.string(),
      matterId: id.nullable(),
      version: z.number().int(),
      inForce: z.number().int().nullable(),
      /** The next one to come into effect. */
      coming: z.object({ version: z.number().int(), effectiveFrom: z.iso.date() }).nullable(),
      withdrawn: z.boolean(),
      missing: z.array(z.string()),
    }),
  ),
});
export type GuideDesk = z.infer<typeof guideDesk>;
export type GuideRow = GuideDesk['guides'][number];

/** GET /api/halls/:hallId/guide-desk/:guideId: its versions, newest first (requirement 106). */
export const guideHistory = z.object({
  guideId: id,
  matterId: id.nullable(),
  document: guideDocument,
  versions: z.array(
    z.object({
      version: z.number().int(),
      savedAt: z.iso.datetime(),
      savedBy: z.string(),
      effectiveFrom: z.iso.date().nullable(),
      publishedAt: z.iso.datetime().nullable(),
      publishedBy: z.string().nullable(),
      withdrawnAt: z.iso.datetime().nullable(),
      reason: z.enum(WITHDRAW_REASONS).nullable(),
      document: guideDocument,
    }),
  ),
});
export type GuideHistory = z.infer<typeof guideHistory>;
