import type { AppointmentPolicy } from '../appointments/appointment-policy.js';
import { bookableDays } from '../appointments/slots.js';
import { instantAt } from '../calendar/business-day.js';
import { openingOf, spansOn } from '../calendar/opening.js';
import type { HallState } from '../hall/hall-state.js';
import { queueOf } from '../hall/lookup.js';
import { HALVES, type Half } from './home-visit.js';

const NOON = '12:00';

export interface HalfDay {
  half: Half;
  /** Visits that can still be made then. */
  free: number;
}

export const homeVisitPolicy = (state: HallState, queueId: string): AppointmentPolicy | null =>
  state.config.appointments.find((one) => one.kind === 'home-visit' && one.queueId === queueId) ?? null;

export const halfBegins = ({ config }: HallState, day: string, half: Half): Date =>
  instantAt(day, half === 'morning' ? '00:00' : NOON, config.timeZone);

/** Until when a visitor may cancel what is arranged for then. */
export const cancellableUntil = (state: HallState, queueId: string, day: string, half: Half): Date => {
  const hours = homeVisitPolicy(state, queueId)?.cancelHours ?? 0;
  return new Date(halfBegins(state, day, half).getTime() - hours * 3_600_000);
};

/** The halves of a day on which the queue works, that lie ahead, with the visits left (requirement 18). */
export function halfDaysOn(state: HallState, policy: AppointmentPolicy, day: string, at: Date): HalfDay[] {
  if (!bookableDays(state, policy.daysAhead, at).includes(day)) return [];
  const spans = spansOn(openingOf(state.config.calendar, queueOf(state, policy.queueId)), day);
  const works = (half: Half): boolean =>
    spans.some(({ from, to }) => (half === 'morning' ? from < NOON : to > NOON));
  return HALVES.filter((half) => works(half) && halfBegins(state, day, half) > at).map((half) => {
    const taken = [...state.homeVisits.values()].filter(
      (visit) => visit.queueId === policy.queueId && visit.day === day && visit.half === half,
    ).length;
    return { half, free: Math.max(0, policy.capacity - taken) };
  });
}
