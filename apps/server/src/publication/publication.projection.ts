import type { Attachment } from '#libs/hall/decision';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import { documentText } from '#libs/publication/document';
import type { PublicationEvent } from '#libs/publication/publication-event';
import type { Row, RowWrite } from '../ledger/row-writes.js';

type Step = Exclude<PublicationEvent, { type: 'displayed' }>;
type Words = Extract<Attachment, { kind: 'publication' }> | undefined;

export function projectPublications(
  state: HallState,
  event: HallEvent,
  fact: PublicationEvent,
  attachment: Attachment | undefined,
): RowWrite[] {
  if (fact.type === 'displayed') {
    const { hallId } = state;
    return fact.spans.map((span, place) => ({
      ...{ table: 'display_log', write: 'insert' },
      row: { hallId, sequence: event.sequence, place, deviceId: fact.deviceId, ...span },
    }));
  }
  const words = attachment?.kind === 'publication' ? attachment : undefined;
  return [...projectStep(state, event, fact, words), stepRow(state, event, fact, words)];
}

/** What was done, when, by whom and why: the clock's own steps have no person. */
function stepRow(
  { hallId, publications }: HallState,
  { sequence, at }: HallEvent,
  fact: Step,
  words: Words,
): RowWrite {
  const { publicationId } = fact;
  const step = fact.type.replace('publication-', '');
  const known =
    fact.type === 'publication-ended'
      ? { version: publications.get(publicationId)?.version ?? 1, personId: null }
      : { version: fact.version, personId: fact.personId };
  const reason = words?.reason ?? null;
  return {
    ...{ table: 'publication_step', write: 'insert' },
    row: { hallId, sequence, publicationId, step, at, reason, ...known },
  };
}

const set = (id: string, row: Row): RowWrite => ({ table: 'publication', write: 'set', by: { id }, row });

function projectStep(state: HallState, { at }: HallEvent, fact: Step, words: Words): RowWrite[] {
  const { publicationId: id } = fact;
  switch (fact.type) {
    case 'publication-drafted':
      return [
        ...(fact.correctsId === null ? [] : [set(fact.correctsId, { correctionId: id })]),
        { table: 'publication', write: 'insert', row: draftedRow(state.hallId, at, fact) },
        ...versionRow(fact, at, words),
      ];
    case 'publication-edited': {
      const { kind, version, hash } = fact;
      return [set(id, { kind, version, hash }), ...versionRow(fact, at, words)];
    }
    case 'publication-submitted':
      return [set(id, { state: 'submitted' })];
    case 'publication-reviewed':
      return [set(id, { state: 'reviewed', reviewerId: fact.personId })];
    case 'publication-approved':
      return [
        set(id, {
          state: 'approved',
          approverId: fact.personId,
          rulings: JSON.stringify(fact.rulings),
        }),
      ];
    case 'publication-returned':
      return [set(id, { state: 'drafted', reviewerId: null, approverId: null, rulings: '{}' })];
    case 'publication-published':
      return [
        ...(fact.correctsId === null ? [] : [set(fact.correctsId, { state: 'corrected' })]),
        set(id, { state: 'published', publishedAt: at, endsAt: fact.endsAt }),
      ];
    case 'publication-withdrawn':
      return [...freed(state, id), set(id, { state: 'withdrawn' })];
    case 'publication-ended':
      return [set(id, { state: 'ended' })];
  }
}

/** Where a correction comes to nothing, another one may be begun; the state has moved already. */
function freed({ publications }: HallState, id: string): RowWrite[] {
  const corrects = publications.get(publications.get(id)?.correctsId ?? '');
  return corrects ? [set(corrects.id, { correctionId: corrects.correctionId })] : [];
}

type Drafted = Extract<Step, { type: 'publication-drafted' }>;

const draftedRow = (
  hallId: string,
  draftedAt: Date,
  { publicationId: id, personId: ownerId, kind, version, hash, correctsId }: Drafted,
): Row => ({
  ...{ id, hallId, kind, version, hash, ownerId, correctsId, draftedAt, state: 'drafted', rulings: '{}' },
  ...{ reviewerId: null, approverId: null, correctionId: null, publishedAt: null, endsAt: null },
});

function versionRow(
  { publicationId, personId, version, hash }: Omit<Drafted, 'type' | 'correctsId'>,
  at: Date,
  words: Words,
): RowWrite[] {
  if (!words?.document) return [];
  const document = documentText(words.document);
  return [
    {
      ...{ table: 'publication_version', write: 'insert' },
      row: { publicationId, version, hash, personId, at, document },
    },
  ];
}
