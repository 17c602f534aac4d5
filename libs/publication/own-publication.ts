import type { Actor } from '../hall/actor.js';
import type { Asking } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { Refusal } from '../refusal.js';
import { PUBLICATION_MOVES, type Publication, type PublicationMove } from './publication.js';

type PersonActor = Extract<Actor, { kind: 'person' }>;

export function askingPerson({ actor }: Asking): PersonActor {
  if (actor.kind !== 'person') throw new Refusal('not-allowed');
  return actor;
}

/** One that stands where the step leads on from. */
export function publicationFor(
  move: PublicationMove,
  { publications }: HallState,
  publicationId: string,
): Publication {
  const publication = publications.get(publicationId);
  if (!publication) throw new Refusal('publication-unknown');
  const from: readonly string[] = PUBLICATION_MOVES[move];
  if (!from.includes(publication.state)) throw new Refusal('publication-wrong-state');
  return publication;
}

/** 谁产生、谁公示、谁负责 (requirement 106): whoever drafted it, and nobody else. */
export function ownPublication(
  move: PublicationMove,
  state: HallState,
  publicationId: string,
  asking: Asking,
): Publication {
  const publication = publicationFor(move, state, publicationId);
  if (publication.ownerId !== askingPerson(asking).personId) throw new Refusal('publication-not-yours');
  return publication;
}
