import { dayAfter } from '../calendar/business-day.js';
import type { Asking } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import type { PersonEvent } from './person-event.js';
import type { SealedVisitor } from './visitor.js';

export interface Recorded {
  visitorId: string;
  visitor: SealedVisitor;
  facts: PersonEvent[];
}

/** Puts down who comes on a day, in a row that is emptied when its time is over. */
export function recordVisitor(
  { config }: HallState,
  visitor: SealedVisitor,
  day: string,
  asking: Asking,
): Recorded {
  const visitorId = asking.newId();
  const purgeOn = dayAfter(day, config.visitors.keepDays + 1);
  return {
    ...{ visitorId, visitor },
    facts: [{ type: 'visitor-recorded', visitorId, purgeOn }],
  };
}
