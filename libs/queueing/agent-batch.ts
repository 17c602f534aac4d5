import { businessDay } from '../calendar/business-day.js';
import { apply } from '../hall/apply.js';
import { actorKey } from '../hall/actor.js';
import type { Asking, Attachment, Decision } from '../hall/decision.js';
import type { HallFact } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import { recordVisitor } from '../persons/record-visitor.js';
import { sealed } from '../persons/sealed.js';
import type { SealedVisitor } from '../persons/visitor.js';
import { Refusal } from '../refusal.js';
import type { IssueAnswer } from './give-number.js';
import { issue } from './issue.js';

export interface AgentBatchBody {
  /** 代办员: who hands the cases in. */
  visitor: SealedVisitor | null;
  /** Each with the applicant it is for, where he is named. */
  items: { queueId: string; matterId: string | null; visitor: SealedVisitor | null }[];
}

/** One person hands in several cases for others: each enters its queue at once, as any other number does (requirements 24, 25). */
export function issueAgentBatch(
  state: HallState,
  { visitor, items }: AgentBatchBody,
  asking: Asking,
): Decision<{ batchId: string; tickets: IssueAnswer[] }> {
  if (asking.actor.kind !== 'person') throw new Refusal('not-allowed');
  if (!visitor?.name) throw new Refusal('agent-needed');
  const day = businessDay(asking.at, state.config.timeZone);
  const agent = recordVisitor(state, visitor, day, asking);
  const batch = { batchId: asking.newId(), batchSize: items.length };
  const facts: HallFact[] = [
    ...agent.facts,
    {
      ...{ type: 'agent-registered', day, batchId: batch.batchId, size: items.length },
      ...{ visitorId: agent.visitorId, personId: asking.actor.personId },
    },
  ];
  const given = inTurn(state, asking, items, (now, item) => issue(now, { ...item, batch }, asking));
  const own = sealed([agent]);
  return {
    facts: [...facts, ...given.flatMap((one) => one.facts)],
    answer: { batchId: batch.batchId, tickets: given.map(({ answer }) => answer) },
    attachment: given.reduce((all, { attachment }) => together(all, attachment), own),
  };
}

/** Each is decided on what the ones before it made of the hall, though nothing of it has happened yet. */
function inTurn<Item, Answer extends object>(
  state: HallState,
  { at, actor }: Asking,
  items: readonly Item[],
  decide: (now: HallState, item: Item) => Decision<Answer>,
): Decision<Answer>[] {
  const rehearsal = structuredClone(state);
  const { configVersion } = state;
  return items.map((item) => {
    const decision = decide(rehearsal, item);
    for (const fact of decision.facts) {
      const sequence = rehearsal.sequence + 1;
      const event = { sequence, at, actor: actorKey(actor), requestId: '', configVersion, fact };
      apply(rehearsal, event, decision.attachment);
    }
    return decision;
  });
}

function together(one: Attachment, other: Attachment | undefined): Attachment {
  if (one.kind !== 'sealed' || other?.kind !== 'sealed') return one;
  const { visitors, texts } = other;
  return { kind: 'sealed', visitors: { ...one.visitors, ...visitors }, texts: { ...one.texts, ...texts } };
}
