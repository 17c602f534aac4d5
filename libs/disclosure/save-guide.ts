import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { Refusal } from '../refusal.js';
import type { GuideEvent } from './guide-event.js';
import type { GuideDocument } from './guide.js';
import { emptyParts } from './public-lists.js';

export interface GuideInput {
  matterId: string | null;
  document: GuideDocument;
  documentHash: string;
}

/** A new draft of a guide, of a new one where `guideId` is null. Nothing public changes. */
export function saveGuide(
  state: HallState,
  { guideId, ...input }: GuideInput & { guideId: string | null },
  { newId }: Asking,
): Decision<{ guideId: string; version: number }> {
  const before = guideId === null ? undefined : guideOf(state, guideId);
  const holder = byCode(state).get(input.document.code);
  if (holder !== undefined && holder !== before?.id)
    throw new Refusal('guide-code-taken', { code: input.document.code });
  const fact = savedFact(state, before?.id ?? newId(), input);
  return {
    facts: [fact],
    answer: { guideId: fact.guideId, version: fact.version },
    attachment: { kind: 'guides', documents: { [fact.guideId]: input.document } },
  };
}

/** Many drafts at once, all or none: a code that is known gets its next version, any other a guide of its own. */
export function importGuides(
  state: HallState,
  { guides }: { guides: readonly GuideInput[] },
  { newId }: Asking,
): Decision<{ created: number; revised: number }> {
  const known = byCode(state);
  const seen = new Set<string>();
  const facts: GuideEvent[] = [];
  const documents: Record<string, GuideDocument> = {};
  for (const input of guides) {
    const { code } = input.document;
    if (seen.has(code)) throw new Refusal('guide-code-twice', { code });
    seen.add(code);
    const fact = savedFact(state, known.get(code) ?? newId(), input);
    facts.push(fact);
    documents[fact.guideId] = input.document;
  }
  const revised = [...seen].filter((code) => known.has(code)).length;
  return {
    facts,
    answer: { created: guides.length - revised, revised },
    attachment: { kind: 'guides', documents },
  };
}

export function guideOf({ guides }: HallState, guideId: string) {
  const guide = guides.get(guideId);
  if (!guide) throw new Refusal('guide-unknown');
  return guide;
}

const byCode = ({ guides }: HallState): Map<string, string> =>
  new Map([...guides.values()].map(({ id, code }) => [code, id]));

function savedFact(
  state: HallState,
  guideId: string,
  { matterId, document, documentHash }: GuideInput,
): Extract<GuideEvent, { type: 'guide-saved' }> {
  const known = state.config.queues.some(
    ({ matterIds }) => matterId !== null && matterIds.includes(matterId),
  );
  if (matterId !== null && !known) throw new Refusal('matter-unknown');
  const version = (state.guides.get(guideId)?.versions.at(-1)?.version ?? 0) + 1;
  return {
    ...{ type: 'guide-saved', guideId, code: document.code, matterId, version, documentHash },
    empty: emptyParts(document),
  };
}
