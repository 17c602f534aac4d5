import type { Attachment } from '../hall/decision.js';
import type { HallEvent } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import type { PublicationDocument } from './document.js';
import type { PublicationEvent } from './publication-event.js';
import type { Publication } from './publication.js';

export function applyPublications(
  { publications }: HallState,
  { at }: HallEvent,
  fact: PublicationEvent,
  attachment: Attachment | undefined,
): void {
  if (fact.type === 'displayed') return;
  const words = attachment?.kind === 'publication' ? attachment.document : null;
  const set = (id: string | null, change: Partial<Publication>): void => {
    const before = publications.get(id ?? '');
    if (before) publications.set(before.id, { ...before, ...change });
  };
  switch (fact.type) {
    case 'publication-drafted':
      set(fact.correctsId, { correctionId: fact.publicationId });
      publications.set(fact.publicationId, drafted(fact, at, words));
      return;
    case 'publication-withdrawn':
      freeCorrected(publications, fact.publicationId, set);
      return set(fact.publicationId, { state: 'withdrawn', document: null });
    case 'publication-published':
      set(fact.correctsId, { state: 'corrected', document: null });
      return set(fact.publicationId, {
        state: 'published',
        publishedAt: at,
        endsAt: fact.endsAt === null ? null : new Date(fact.endsAt),
      });
    default:
      return set(fact.publicationId, moved(fact, words));
  }
}

function drafted(
  fact: Extract<PublicationEvent, { type: 'publication-drafted' }>,
  draftedAt: Date,
  document: PublicationDocument | null,
): Publication {
  const { publicationId: id, personId: ownerId, kind, version, hash, correctsId } = fact;
  return {
    ...{ id, kind, version, hash, ownerId, correctsId, draftedAt, document, state: 'drafted', rulings: {} },
    ...{ reviewerId: null, approverId: null, correctionId: null, publishedAt: null, endsAt: null },
  };
}

/** Where a correction comes to nothing, another one may be begun. */
function freeCorrected(
  publications: ReadonlyMap<string, Publication>,
  id: string,
  set: (id: string | null, change: Partial<Publication>) => void,
): void {
  const corrects = publications.get(publications.get(id)?.correctsId ?? '');
  if (corrects?.correctionId === id && corrects.state !== 'corrected')
    set(corrects.id, { correctionId: null });
}

type Move = Exclude<
  PublicationEvent,
  {
    type: 'publication-drafted' | 'publication-withdrawn' | 'publication-published' | 'displayed';
  }
>;

function moved(fact: Move, document: PublicationDocument | null): Partial<Publication> {
  switch (fact.type) {
    case 'publication-edited': {
      const { kind, version, hash } = fact;
      return { kind, version, hash, document };
    }
    case 'publication-submitted':
      return { state: 'submitted' };
    case 'publication-reviewed':
      return { state: 'reviewed', reviewerId: fact.personId };
    case 'publication-approved':
      return { state: 'approved', approverId: fact.personId, rulings: fact.rulings };
    case 'publication-returned':
      return { state: 'drafted', reviewerId: null, approverId: null, rulings: {} };
    case 'publication-ended':
      return { state: 'ended', document: null };
  }
}
