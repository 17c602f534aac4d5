import type { PublicationDocument, PublicationKind } from './document.js';
import type { Rulings } from './screening.js';

/**
 * Drafted by one, reviewed by a second, approved by a third, and only then published by whoever drafted it (requirements 102,
 * 106). `submitted`: handed in for review. `ended`: its time on the screens is over; it stays public.
 */
export const PUBLICATION_STATES = [
  'drafted',
  'submitted',
  'reviewed',
  'approved',
  'published',
  'ended',
  'corrected',
  'withdrawn',
] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** What the hall goes by. Once it is off the screens its words are in its rows alone. */
export interface Publication {
  readonly id: string;
  readonly kind: PublicationKind;
  readonly state: PublicationState;
  readonly version: number;
  readonly hash: string;
  readonly ownerId: string;
  readonly reviewerId: string | null;
  readonly approverId: string | null;
  /** The publication this one is to stand in place of. */
  readonly correctsId: string | null;
  /** The one that is to stand, or stands, in place of this one. */
  readonly correctionId: string | null;
  readonly rulings: Rulings;
  readonly draftedAt: Date;
  readonly publishedAt: Date | null;
  /** When its time on the screens is over; null: it is not published, or shown until it is withdrawn. */
  readonly endsAt: Date | null;
  readonly document: PublicationDocument | null;
}

/** On the screens now. */
export const isShown = ({ state }: Pick<Publication, 'state'>): boolean => state === 'published';
/** Anybody may read it. */
export const isPublic = ({ state }: Pick<Publication, 'state'>): boolean =>
  state === 'published' || state === 'ended';
/** On its way: nothing of it is public. */
export const isOpen = ({ state }: Pick<Publication, 'state'>): boolean =>
  state === 'drafted' || state === 'submitted' || state === 'reviewed' || state === 'approved';

/** From which states a step leads on: nobody passes one over. */
export const PUBLICATION_MOVES = {
  edit: ['drafted'],
  submit: ['drafted'],
  review: ['submitted'],
  approve: ['reviewed'],
  publish: ['approved'],
  correct: ['published', 'ended'],
  withdraw: ['drafted', 'submitted', 'reviewed', 'approved', 'published', 'ended'],
} as const satisfies Record<string, readonly PublicationState[]>;
export type PublicationMove = keyof typeof PUBLICATION_MOVES;
