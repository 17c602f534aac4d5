import { localTime, type LocalTime } from '../calendar/business-day.js';
import { isOpen, mayIssue, nextOpening, openingOf } from '../calendar/opening.js';
import type { Queue, Quota } from '../hall/config.js';
import type { HallState } from '../hall/hall-state.js';

/** Why a queue gives no numbers, or `gives`. */
export type Issuing = 'gives' | 'closed' | 'stopped' | 'sold-out';

type Period = Quota['periods'][number];

const periodAt = ({ periods }: Quota, time: string): Period | undefined =>
  periods.find(({ from, to }) => from <= time && time < to);

/** Numbers given by a queue on a day, oldest first; by the letter they were given under, wherever they went since. */
const givenOn = (state: HallState, { prefix }: Queue, day: string): readonly Date[] =>
  state.given.get(`${day} ${prefix}`) ?? [];

/** Read from the newest back: no farther than the period goes. */
function givenIn(given: readonly Date[], { from }: Period, timeZone: string): number {
  let count = 0;
  while (count < given.length) {
    const issuedAt = given[given.length - 1 - count];
    if (issuedAt === undefined || localTime(issuedAt, timeZone).time < from) break;
    count++;
  }
  return count;
}

/** Whether a queue gives a number at an instant (requirements 10, 12): the kiosk shows what the rule decides by. */
export function issuingAt(state: HallState, queue: Queue, at: Date): Issuing {
  const { calendar, timeZone } = state.config;
  const opening = openingOf(calendar, queue);
  const now = localTime(at, timeZone);
  if (!isOpen(opening, at, timeZone)) return 'closed';
  if (!mayIssue(opening, queue.stopIssuingMinutes, now)) return 'stopped';
  const given = givenOn(state, queue, now.day);
  const { daily } = queue.quota;
  if (daily !== null && given.length >= daily) return 'sold-out';
  const period = periodAt(queue.quota, now.time);
  return period && givenIn(given, period, timeZone) >= period.tickets ? 'sold-out' : 'gives';
}

/** When a visitor who got no number may get one, hall time, `2026-03-03 09:00`; null when that is not in sight. */
export function nextChance(state: HallState, queue: Queue, at: Date): string | null {
  const { calendar, timeZone } = state.config;
  const { quota, stopIssuingMinutes } = queue;
  const opening = openingOf(calendar, queue);
  const now = localTime(at, timeZone);
  const todayIsUsedUp = quota.daily !== null && givenOn(state, queue, now.day).length >= quota.daily;
  const gives = (moment: LocalTime): boolean =>
    mayIssue(opening, stopIssuingMinutes, moment) &&
    (periodAt(quota, moment.time)?.tickets ?? 1) > 0 &&
    !(todayIsUsedUp && moment.day === now.day);
  return nextOpening(
    opening,
    now,
    gives,
    quota.periods.flatMap(({ from, to }) => [from, to]),
  );
}
