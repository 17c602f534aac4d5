import { z } from 'zod';
import { COLLECTED_BY, PROXY_PAPERS } from '../collections/collection.js';
import { sealedVisitor, visitorInput } from './visitor.js';

const id = z.string().min(1).max(64);

/** 60 kB of picture, as base64. */
const LONGEST_SIGNATURE = 80_000;

/** 受理回执 number, as scanned or typed: it names a case, not a person. */
export const receipt = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9-]{1,40}$/);

export const recordCollectionBody = z
  .object({
    ticketId: id,
    receipt,
    by: z.enum(COLLECTED_BY),
    papers: z.array(z.enum(PROXY_PAPERS)).max(PROXY_PAPERS.length),
    /** Drawn by whoever collects: a PNG picture as data URL. */
    signature: z
      .string()
      .max(LONGEST_SIGNATURE)
      .regex(/^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/),
    visitor: visitorInput.nullable().default(null),
  })
  .meta({ id: 'RecordCollection' });
export const sealedRecordCollectionBody = recordCollectionBody.extend({
  signature: z.string(),
  visitor: sealedVisitor.nullable(),
});

/** GET /api/halls/:hallId/collections?day=2026-03-02, or ?receipt=… over all days. */
export const collectionQuery = z
  .object({ day: z.iso.date().optional(), receipt: receipt.optional() })
  .refine(({ day, receipt: asked }) => day !== undefined || asked !== undefined, 'a day or a receipt');
export const collectionList = z.object({
  collections: z.array(
    z.object({
      collectionId: id,
      ticketNumber: z.string(),
      receipt: z.string(),
      by: z.enum(COLLECTED_BY),
      papers: z.array(z.string()),
      at: z.iso.datetime(),
      counterNumber: z.number().int().nullable(),
      staffName: z.string(),
      /** Masked; null where nobody gave a name, or it is purged. */
      collectorName: z.string().nullable(),
      /** There is still a signature to be shown. */
      signed: z.boolean(),
    }),
  ),
});
export type CollectionList = z.infer<typeof collectionList>;

/** POST /api/halls/:hallId/collections/:collectionId/signature: shown, and written down that it was. */
export const signatureShown = z.object({ signature: z.string() });
export type SignatureShown = z.infer<typeof signatureShown>;
