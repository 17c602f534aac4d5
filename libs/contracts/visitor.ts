import { z } from 'zod';
import { ID_KINDS } from '../persons/visitor.js';

/** What a visitor says of himself, as typed. The server checks it, seals it at its door, and tells nobody again. */
const said = z.object({
  name: z.string().max(60).nullable().default(null),
  idKind: z.enum(ID_KINDS).default('resident-id'),
  idNumber: z.string().max(40).nullable().default(null),
  phone: z.string().max(30).nullable().default(null),
});
export const visitorInput = said
  .refine(({ name, idNumber, phone }) => name || idNumber || phone, 'nothing is said')
  .meta({ id: 'Visitor' });
/** Or the document that lies on the reader beside the kiosk, by the id the kiosk was told. */
const laidCard = z.strictObject({ cardId: z.string().max(64) });
export const visitorOrCard = z.union([visitorInput, laidCard]);
export type VisitorInput = z.input<typeof visitorInput>;

/** And where staff come to: heard only where somebody is sent (requirement 18). */
export const residentInput = said
  .extend({ address: z.string().max(200).nullable().default(null) })
  .meta({ id: 'Resident' });
/** Whichever of them a command's own shape has let in. */
export const anyVisitor = z.union([laidCard, residentInput]).nullable();
export type ResidentInput = z.input<typeof residentInput>;

const hash = z.string().nullable();

/** What the door makes of it: the rules see no more than this. */
export const sealedVisitor = z.object({
  name: hash,
  idKind: z.enum(ID_KINDS),
  idNumber: hash,
  phone: hash,
  address: hash,
  idNumberHash: hash,
  phoneHash: hash,
  birthDate: hash,
});
