import { z } from 'zod';
import {
  LICENCE_STATES,
  PUBLICATION_KINDS,
  SUBJECT_CODES,
  type PublicationDocument,
} from '../publication/document.js';
import { URGENCIES } from '../publication/deadline.js';
import { PUBLICATION_STATES } from '../publication/publication.js';
import { FINDING_KINDS, RULINGS } from '../publication/screening.js';

const id = z.string().min(1).max(64);
const line = z.string().trim().max(300);
const words = z.string().trim().max(4000);
const reason = z.string().trim().min(2).max(300);
const one = z.object({ publicationId: id });

const code = z.string().trim().toUpperCase().max(30);
const licence = z.object({
  kind: z.literal('licence-decision'),
  ...{ documentNumber: line, projectName: line, category: line, content: words, subjectName: line },
  ...{ codeKind: z.enum(SUBJECT_CODES), subjectCode: code, validFrom: line, validUntil: line },
  ...{ authority: line, licenceState: z.enum(LICENCE_STATES), areaCode: line, decidedOn: line },
});
const text = z.object({
  kind: z.enum(['notice', 'policy', 'result']),
  ...{ title: line, text: words, shownUntil: line },
});

/** A draft may have gaps; handed in for review it may not (libs/publication/document.ts). */
export const publicationDocument: z.ZodType<PublicationDocument> = z.discriminatedUnion('kind', [
  licence,
  text,
]);

const document = publicationDocument;
export const draftPublicationBody = z.object({ document }).meta({ id: 'DraftPublication' });
export const editPublicationBody = one.extend({ document }).meta({ id: 'EditPublication' });
export const submitPublicationBody = one.meta({ id: 'SubmitPublication' });
const ruled = z.discriminatedUnion('decision', [
  z.object({ decision: z.literal('pass') }),
  z.object({ decision: z.literal('return'), reason }),
]);
export const reviewPublicationBody = one.extend({ ruled }).meta({ id: 'ReviewPublication' });
export const approvePublicationBody = one
  .extend({
    ruled,
    /** Of everything the screening found: is it masked, or public by law (requirement 107)? */
    rulings: z
      .array(z.object({ key: z.string().max(60), ruling: z.enum(RULINGS) }))
      .max(500)
      .default([]),
  })
  .meta({ id: 'ApprovePublication' });
export const publishPublicationBody = one.meta({ id: 'PublishPublication' });
export const correctPublicationBody = one.extend({ document, reason }).meta({ id: 'CorrectPublication' });
export const withdrawPublicationBody = one.extend({ reason }).meta({ id: 'WithdrawPublication' });

const instant = z.iso.datetime();
export const reportDisplayBody = z
  .object({
    spans: z
      .array(
        z.object({
          publicationId: id,
          ...{ from: instant, to: instant, seconds: z.number().int().min(1).max(86_400) },
        }),
      )
      .min(1)
      .max(400),
  })
  .meta({ id: 'ReportDisplay' });

/** What anybody may read: private words masked. GET /api/halls/:hallId/publications. */
export const publicPublication = z.object({
  publicationId: id,
  document: publicationDocument,
  version: z.number().int(),
  /** SHA-256 of the version as approved, before anything was masked. */
  hash: z.string(),
  publishedAt: instant,
  /** On the screens until then; null: until it is withdrawn. */
  endsAt: instant.nullable(),
  rolling: z.boolean(),
  correctsId: id.nullable(),
});
export type PublicPublication = z.infer<typeof publicPublication>;
export const publicationList = z.object({
  hallName: z.string(),
  hallNameEn: z.string(),
  timeZone: z.string(),
  publications: z.array(publicPublication),
});
export type PublicationList = z.infer<typeof publicationList>;

/** A publication in a list of the office. */
export const publicationRow = z.object({
  publicationId: id,
  kind: z.enum(PUBLICATION_KINDS),
  state: z.enum(PUBLICATION_STATES),
  title: z.string(),
  ownerName: z.string(),
  mine: z.boolean(),
  draftedAt: instant,
  publishedAt: instant.nullable(),
  endsAt: instant.nullable(),
  /** Last day on which it is published in time; null where no time runs. */
  publishBy: z.string().nullable(),
  urgency: z.enum(URGENCIES),
});
export type PublicationRow = z.infer<typeof publicationRow>;

export const publicationDesk = z.object({
  timeZone: z.string(),
  today: z.string(),
  publications: z.array(publicationRow),
});
export type PublicationDesk = z.infer<typeof publicationDesk>;

const proofDay = z.object({
  day: z.string(),
  minutes: z.number(),
  screens: z.array(
    z.object({ deviceId: id, name: z.string(), first: instant, last: instant, minutes: z.number() }),
  ),
  gaps: z.array(z.object({ from: instant, to: instant })),
});

/** GET /api/halls/:hallId/publications/:publicationId: to the staff. */
export const publicationDetail = publicationRow.extend({
  /** Whole for who drafts, reviews or approves it, else as it is shown. */
  document: publicationDocument,
  whole: z.boolean(),
  version: z.number().int(),
  hash: z.string(),
  findings: z.array(
    z.object({
      ...{ key: z.string(), kind: z.enum(FINDING_KINDS), field: z.string() },
      ...{ found: z.string(), masked: z.string(), ruling: z.enum(RULINGS).nullable() },
    }),
  ),
  correctsId: id.nullable(),
  correctionId: id.nullable(),
  steps: z.array(
    z.object({
      step: z.string(),
      version: z.number().int(),
      name: z.string().nullable(),
      reason: z.string().nullable(),
      at: instant,
    }),
  ),
  /** Which steps whoever asks may take now. */
  may: z.array(z.enum(['edit', 'submit', 'review', 'approve', 'publish', 'correct', 'withdraw'])),
  /** Day by day of its time on the screens; empty before it is published. */
  proof: z.array(proofDay),
});
export type PublicationDetail = z.infer<typeof publicationDetail>;

/** At the duty desk: no word of it. */
export const publicationUrgent = z.object({
  publicationId: id,
  kind: z.enum(PUBLICATION_KINDS),
  state: z.enum(PUBLICATION_STATES),
  ownerName: z.string(),
  publishBy: z.string(),
  urgency: z.enum(URGENCIES),
});

/** On a board: words as they may be shown. */
export const boardPublication = z.object({
  publicationId: id,
  kind: z.enum(PUBLICATION_KINDS),
  title: z.string(),
  detail: z.string(),
});
export type BoardPublication = z.infer<typeof boardPublication>;
