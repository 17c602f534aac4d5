import { z } from 'zod';

/** An instant on the wire: ISO 8601 in UTC. */
export const instant = z.iso.datetime();
export const id = z.string();

/** Expected wait in minutes, rounded up: half the people wait at most `from`, four in five at most `to`. */
export const waitRange = z.object({ from: z.number().int(), to: z.number().int() });
export type WaitRange = z.infer<typeof waitRange>;

export const hallHead = z.object({
  name: z.string(),
  nameEn: z.string(),
  timeZone: z.string(),
  complaintPhone: z.string(),
});

/** Where a visitor stands, as the clerk's page and the phone see it. */
export const TICKET_STATES = [
  'waiting',
  'called',
  'serving',
  'served',
  'parked',
  'missed',
  'carried',
  'cancelled',
  'expired',
] as const;
export const ticketState = z.enum(TICKET_STATES);

export const staffCard = z.object({
  name: z.string(),
  post: z.string(),
  postEn: z.string(),
  staffNumber: z.string(),
  photoUrl: z.string(),
});
