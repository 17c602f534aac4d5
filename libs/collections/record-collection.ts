import { businessDay, dayAfter } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { askingCounter, queueOf } from '../hall/lookup.js';
import { recordVisitor } from '../persons/record-visitor.js';
import { sealed } from '../persons/sealed.js';
import type { SealedVisitor } from '../persons/visitor.js';
import { atCounter } from '../queueing/at-counter.js';
import { mustAllow } from '../queueing/ticket-moves.js';
import { Refusal } from '../refusal.js';
import { PROXY_PAPERS, type CollectedBy, type ProxyPaper } from './collection.js';

export interface CollectionBody {
  ticketId: string;
  receipt: string;
  by: CollectedBy;
  papers: ProxyPaper[];
  /** Sealed. */
  signature: string;
  visitor: SealedVisitor | null;
}

/** What is handed out is signed for, by whoever comes with the receipt or is sent with the papers (requirements 87, 88, 89). */
export function recordCollection(
  state: HallState,
  { ticketId, receipt, by, papers, signature, visitor }: CollectionBody,
  asking: Asking,
): Decision<{ collectionId: string }> {
  const { counter, personId } = askingCounter(state, asking);
  const ticket = atCounter(state, ticketId, counter.id);
  mustAllow('finish', ticket);
  if (!queueOf(state, ticket.queueId).pickUp) throw new Refusal('no-pick-up', { number: ticket.number });
  if (by === 'proxy' && !PROXY_PAPERS.every((paper) => papers.includes(paper)))
    throw new Refusal('papers-missing');
  const day = businessDay(asking.at, state.config.timeZone);
  const recorded = visitor && recordVisitor(state, visitor, day, asking);
  const collectionId = asking.newId();
  return {
    facts: [
      ...(recorded?.facts ?? []),
      {
        ...{ type: 'collection-recorded', collectionId, ticketId, receipt, by, day, personId },
        papers: by === 'proxy' ? papers : [],
        counterId: counter.id,
        visitorId: recorded?.visitorId ?? null,
        purgeOn: dayAfter(day, state.config.collections.keepDays + 1),
      },
    ],
    answer: { collectionId },
    attachment: sealed([recorded], { [collectionId]: signature }),
  };
}

/** Who looked at a signature, and when, stands in the chain before they do. */
export function showSignature(
  state: HallState,
  { collectionId }: { collectionId: string },
  { actor }: Asking,
): Decision {
  if (actor.kind !== 'person') throw new Refusal('not-allowed');
  if (!state.signatures.has(collectionId)) throw new Refusal('collection-unknown');
  return { facts: [{ type: 'signature-shown', collectionId }], answer: {} };
}
