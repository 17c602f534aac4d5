import { z } from 'zod';
import { ALIGNS, type PrintDocument } from '../fleet/print-document.js';

const times = z.number().int().min(1).max(8);
/** How text looks on paper, in times the normal character. */
export const look = { width: times, height: times, bold: z.boolean(), align: z.enum(ALIGNS) };
/** White between two lines; a metre of it is a mistake. */
export const dots = z.number().int().min(1).max(240);

const printBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), oneLine: z.boolean(), ...look }),
  z.object({ kind: z.literal('pair'), label: z.string(), value: z.string() }),
  z.object({ kind: z.literal('item'), text: z.string() }),
  z.object({ kind: z.literal('qr'), text: z.string(), caption: z.string() }),
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('space'), dots }),
]);

/** A paper to print: the agent's driver turns it into the printer's bytes. Texts are ready to print, in the hall's language. */
export const printDocument: z.ZodType<PrintDocument> = z.object({ blocks: z.array(printBlock).max(400) });
