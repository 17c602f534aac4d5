import type { IssueAnswer } from '#libs/contracts/commands';
import type { ReadingMessage } from '#libs/contracts/reading';
import type { CommandReply } from '#libs/contracts/socket';

/** What the reader beside the kiosk has read of a card. */
export type Card = Extract<ReadingMessage, { kind: 'card' }>;
/** A way to name a booking. */
export type Booked = { pass: string } | { visitor: { phone: string } | { cardId: string } };
/** A number of a queue, or the one a booking stands for. `routeId`: several queues in turn on one number. */
export type Order =
  | {
      queueId: string;
      matterId: string | null;
      routeId: string | null;
      receipt?: string;
      visitor?: { cardId: string };
    }
  | Booked;
export const isBooked = (order: Order): order is Booked => !('queueId' in order);

/** A number that the visitor holds already, where that is why no other was given. */
export function heldIn(reply: Failed): { ticketId: string; number: string } | null {
  if ('incident' in reply || reply.refusal.code !== 'already-waiting') return null;
  const { ticketId, number } = reply.refusal.params;
  return { ticketId: String(ticketId), number: String(number) };
}
export type Failed = Extract<CommandReply, { ok: false }>;

export type Step =
  | { at: 'start' }
  | { at: 'closed'; queueId: string }
  /** Something is collected there: the receipt is asked for (requirement 87). */
  | { at: 'receipt'; queueId: string }
  | { at: 'choosing'; queueId: string; receipt: string | null }
  | { at: 'booked' }
  /** A card was laid whose holder is known here: by a booking, or by a number that waits. */
  | { at: 'known'; card: Card }
  | { at: 'issuing'; order: Order }
  | { at: 'issued'; ticket: IssueAnswer }
  | { at: 'failed'; order: Order; reply: Failed };
