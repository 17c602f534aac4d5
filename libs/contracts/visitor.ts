import { z } from 'zod';
import { ID_KINDS } from '../persons/visitor.js';

/** What a visitor says of himself, as typed. The server checks it, seals it at its door, and tells nobody again. */
export const visitorInput = z
  .object({
    name: z.string().max(60).nullable().default(null),
    idKind: z.enum(ID_KINDS).default('resident-id'),
    idNumber: z.string().max(40).nullable().default(null),
    phone: z.string().max(30).nullable().default(null),
  })
  .refine(({ name, idNumber, phone }) => name || idNumber || phone, 'nothing is said')
  .meta({ id: 'Visitor' });
/** Or the document that lies on the reader beside the kiosk, by the id the kiosk was told. */
export const visitorOrCard = z.union([visitorInput, z.strictObject({ cardId: z.string().max(64) })]);
export type VisitorInput = z.input<typeof visitorInput>;

const hash = z.string().nullable();

/** What the door makes of it: the rules see no more than this. */
export const sealedVisitor = z.object({
  name: hash,
  idKind: z.enum(ID_KINDS),
  idNumber: hash,
  phone: hash,
  idNumberHash: hash,
  phoneHash: hash,
  birthDate: hash,
});
