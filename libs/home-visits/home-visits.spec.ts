import { describe, expect, it } from 'vitest';
import type { Actor } from '../hall/actor.js';
import { SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { visitor } from '../persons/persons.fixture.js';
import { closeDay } from '../queueing/close-day.js';
import { cancelHomeVisit, declineHomeVisit, finishHomeVisit, scheduleHomeVisit } from './arrange.js';
import { halfDaysOn, homeVisitPolicy } from './half-days.js';
import { requestHomeVisit } from './request.js';

const PUBLIC: Actor = { kind: 'public' };
const TUE = '2026-03-03';
const me = visitor({ name: '封', phone: '封', phoneHash: 'p', address: '封' });
const wish = { queueId: 'queue-a', matterId: 'matter-a', day: TUE, half: 'morning' as const, visitor: me };

/** One visit a half-day of queue A, a week ahead; it is Monday, nine. */
const open = () =>
  new SmallHall((config) => ({
    ...config,
    visitors: { ...config.visitors, keepDays: 0 },
    appointments: [
      {
        ...{ queueId: 'queue-a', slotMinutes: 30, capacity: 1, daysAhead: 7, cancelHours: 2 },
        ...{ checkInEarlyMinutes: 30, checkInLateMinutes: 15 },
        kind: 'home-visit',
        spans: [],
      },
    ],
  }));
const ask = (hall: SmallHall): string => String(hall.give(requestHomeVisit, wish, PUBLIC)['homeVisitId']);
const guideOf = (hall: SmallHall): Actor => hall.sit(null, 'guide', ['guide']);
const halves = (hall: SmallHall, day: string) => {
  const policy = homeVisitPolicy(hall.state, 'queue-a');
  return policy ? halfDaysOn(hall.state, policy, day, hall.at) : null;
};

describe('上门服务 (requirement 18)', () => {
  it('is wished for a half-day that lies ahead and on which the queue works', () => {
    const hall = open();
    expect(halves(hall, '2026-03-02')).toEqual([{ half: 'afternoon', free: 1 }]);
    expect(halves(hall, TUE)).toHaveLength(2);
    expect(halves(hall, '2026-03-07')).toEqual([]); // a Saturday
    ask(hall);
    expect(halves(hall, TUE)).toEqual([
      { half: 'morning', free: 0 },
      { half: 'afternoon', free: 1 },
    ]);
  });

  it.each([
    ['slot-full', {}],
    ['slot-past', { day: '2026-03-02' }],
    ['slot-unknown', { day: '2026-03-07' }],
    ['slot-unknown', { queueId: 'queue-b' }],
    ['matter-unknown', { matterId: 'none' }],
    ['address-needed', { half: 'afternoon' as const, visitor: visitor({ name: '封', phone: '封' }) }],
    ['address-needed', { half: 'afternoon' as const, visitor: null }],
  ])('%s: %o', (code, change) => {
    const hall = open();
    ask(hall);
    expect(hall.refused(requestHomeVisit, { ...wish, ...change }, PUBLIC)).toBe(code);
  });

  it('makes no ticket: it is scheduled with a person, maybe anew, and then done', () => {
    const hall = open();
    const guide = guideOf(hall);
    const homeVisitId = ask(hall);
    expect(hall.state.tickets.size).toBe(0);
    expect(hall.refused(finishHomeVisit, { homeVisitId }, guide)).toBe('home-visit-not-scheduled');
    const when = { homeVisitId, day: '2026-03-04', half: 'afternoon' as const, personId: 'p-1' };
    hall.give(scheduleHomeVisit, when, guide);
    hall.give(scheduleHomeVisit, { ...when, personId: 'p-2' }, guide);
    expect(hall.state.homeVisits.get(homeVisitId)).toMatchObject({
      ...{ status: 'scheduled', day: '2026-03-04', half: 'afternoon', personId: 'p-2' },
      cancelUntil: new Date('2026-03-04T02:00:00Z'),
    });
    expect(hall.refused(scheduleHomeVisit, { ...when, day: '2026-03-01' }, guide)).toBe('slot-past');
    hall.give(finishHomeVisit, { homeVisitId }, guide);
    expect(hall.refused(finishHomeVisit, { homeVisitId }, guide)).toBe('home-visit-over');
  });

  it('is declined with a reason, or cancelled: by the visitor in time, by the desk at any', () => {
    const hall = open();
    const guide = guideOf(hall);
    const declined = ask(hall);
    hall.give(declineHomeVisit, { homeVisitId: declined, reason: 'outside-area' }, guide);
    expect(hall.facts.at(-1)).toMatchObject({ type: 'home-visit-declined', reason: 'outside-area' });
    const own = ask(hall);
    hall.give(cancelHomeVisit, { homeVisitId: null }, { kind: 'booker', bookingId: own });
    const late = ask(hall);
    hall.at = new Date('2026-03-02T14:00:01Z');
    const booker: Actor = { kind: 'booker', bookingId: late };
    expect(hall.refused(cancelHomeVisit, { homeVisitId: declined }, booker)).toBe('cancel-too-late');
    hall.give(cancelHomeVisit, { homeVisitId: late }, guide);
    expect(hall.state.homeVisits.size).toBe(0);
  });

  it('keeps who asked while it stands, and no longer', () => {
    const hall = open();
    const homeVisitId = ask(hall);
    hall.at = new Date('2026-03-09T16:00:01Z');
    hall.give(closeDay, {}, SYSTEM);
    expect(hall.state.visitors.size).toBe(1);
    hall.give(cancelHomeVisit, { homeVisitId }, guideOf(hall));
    hall.at = new Date('2026-03-10T16:00:01Z');
    hall.give(closeDay, {}, SYSTEM);
    expect(hall.state.visitors.size).toBe(0);
  });
});
