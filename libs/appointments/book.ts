import { instantAt } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { queueOf } from '../hall/lookup.js';
import { recordVisitor } from '../persons/record-visitor.js';
import { sealed } from '../persons/sealed.js';
import type { SealedVisitor } from '../persons/visitor.js';
import { Refusal } from '../refusal.js';
import { mustComeUsually } from './no-shows.js';
import { hasBegun, slotPolicies, slotsOn } from './slots.js';

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

/** Takes a place in a slot (requirement 18). Who it is, is asked as far as the hall's rules go: the code alone proves the booking. */
export function book(
  state: HallState,
  body: { queueId: string; day: string; from: string; visitor?: SealedVisitor | null | undefined },
  asking: Asking,
): Decision<BookAnswer> {
  const queue = queueOf(state, body.queueId);
  const policies = slotPolicies(state, queue.id);
  if (policies.length === 0) throw new Refusal('slot-unknown');
  if (hasBegun(state, body, asking.at)) throw new Refusal('slot-past');
  const slot = slotsOn(state, queue.id, body.day, asking.at).find(({ from }) => from === body.from);
  const policy = policies.find(({ kind }) => kind === slot?.kind);
  if (!slot || !policy) throw new Refusal('slot-unknown');
  if (slot.free === 0) throw new Refusal('slot-full');
  const visitor = askedOf(state, body.visitor ?? null);
  if (visitor) mustComeUsually(state, visitor, asking.at);
  const recorded = visitor && recordVisitor(state, visitor, body.day, asking);
  const bookingId = asking.newId();
  const { from, to, kind } = slot;
  const starts = instantAt(body.day, from, state.config.timeZone).getTime();
  const ends = instantAt(body.day, to, state.config.timeZone).getTime();
  const fact = {
    ...{ type: 'booked' as const, bookingId, queueId: queue.id, kind, day: body.day, from, to },
    cancelUntil: new Date(starts - policy.cancelHours * 3_600_000).toISOString(),
    opensAt: new Date(starts - policy.checkInEarlyMinutes * 60_000).toISOString(),
    closesAt: new Date(ends + policy.checkInLateMinutes * 60_000).toISOString(),
    visitorId: recorded?.visitorId ?? null,
  };
  const { code, url } = asking.bookingPass(bookingId);
  const { name: queueName, nameEn: queueNameEn } = queue;
  return {
    facts: [...(recorded?.facts ?? []), fact],
    answer: { bookingId, code, url, queueName, queueNameEn, day: body.day, from, to },
    ...(recorded ? { attachment: sealed([recorded]) } : {}),
  };
}

/** What the hall does not ask for it does not keep; what it needs, it says. */
function askedOf({ config }: HallState, visitor: SealedVisitor | null): SealedVisitor | null {
  const { booking } = config.visitors;
  if (booking === 'none') return null;
  if (booking === 'required' && (!visitor?.phoneHash || !visitor.name)) throw new Refusal('visitor-needed');
  return visitor;
}
