import { businessDay, dayAfter, startOfDay } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import type { HallFact } from '../hall/hall-event.js';
import { Refusal } from '../refusal.js';
import type { PublicationDocument } from './document.js';
import { withWords } from './draft.js';
import { askingPerson, ownPublication, publicationFor } from './own-publication.js';
import type { Publication } from './publication.js';
import { screen, type Ruling, type Rulings } from './screening.js';

type Ruled = { decision: 'pass' } | { decision: 'return'; reason: string };

/** 科室负责人审核 (requirement 102): somebody else than whoever drafted it. */
export function reviewPublication(
  state: HallState,
  body: { publicationId: string; ruled: Ruled },
  asking: Asking,
): Decision {
  const publication = publicationFor('review', state, body.publicationId);
  const { personId } = askingPerson(asking);
  if (publication.ownerId === personId) throw new Refusal('publication-own');
  if (body.ruled.decision === 'return') return returned(publication, personId, body.ruled.reason);
  const { id: publicationId, version } = publication;
  return { facts: [{ type: 'publication-reviewed', publicationId, personId, version }], answer: {} };
}

/** 分管副局长批准 (requirement 102): a third person, who has said of everything that was found what becomes of it (requirement 107). */
export function approvePublication(
  state: HallState,
  body: { publicationId: string; ruled: Ruled; rulings: { key: string; ruling: Ruling }[] },
  asking: Asking,
): Decision {
  const publication = publicationFor('approve', state, body.publicationId);
  const { personId } = askingPerson(asking);
  if (publication.ownerId === personId) throw new Refusal('publication-own');
  if (publication.reviewerId === personId) throw new Refusal('publication-reviewed-by-you');
  if (body.ruled.decision === 'return') return returned(publication, personId, body.ruled.reason);
  const { id: publicationId, version, document } = publication;
  const rulings = rulingsOn(document, body.rulings);
  return {
    facts: [{ type: 'publication-approved', publicationId, personId, version, rulings }],
    answer: {},
  };
}

function rulingsOn(
  document: PublicationDocument | null,
  said: readonly { key: string; ruling: Ruling }[],
): Rulings {
  const known = new Map(said.map(({ key, ruling }) => [key, ruling]));
  const findings = document ? screen(document) : [];
  const open = findings.filter(({ key }) => !known.has(key));
  if (open.length > 0) throw new Refusal('findings-open', { count: open.length });
  return Object.fromEntries(findings.map(({ key }) => [key, known.get(key) ?? 'masked']));
}

const returned = ({ id, version }: Publication, personId: string, reason: string): Decision => ({
  facts: [{ type: 'publication-returned', publicationId: id, personId, version }],
  answer: {},
  attachment: withWords(null, reason),
});

/** By whoever answers for it, once a third person has approved it (requirements 102, 106). */
export function publishPublication(
  state: HallState,
  { publicationId }: { publicationId: string },
  asking: Asking,
): Decision<{ endsAt: string | null }> {
  const publication = ownPublication('publish', state, publicationId, asking);
  const { ownerId: personId, version, correctsId, document } = publication;
  const corrected = state.publications.get(correctsId ?? '');
  if (corrected?.state === 'withdrawn') throw new Refusal('publication-wrong-state');
  const endsAt = document && endOf(state, document, asking.at);
  return {
    facts: [{ type: 'publication-published', publicationId, personId, version, correctsId, endsAt }],
    answer: { endsAt },
  };
}

/** 滚动公示 10 日 (requirement 104): whole days after the one it is published on. A text says itself how long; without a word, until it is withdrawn. */
function endOf({ config }: HallState, document: PublicationDocument, at: Date): string | null {
  const { timeZone, publications } = config;
  const today = businessDay(at, timeZone);
  const ends = (last: string) => startOfDay(dayAfter(last), timeZone).toISOString();
  if (document.kind === 'licence-decision') return ends(dayAfter(today, publications.rollDays));
  if (document.shownUntil === '') return null;
  return ends(document.shownUntil < today ? today : document.shownUntil);
}

/** Taken back, with a reason, by whoever answers for it or by who may approve (requirement 106). */
export function withdrawPublication(
  state: HallState,
  { publicationId, reason }: { publicationId: string; reason: string },
  asking: Asking,
): Decision {
  const { ownerId, version } = publicationFor('withdraw', state, publicationId);
  const { personId, roles } = askingPerson(asking);
  if (ownerId !== personId && !roles.includes('approver')) throw new Refusal('publication-not-yours');
  return {
    facts: [{ type: 'publication-withdrawn', publicationId, personId, version }],
    answer: {},
    attachment: withWords(null, reason),
  };
}

/** Given by the clock: what has been shown for its time leaves the screens. */
export function endPublications(state: HallState, _body: object, { at }: Asking): Decision {
  const facts: HallFact[] = [];
  for (const { id: publicationId, state: stands, endsAt } of state.publications.values())
    if (stands === 'published' && endsAt !== null && endsAt <= at)
      facts.push({ type: 'publication-ended', publicationId });
  return { facts, answer: {} };
}
