import type { Actor } from '#libs/hall/actor';
import type { PublicationState } from '#libs/publication/publication';
import { one, type Place } from './random-place.fixture.js';

const person = (personId: string, role: 'reviewer' | 'approver'): Actor => ({
  kind: 'person',
  ...{ personId, sessionId: 'none', roles: [role], counterId: null },
});
export const REVIEWER = person('p-reviewer', 'reviewer');
export const APPROVER = person('p-approver', 'approver');
export const BOARD: Actor = {
  ...{ kind: 'device', deviceId: 'hall-board', deviceKind: 'board', counterId: null },
};

/** A text, shown for no more than its day. */
export const aNotice = ({ pick, seen }: Place) => ({
  document: { kind: 'notice', title: `通知 ${pick}`, text: '停电一天', shownUntil: pick % 5 ? seen.day : '' },
});

/** One of whoever presses that stands so, else anybody's, else any. */
export function aPublication({ seen, pick, clerk }: Place, state: PublicationState) {
  const all = [...seen.publications.values()];
  const right = all.filter((publication) => publication.state === state);
  const own = right.filter(({ ownerId }) => clerk.kind === 'person' && ownerId === clerk.personId);
  const among = own.length > 0 ? own : right.length > 0 ? right : all;
  return { publicationId: one(among, pick)?.id ?? 'none' };
}

export const displayed = (place: Place) => {
  const { publicationId } = aPublication(place, 'published');
  const from = place.seen.publications.get(publicationId)?.publishedAt ?? new Date(0);
  const to = new Date(from.getTime() + 60_000);
  return { spans: [{ publicationId, from: from.toISOString(), to: to.toISOString(), seconds: 40 }] };
};
