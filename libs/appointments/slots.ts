import { businessDay, dayAfter, localTime } from '../calendar/business-day.js';
import { minutes, openingOf, spansOn, type Span } from '../calendar/opening.js';
import type { HallState } from '../hall/hall-state.js';
import { queueOf } from '../hall/lookup.js';
import type { AppointmentPolicy } from './appointment-policy.js';
import { holdsPlace } from './booking.js';

/** Hall time: `from` included, `to` excluded. */
export interface Slot extends Span {
  /** Places left. */
  free: number;
}

const clockTime = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Whole slots of an opening; what is left over at its end is none. */
function cut({ from, to }: Span, length: number): Span[] {
  const slots: Span[] = [];
  for (let start = minutes(from); start + length <= minutes(to); start += length)
    slots.push({ from: clockTime(start), to: clockTime(start + length) });
  return slots;
}

export const policyOf = (state: HallState, queueId: string): AppointmentPolicy | null =>
  state.config.appointments.find((policy) => policy.queueId === queueId) ?? null;

/** Today and the days ahead, as far as a queue is booked. */
export function bookableDays(state: HallState, { daysAhead }: AppointmentPolicy, at: Date): string[] {
  const days = [businessDay(at, state.config.timeZone)];
  while (days.length <= daysAhead) days.push(dayAfter(days.at(-1) ?? ''));
  return days;
}

/** A slot that has begun is not booked any more: its visitors take a number. */
export const hasBegun = (
  state: HallState,
  { day, from }: { day: string; from: string },
  at: Date,
): boolean => {
  const now = localTime(at, state.config.timeZone);
  return `${day} ${from}` <= `${now.day} ${now.time}`;
};

/** What can still be booked of a day: slots inside the queue's opening of that day (requirements 10, 18) that have not begun. */
export function slotsOn(state: HallState, policy: AppointmentPolicy, day: string, at: Date): Slot[] {
  if (!bookableDays(state, policy, at).includes(day)) return [];
  const queue = queueOf(state, policy.queueId);
  const held = [...state.bookings.values()].filter(
    (booking) => booking.queueId === queue.id && booking.day === day && holdsPlace(booking),
  );
  const spans = spansOn(openingOf(state.config.calendar, queue), day);
  return spans
    .flatMap((span) => cut(span, policy.slotMinutes))
    .filter(({ from }) => !hasBegun(state, { day, from }, at))
    .map(({ from, to }) => {
      const taken = held.filter((booking) => booking.from < to && from < booking.to).length;
      return { from, to, free: Math.max(0, policy.capacity - taken) };
    });
}
