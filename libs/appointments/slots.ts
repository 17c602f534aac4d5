import { businessDay, dayAfter, localTime } from '../calendar/business-day.js';
import { minutes, openingOf, spansOn, workedAs, type Span } from '../calendar/opening.js';
import type { HallState } from '../hall/hall-state.js';
import type { AppointmentPolicy, SlotKind } from './appointment-policy.js';
import { holdsPlace } from './booking.js';

type SlotPolicy = AppointmentPolicy & { kind: SlotKind };

/** Hall time: `from` included, `to` excluded. */
export interface Slot extends Span {
  kind: SlotKind;
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

/** The ways a queue is booked that become tickets. */
export const slotPolicies = (state: HallState, queueId: string): SlotPolicy[] =>
  state.config.appointments.filter(
    (policy): policy is SlotPolicy => policy.kind !== 'home-visit' && policy.queueId === queueId,
  );

/** Today and the days ahead, as far as something is booked. */
export function bookableDays(state: HallState, daysAhead: number, at: Date): string[] {
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

/** What can still be booked of a queue's day, in order: slots that have not begun (requirements 10, 18). */
export function slotsOn(state: HallState, queueId: string, day: string, at: Date): Slot[] {
  return slotPolicies(state, queueId)
    .flatMap((policy) => slotsOf(state, policy, day, at))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
}

function slotsOf(state: HallState, policy: SlotPolicy, day: string, at: Date): Slot[] {
  if (!bookableDays(state, policy.daysAhead, at).includes(day)) return [];
  const held = [...state.bookings.values()].filter(
    (booking) => booking.queueId === policy.queueId && booking.day === day && holdsPlace(booking),
  );
  return spansOf(state, policy, day)
    .filter(({ from }) => !hasBegun(state, { day, from }, at))
    .map(({ from, to }) => {
      const taken = held.filter((booking) => booking.from < to && from < booking.to).length;
      return { from, to, kind: policy.kind, free: Math.max(0, policy.capacity - taken) };
    });
}

/** Inside the queue's opening of that day, or (延时服务) beside it: where both meet by a day's extra hours, the opening counts. */
function spansOf({ config }: HallState, policy: SlotPolicy, day: string): Span[] {
  const queue = config.queues.find(({ id }) => id === policy.queueId);
  if (!queue) return [];
  const open = spansOn(openingOf(config.calendar, queue), day);
  if (policy.kind === 'slot') return open.flatMap((span) => cut(span, policy.slotMinutes));
  const weekday = workedAs(config.calendar, day);
  return policy.spans
    .filter(({ days }) => weekday !== null && days.includes(weekday))
    .flatMap((span) => cut(span, policy.slotMinutes))
    .filter(({ from, to }) => !open.some((span) => span.from < to && from < span.to));
}
