import { computed, shallowRef } from 'vue';
import type { IssueAnswer } from '#libs/contracts/commands';
import type { ReadingMessage } from '#libs/contracts/reading';
import type { CommandReply } from '#libs/contracts/socket';
import { readIssueAnswer } from './issue-answer.js';
import { readerWays } from './reader-ways.js';

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
type Failed = Extract<CommandReply, { ok: false }>;

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

type Issue = (order: Order, requestId: string) => Promise<CommandReply>;

function outcomeOf(reply: CommandReply, order: Order): Step {
  if (!reply.ok) return { at: 'failed', order, reply };
  const ticket = readIssueAnswer(reply.answer);
  return ticket === null
    ? { at: 'failed', order, reply: { ok: false, incident: 'answer' } }
    : { at: 'issued', ticket };
}

/**
 * One visitor's way to a ticket. Its requestId is made when a queue is tapped and stays the same for every
 * try, so that one visit to this flow never takes two numbers, however often and on whatever line it is sent.
 */
export function createTaking(issue: Issue, newRequestId: () => string) {
  const step = shallowRef<Step>({ at: 'start' });
  let requestId = '';
  /** Whoever stands here, as long as he does. */
  const card = shallowRef<Card | null>(null);

  const begin = (): void => {
    requestId = newRequestId();
  };
  async function send(order: Order): Promise<void> {
    const sent = requestId;
    step.value = { at: 'issuing', order };
    const reply = await issue(order, sent);
    // Whoever came after must not be shown this one's number.
    if (sent !== requestId) return;
    step.value = outcomeOf(reply, order);
  }

  return {
    step,
    card,
    pending: computed(() => step.value.at === 'issuing'),
    ...readerWays({ step, card, begin, send }),
    choose(queueId: string, pickUp = false): void {
      if (step.value.at !== 'start') return;
      begin();
      step.value = pickUp ? { at: 'receipt', queueId } : { at: 'choosing', queueId, receipt: null };
    },
    explainClosed(queueId: string): void {
      if (step.value.at === 'start') step.value = { at: 'closed', queueId };
    },
    async take(matterId: string | null, routeId: string | null = null): Promise<void> {
      if (step.value.at !== 'choosing') return;
      const { queueId, receipt } = step.value;
      const visitor = card.value && { cardId: card.value.cardId };
      await send({
        ...{ queueId, matterId, routeId },
        ...(receipt === null ? {} : { receipt }),
        ...(visitor ? { visitor } : {}),
      });
    },
    /** The answer was lost: asked for again, under the same requestId. */
    async retry(): Promise<void> {
      if (step.value.at === 'failed' && 'incident' in step.value.reply) await send(step.value.order);
    },
    home(): void {
      if (step.value.at === 'issuing') return;
      requestId = '';
      step.value = { at: 'start' };
    },
  };
}
export type Taking = ReturnType<typeof createTaking>;
