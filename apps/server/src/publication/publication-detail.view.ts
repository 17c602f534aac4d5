import { businessDay, dayAfter } from '#libs/calendar/business-day';
import type { PublicationDetail, PublicationRow } from '#libs/contracts/publications';
import type { Actor } from '#libs/hall/actor';
import type { HallConfig } from '#libs/hall/config';
import { publishBy, urgencyOf } from '#libs/publication/deadline';
import { titleOf, type PublicationDocument } from '#libs/publication/document';
import { proofOf, type Shown } from '#libs/publication/proof';
import { PUBLICATION_MOVES, type Publication, type PublicationMove } from '#libs/publication/publication';
import { screen, shownDocument } from '#libs/publication/screening';
import type { Directory } from '../state/directory.js';

export type PersonActor = Extract<Actor, { kind: 'person' }>;

/** A publication with its words, wherever they stand. */
export interface Told {
  publication: Publication;
  document: PublicationDocument;
}

/** Who drafts, reviews or approves it reads it whole; others as it is shown. */
export const readsWhole = ({ ownerId }: Publication, { personId, roles }: PersonActor): boolean =>
  ownerId === personId || roles.includes('reviewer') || roles.includes('approver');

export function rowOf(
  config: HallConfig,
  { publication, document }: Told,
  { actor, directory, at }: { actor: PersonActor; directory: Directory; at: Date },
): PublicationRow {
  const { id: publicationId, kind, state, ownerId, rulings } = publication;
  const words = readsWhole(publication, actor) ? document : shownDocument(document, rulings);
  return {
    ...{ publicationId, kind, state, title: titleOf(words), mine: ownerId === actor.personId },
    ownerName: directory.person(ownerId)?.name ?? '',
    draftedAt: publication.draftedAt.toISOString(),
    publishedAt: publication.publishedAt?.toISOString() ?? null,
    endsAt: publication.endsAt?.toISOString() ?? null,
    publishBy: publishBy(config, document),
    urgency: urgencyOf(config, { state, document }, at),
  };
}

/** The steps that would not be refused: the rules decide again when one is taken. */
export function mayTake(publication: Publication, { personId, roles }: PersonActor): PublicationMove[] {
  const own = publication.ownerId === personId;
  const allowed: Readonly<Record<PublicationMove, boolean>> = {
    edit: own,
    submit: own,
    review: !own && roles.includes('reviewer'),
    approve: !own && publication.reviewerId !== personId && roles.includes('approver'),
    publish: own,
    correct: own && publication.correctionId === null,
    withdraw: own || roles.includes('approver'),
  };
  const moves: readonly PublicationMove[] = [
    ...(['edit', 'submit', 'review', 'approve', 'publish', 'correct', 'withdraw'] as const),
  ];
  return moves.filter((move) => {
    const from: readonly string[] = PUBLICATION_MOVES[move];
    return allowed[move] && from.includes(publication.state);
  });
}

export function findingsOf({ publication, document }: Told, whole: boolean): PublicationDetail['findings'] {
  return screen(document).map(({ key, kind, field, found, masked }) => ({
    ...{ key, kind, field, masked, found: whole ? found : masked },
    ruling: publication.rulings[key] ?? null,
  }));
}

/** Day by day of its time, as far as that has come. */
export function proofDays(
  { publishedAt, endsAt }: Publication,
  log: readonly Shown[],
  { config, at }: { config: HallConfig; at: Date },
): PublicationDetail['proof'] {
  if (!publishedAt) return [];
  const { timeZone, devices } = config;
  const last =
    endsAt && endsAt <= at ? dayAfter(businessDay(endsAt, timeZone), -1) : businessDay(at, timeZone);
  const from = businessDay(publishedAt, timeZone);
  const nameOf = (deviceId: string) => devices.find(({ id }) => id === deviceId)?.name ?? deviceId;
  return proofOf(log, { from, until: last }, timeZone).map(({ day, minutes, screens, gaps }) => ({
    ...{ day, minutes },
    screens: screens.map((one) => ({
      ...{ deviceId: one.deviceId, name: nameOf(one.deviceId), minutes: one.minutes },
      ...{ first: one.first.toISOString(), last: one.last.toISOString() },
    })),
    gaps: gaps.map((gap) => ({ from: gap.from.toISOString(), to: gap.to.toISOString() })),
  }));
}
