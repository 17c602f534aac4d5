import { z } from 'zod';
import { SLIP_FIELDS, type SlipLine } from '../fleet/slip-template.js';
import { dots, look } from './print-document.js';

const text = z.string().max(200);
const when = z.enum(SLIP_FIELDS).nullable();

const slipLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), when, text, ...look }),
  z.object({ kind: z.literal('pair'), when, label: text, value: text }),
  z.object({ kind: z.literal('item'), when, text }),
  z.object({ kind: z.literal('qr'), when, text, caption: text }),
  z.object({ kind: z.literal('rule'), when }),
  z.object({ kind: z.literal('space'), when, dots }),
]);

/** A hall's own slip, line by line: more than these would be a slip nobody reads. */
export const slipTemplate: z.ZodType<SlipLine[]> = z.array(slipLine).max(48);
