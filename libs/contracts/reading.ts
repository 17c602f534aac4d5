import { z } from 'zod';
import { UNREADABLE } from './agent.js';

const place = { queueName: z.string(), queueNameEn: z.string() };

/** Server → kiosk page, event `reading`: what the reader or scanner beside it has just read. Said once, kept nowhere. */
export const readingMessage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('card'),
    /** For this kiosk's commands, a few minutes long: `visitor: { cardId }`. */
    cardId: z.string(),
    /** Masked. */
    name: z.string(),
    /** The group that the birth date proves. */
    group: z.object({ name: z.string(), nameEn: z.string() }).nullable(),
    /** Waiting tickets of this person. */
    tickets: z.array(z.object({ ticketId: z.string(), number: z.string(), ...place })),
    /** Bookings that stand, the next one first; `open`: it becomes a number now. Hall time. */
    bookings: z.array(
      z.object({ day: z.string(), from: z.string(), to: z.string(), open: z.boolean(), ...place }),
    ),
  }),
  z.object({ kind: z.literal('unreadable'), reason: z.enum(UNREADABLE) }),
  z.object({ kind: z.literal('scan'), text: z.string() }),
]);
export type ReadingMessage = z.infer<typeof readingMessage>;
