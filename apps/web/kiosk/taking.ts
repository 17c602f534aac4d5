import { computed, shallowRef } from 'vue';
import type { CommandReply } from '#libs/contracts/socket';
import { readIssueAnswer } from './issue-answer.js';
import { readerWays } from './reader-ways.js';
import type { Card, Order, Step } from './step.js';

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
