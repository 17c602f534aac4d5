/** A wished half of a day, hall time: before noon, or after. */
export const HALVES = ['morning', 'afternoon'] as const;
export type Half = (typeof HALVES)[number];

export const HOME_VISIT_STATES = ['requested', 'scheduled', 'done', 'declined', 'cancelled'] as const;
export type HomeVisitState = (typeof HOME_VISIT_STATES)[number];
/** While it stands somebody has to do something about it. */
export const STANDING = ['requested', 'scheduled'] as const satisfies readonly HomeVisitState[];

/** 上门服务 (requirement 18): staff go to the visitor; no ticket is made. Kept in the state while it stands; rows keep the ended. */
export interface HomeVisit {
  readonly id: string;
  readonly queueId: string;
  readonly matterId: string;
  /** As wished; once scheduled, as it will be. */
  readonly day: string;
  readonly half: Half;
  readonly visitorId: string;
  readonly requestedAt: Date;
  /** Until when the visitor himself may cancel. */
  readonly cancelUntil: Date;
  readonly status: (typeof STANDING)[number];
  /** Who is sent. */
  readonly personId: string | null;
}
