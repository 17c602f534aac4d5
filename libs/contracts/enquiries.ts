import { z } from 'zod';
import { ENQUIRY_CHANNELS, ENQUIRY_OUTCOMES, ENQUIRY_STATES } from '../enquiries/enquiry.js';
import { sealedVisitor, visitorInput } from './visitor.js';

const id = z.string().min(1).max(64);
const words = z.string().trim().min(1).max(1000);
const sealedWords = z.string();
const replyMinutes = z.number().int().min(5).max(43_200).nullable().default(null);
const atEnquiry = z.object({ enquiryId: id });

/** What was asked, by whom where he says so (requirement 27), and until when a reply is due. */
export const logEnquiryBody = z
  .object({
    channel: z.enum(ENQUIRY_CHANNELS),
    queueId: id.nullable().default(null),
    matterId: id.nullable().default(null),
    ticketId: id.nullable().default(null),
    replyMinutes,
    question: words,
    visitor: visitorInput.nullable().default(null),
  })
  .meta({ id: 'LogEnquiry' });
export const sealedLogEnquiryBody = logEnquiryBody.extend({
  question: sealedWords,
  visitor: sealedVisitor.nullable(),
});

export const handOverEnquiryBody = atEnquiry
  .extend({
    to: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('person'), personId: id }),
      z.object({ kind: z.literal('department'), departmentId: id }),
    ]),
    /** They were called, and know of it (requirement 32). */
    warm: z.boolean(),
    replyMinutes,
  })
  .meta({ id: 'HandOverEnquiry' });

export const replyEnquiryBody = atEnquiry.extend({ words }).meta({ id: 'ReplyEnquiry' });
export const sealedReplyEnquiryBody = replyEnquiryBody.extend({ words: sealedWords });

export const answerEnquiryBody = atEnquiry
  .extend({
    outcome: z.enum(ENQUIRY_OUTCOMES),
    /** Where the visitor was sent. */
    departmentId: id.nullable().default(null),
    words: words.nullable().default(null),
  })
  .meta({ id: 'AnswerEnquiry' });
export const sealedAnswerEnquiryBody = answerEnquiryBody.extend({ words: sealedWords.nullable() });

/** An enquiry that is not closed, as screens know it: no words of it. */
export const enquiryCard = z.object({
  enquiryId: id,
  channel: z.enum(ENQUIRY_CHANNELS),
  /** The matter, else the queue, it is about. */
  topic: z.string().nullable(),
  topicEn: z.string().nullable(),
  ownerName: z.string(),
  /** The colleague or department it was handed to. */
  toName: z.string().nullable(),
  warm: z.boolean(),
  status: z.enum(ENQUIRY_STATES),
  loggedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  overdue: z.boolean(),
});
export type EnquiryCard = z.infer<typeof enquiryCard>;

export const department = z.object({
  id,
  name: z.string(),
  nameEn: z.string(),
  place: z.string(),
  person: z.string(),
  phone: z.string(),
});

/** GET /api/halls/:hallId/enquiries: those not closed that concern whoever asks, with their words, and what handing one over needs. */
export const enquiryDesk = z.object({
  timeZone: z.string(),
  complaintPhone: z.string(),
  guideDesk: z.string(),
  guideDeskEn: z.string(),
  replyMinutes: z.number().int(),
  mayLog: z.boolean(),
  enquiries: z.array(
    enquiryCard.extend({
      question: z.string(),
      reply: z.string().nullable(),
      /** Masked. */
      visitorName: z.string().nullable(),
      visitorPhone: z.string().nullable(),
      /** The slip number it came with. */
      ticketNumber: z.string().nullable(),
      /** Whoever asks was asked first, or has to reply. */
      mine: z.boolean(),
    }),
  ),
  topics: z.array(
    z.object({
      queueId: id,
      name: z.string(),
      nameEn: z.string(),
      matters: z.array(z.object({ id, name: z.string(), nameEn: z.string() })),
    }),
  ),
  colleagues: z.array(z.object({ personId: id, name: z.string() })),
  departments: z.array(department),
});
export type EnquiryDesk = z.infer<typeof enquiryDesk>;
export type EnquiryRow = EnquiryDesk['enquiries'][number];

/** GET /api/halls/:hallId/enquiries/figures?from=2026-03-02&to=2026-03-08 */
export const enquiryFiguresQuery = z
  .object({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to, 'the last day is before the first');
