import { instantAt } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { queueOf } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';
import { hasBegun, policyOf, slotsOn } from './slots.js';

export interface BookAnswer {
  bookingId: string;
  /** What the visitor shows: typed, or scanned from the page behind the link. */
  code: string;
  url: string;
  queueName: string;
  queueNameEn: string;
  day: string;
  from: string;
  to: string;
}

/** Takes a place in a slot (requirement 18). Nothing is asked of the visitor: the code alone proves the booking. */
export function book(
  state: HallState,
  body: { queueId: string; day: string; from: string },
  asking: Asking,
): Decision<BookAnswer> {
  const queue = queueOf(state, body.queueId);
  const policy = policyOf(state, queue.id);
  if (!policy) throw new Refusal('slot-unknown');
  if (hasBegun(state, body, asking.at)) throw new Refusal('slot-past');
  const slot = slotsOn(state, policy, body.day, asking.at).find(({ from }) => from === body.from);
  if (!slot) throw new Refusal('slot-unknown');
  if (slot.free === 0) throw new Refusal('slot-full');
  const bookingId = asking.newId();
  const { from, to } = slot;
  const starts = instantAt(body.day, from, state.config.timeZone).getTime();
  const ends = instantAt(body.day, to, state.config.timeZone).getTime();
  const fact = {
    ...{ type: 'booked' as const, bookingId, queueId: queue.id, day: body.day, from, to },
    cancelUntil: new Date(starts - policy.cancelHours * 3_600_000).toISOString(),
    opensAt: new Date(starts - policy.checkInEarlyMinutes * 60_000).toISOString(),
    closesAt: new Date(ends + policy.checkInLateMinutes * 60_000).toISOString(),
  };
  const { code, url } = asking.bookingPass(bookingId);
  const { name: queueName, nameEn: queueNameEn } = queue;
  return {
    facts: [fact],
    answer: { bookingId, code, url, queueName, queueNameEn, day: body.day, from, to },
  };
}
