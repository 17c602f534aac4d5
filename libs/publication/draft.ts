import type { Asking, Attachment, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { Refusal } from '../refusal.js';
import { faultsOf, type PublicationDocument } from './document.js';
import { askingPerson, ownPublication } from './own-publication.js';

/** `hash`: of the words as they are stored. */
export interface Words {
  document: PublicationDocument;
  hash: string;
}

export const withWords = (
  document: PublicationDocument | null,
  reason: string | null = null,
): Attachment => ({
  kind: 'publication',
  document,
  reason,
});

/** 公告内容由承办人制作 (requirement 102): what is not complete yet may be put down. */
export function draftPublication(
  _state: HallState,
  { document, hash }: Words,
  asking: Asking,
): Decision<{ publicationId: string }> {
  const { personId } = askingPerson(asking);
  const publicationId = asking.newId();
  return {
    facts: [
      {
        ...{ type: 'publication-drafted', publicationId, personId, kind: document.kind },
        ...{ version: 1, hash, correctsId: null },
      },
    ],
    answer: { publicationId },
    attachment: withWords(document),
  };
}

/** Only a draft, or one that was returned: what somebody has looked at stays as he saw it. */
export function editPublication(
  state: HallState,
  { publicationId, document, hash }: Words & { publicationId: string },
  asking: Asking,
): Decision {
  const { version, ownerId: personId } = ownPublication('edit', state, publicationId, asking);
  return {
    facts: [
      {
        ...{ type: 'publication-edited', publicationId, personId, kind: document.kind },
        ...{ version: version + 1, hash },
      },
    ],
    answer: {},
    attachment: withWords(document),
  };
}

/** Handed in for review: complete, or not at all (requirements 96, 108). */
export function submitPublication(
  state: HallState,
  { publicationId }: { publicationId: string },
  asking: Asking,
): Decision {
  const { document, version, ownerId } = ownPublication('submit', state, publicationId, asking);
  const count = document ? faultsOf(document).length : 0;
  if (count > 0) throw new Refusal('publication-incomplete', { count });
  return {
    facts: [{ type: 'publication-submitted', publicationId, personId: ownerId, version }],
    answer: {},
  };
}

/** What is public is not rewritten: a new publication is to stand in its place, and takes the same road (requirement 106). */
export function correctPublication(
  state: HallState,
  { publicationId: correctsId, reason, document, hash }: Words & { publicationId: string; reason: string },
  asking: Asking,
): Decision<{ publicationId: string }> {
  const { ownerId: personId, correctionId } = ownPublication('correct', state, correctsId, asking);
  if (correctionId !== null) throw new Refusal('correction-open');
  const publicationId = asking.newId();
  return {
    facts: [
      {
        ...{ type: 'publication-drafted', publicationId, personId, kind: document.kind },
        ...{ version: 1, hash, correctsId },
      },
    ],
    answer: { publicationId },
    attachment: withWords(document, reason),
  };
}
