import type { DutySnapshot } from '#libs/contracts/snapshots';
import type { HallState } from '#libs/hall/hall-state';
import { publishBy, urgencyOf } from '#libs/publication/deadline';
import { isOpen } from '#libs/publication/publication';
import type { Viewing } from './hall-head.js';

/** On their way, with little or no time left, the next due first (requirement 103). */
export function urgentPublications(
  { config, publications }: HallState,
  { directory, at }: Viewing,
): DutySnapshot['publications'] {
  const urgent = [...publications.values()].filter(isOpen).flatMap((publication) => {
    const { id: publicationId, kind, state, ownerId, document } = publication;
    const urgency = urgencyOf(config, publication, at);
    const by = document && publishBy(config, document);
    if (urgency === 'none' || by === null) return [];
    const ownerName = directory.person(ownerId)?.name ?? '';
    return [{ publicationId, kind, state, ownerName, publishBy: by, urgency }];
  });
  return urgent.sort((one, other) => (one.publishBy < other.publishBy ? -1 : 1));
}
