import type { BoardPublication } from '#libs/contracts/publications';
import type { HallState } from '#libs/hall/hall-state';
import { titleOf, type PublicationDocument } from '#libs/publication/document';
import { isShown, type Publication } from '#libs/publication/publication';
import { shownDocument } from '#libs/publication/screening';

/** A publication is replaced, never edited: what is made of one holds for as long as it stands. */
const made = new WeakMap<Publication, BoardPublication | null>();

/** Everything in its time on the screens, newest first, as it may be shown (requirements 104, 107). */
export function boardPublications({ publications }: HallState): BoardPublication[] {
  const shown = [...publications.values()].filter(isShown);
  const newest = shown.sort((a, b) => (b.publishedAt?.getTime() ?? 0) - (a.publishedAt?.getTime() ?? 0));
  return newest.flatMap((publication) => {
    const known = made.get(publication) ?? boardPublication(publication);
    made.set(publication, known);
    return known ?? [];
  });
}

function boardPublication({
  id: publicationId,
  kind,
  document,
  rulings,
}: Publication): BoardPublication | null {
  if (!document) return null;
  const words = shownDocument(document, rulings);
  return { publicationId, kind, title: titleOf(words), detail: detailOf(words) };
}

const detailOf = (words: PublicationDocument): string =>
  words.kind === 'licence-decision'
    ? `${words.subjectName} · ${words.authority} · ${words.validFrom}–${words.validUntil}`
    : words.text;
