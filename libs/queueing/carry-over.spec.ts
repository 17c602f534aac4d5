import { describe, expect, it } from 'vitest';
import type { HallConfig } from '../hall/config.js';
import type { Actor } from '../hall/actor.js';
import { BARE_KIOSK, CLOSING, DAY, NEXT, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { ofQueues } from '../hall/small-config.fixture.js';
import { callNumber, miss, next } from './call.js';
import { carryOver, expire } from './carry-over.js';
import { closeDay } from './close-day.js';
import { expedite, markGroup } from './favour.js';
import { hallWaits } from './hall-waits.js';
import { issue } from './issue.js';
import { NO_PACE } from './pace.js';
import { begin, finish } from './serve.js';
import { cancel, park } from './set-aside.js';

const QUICK = { maxRecalls: 1, recallPauseSeconds: 0, minimumCalls: 1, rejoinPlaces: 0 };
/** Calls without a pause; Tuesday is a holiday, so that the next opening is Wednesday, 4 March. */
const change =
  (more: Partial<HallConfig> = {}, missedMay: 'rejoin' | 'void' = 'rejoin') =>
  (config: HallConfig): HallConfig => ({
    ...ofQueues({ calls: { ...QUICK, missedMay } })(config),
    callOrder: {
      ...config.callOrder,
      groups: [
        { id: 'elderly', name: '老年人', nameEn: 'Older people', evidence: 'birth-date', fromAge: 60 },
      ],
      callByNumber: true,
    },
    calendar: { specialDays: [{ day: '2026-03-03', kind: 'holiday', name: '假日' }], extraHours: [] },
    ...more,
  });
const WEDNESDAY = '2026-03-04';
const NIGHT = 86_400;

const chiefOf = (hall: SmallHall): Actor => hall.sit(null, 'chief', ['duty-chief']);
/** Passes the midnights up to nine o'clock of the second day after. */
function sleep(hall: SmallHall, nights = 2): void {
  for (let night = 0; night < nights; night++) {
    hall.pass(NIGHT);
    hall.give(closeDay, {}, SYSTEM);
  }
}
const last = (hall: SmallHall, type: string) => hall.facts.filter((fact) => fact.type === type).at(-1);

describe('结转, decided by the duty chief and logged (requirement 12)', () => {
  it('keeps number, place and group, and waits again from the midnight of the next day its queue opens', () => {
    const hall = new SmallHall(change());
    const chief = chiefOf(hall);
    const [first, second] = [hall.take(), hall.take()];
    hall.give(markGroup, { ticketId: second, groupId: 'elderly' }, chief);
    hall.give(expedite, { ticketId: second, reason: 'deadline' }, chief);
    const { rank } = hall.ticket(second);
    for (const ticketId of [second, first])
      expect(hall.give(carryOver, { ticketId }, chief)).toEqual({ toDay: WEDNESDAY });
    expect(hall.numbers()).toEqual([]);
    expect(last(hall, 'ticket-carried-over')).toMatchObject({ toDay: WEDNESDAY, decidedBy: 'person' });

    sleep(hall, 1);
    expect(hall.ticket(first)).toMatchObject({ status: 'carried', carriedTo: WEDNESDAY });
    sleep(hall, 1);
    expect(hall.numbers()).toEqual(['A001', 'A002']);
    const kept = { status: 'waiting', rank, groupId: 'elderly', urgent: true, day: DAY };
    expect(hall.ticket(second)).toMatchObject({ ...kept, carriedTo: WEDNESDAY });
    hall.take();
    expect(hall.give(next, NEXT, hall.sit('counter-1'))).toMatchObject({ called: { number: 'A002' } });
  });

  it('takes a missed and a parked visitor back into the line; a visit that was set aside ends', () => {
    const hall = new SmallHall(change());
    const [chief, clerk] = [chiefOf(hall), hall.sit('counter-1')];
    const [missed, parked] = [hall.take(), hall.take()];
    hall.give(next, NEXT, clerk);
    hall.pass(60);
    hall.give(miss, { ticketId: missed }, clerk);
    hall.give(next, NEXT, clerk);
    hall.give(begin, { ticketId: parked }, clerk);
    hall.give(park, { ticketId: parked, reason: 'paying' }, clerk);
    const { visitId } = hall.ticket(parked);
    for (const ticketId of [missed, parked]) hall.give(carryOver, { ticketId }, chief);
    expect(last(hall, 'ticket-carried-over')).toMatchObject({ ticketId: parked, visitId });
    sleep(hall);
    expect(hall.ticket(parked)).toMatchObject({ status: 'waiting', visitId: null, counterId: null });
    expect(hall.numbers()).toEqual(['A001', 'A002']);
    hall.give(next, NEXT, clerk);
    hall.give(finish, { ticketId: missed, ...CLOSING }, clerk);
    expect(last(hall, 'visit-finished')).toMatchObject({ day: WEDNESDAY });
  });

  it('is the counter’s to end, not the chief’s, while somebody is called or served there', () => {
    const hall = new SmallHall(change());
    const [chief, clerk] = [chiefOf(hall), hall.sit('counter-2')];
    const ticketId = hall.take();
    hall.give(next, NEXT, clerk);
    const said = hall.refusal(carryOver, { ticketId }, chief);
    expect([said.code, said.params]).toEqual(['ticket-at-counter', { number: 'A001', counter: 2 }]);
    hall.give(begin, { ticketId }, clerk);
    expect(hall.refused(expire, { ticketId, reason: 'visitor-left' }, chief)).toBe('ticket-at-counter');
  });

  it('is refused twice, for a number that lapsed, and where no day to go on is in sight', () => {
    const hall = new SmallHall(change({}, 'void'));
    const [chief, clerk] = [chiefOf(hall), hall.sit('counter-1')];
    const ticketId = hall.take();
    hall.give(next, NEXT, clerk);
    hall.pass(60);
    hall.give(miss, { ticketId }, clerk);
    expect(hall.refused(carryOver, { ticketId }, chief)).toBe('number-void');
    const other = hall.take();
    hall.give(carryOver, { ticketId: other }, chief);
    expect(hall.refused(carryOver, { ticketId: other }, chief)).toBe('ticket-wrong-state');
    const late = hall.take();
    hall.state.config = ofQueues({ hours: [] })(hall.state.config);
    expect(hall.refused(carryOver, { ticketId: late }, chief)).toBe('no-opening-day');
  });

  it('can be given back by the visitor, or ended by the chief with a reason', () => {
    const hall = new SmallHall(change());
    const chief = chiefOf(hall);
    const [one, two, three] = [hall.take(), hall.take(), hall.take()];
    for (const ticketId of [one, two]) hall.give(carryOver, { ticketId }, chief);
    hall.give(cancel, { ticketId: 'mine', reason: 'by-visitor' }, { kind: 'visitor', ticketId: one });
    for (const ticketId of [two, three]) hall.give(expire, { ticketId, reason: 'asked-to-return' }, chief);
    expect(last(hall, 'ticket-expired')).toMatchObject({ decidedBy: 'person', reason: 'asked-to-return' });
    expect([...hall.state.tickets.keys()]).toEqual([]);
  });
});

describe('the numbers of the day it goes on', () => {
  it('leave out the one that is still borne, and the quota counts it on its own day only', () => {
    const quota = { daily: 2, periods: [] };
    const hall = new SmallHall((config) => ofQueues({ quota })(change()(config)));
    const chief = chiefOf(hall);
    hall.take();
    hall.give(carryOver, { ticketId: hall.take() }, chief);
    sleep(hall);
    expect([hall.take(), hall.take()].map((id) => hall.ticket(id).number)).toEqual(['A001', 'A003']);
    expect(hall.refused(issue, { queueId: 'queue-a', matterId: null }, BARE_KIOSK)).toBe('sold-out');
  });

  it('come back when it has ended', () => {
    const hall = new SmallHall(change());
    const chief = chiefOf(hall);
    const ticketId = hall.take();
    hall.give(carryOver, { ticketId }, chief);
    hall.give(expire, { ticketId, reason: 'visitor-left' }, chief);
    sleep(hall);
    expect(hall.ticket(hall.take()).number).toBe('A001');
  });

  it('are called by number as the visitor’s slip says, and the wait counts who came before', () => {
    const hall = new SmallHall(change());
    const clerk = hall.sit('counter-1');
    hall.give(carryOver, { ticketId: hall.take() }, chiefOf(hall));
    sleep(hall);
    const fresh = hall.take();
    const waits = hallWaits(hall.state, NO_PACE, hall.at);
    expect(waits.waiting.get(fresh)?.medianMinutes).toBeGreaterThan(0);
    expect(hall.give(callNumber, { number: 'A001' }, clerk)).toMatchObject({ called: { number: 'A001' } });
  });
});

describe('what nobody decided, at the close of the day', () => {
  it('expires or goes on as the hall has settled it, and the event says so', () => {
    for (const undecidedAtClose of ['expire', 'carry-over'] as const) {
      const hall = new SmallHall(change({ undecidedAtClose }));
      const ticketId = hall.take();
      sleep(hall, 1);
      const type = undecidedAtClose === 'expire' ? 'ticket-expired' : 'ticket-carried-over';
      expect(last(hall, type)).toMatchObject({ ticketId, decidedBy: 'setting' });
      sleep(hall, 1);
      expect(hall.numbers()).toEqual(undecidedAtClose === 'expire' ? [] : ['A001']);
    }
  });

  it('carries over who was called when the lights went out, but no number that has lapsed', () => {
    const hall = new SmallHall(change({ undecidedAtClose: 'carry-over' }, 'void'));
    const [one, two] = [hall.sit('counter-1'), hall.sit('counter-2')];
    const missed = hall.take();
    hall.give(next, NEXT, one);
    hall.pass(60);
    hall.give(miss, { ticketId: missed }, one);
    hall.take();
    hall.give(next, NEXT, two);
    sleep(hall);
    expect(hall.numbers()).toEqual(['A002']);
    expect(hall.state.current.size).toBe(0);
    expect(last(hall, 'ticket-expired')).toMatchObject({ ticketId: missed });
  });

  it('a day that became a holiday meanwhile decides about nobody', () => {
    const hall = new SmallHall(change());
    const ticketId = hall.take();
    hall.give(carryOver, { ticketId }, chiefOf(hall));
    const holiday = { kind: 'holiday', name: '假日' } as const;
    const specialDays = ['2026-03-03', WEDNESDAY].map((day) => ({ day, ...holiday }));
    hall.state.config = { ...hall.state.config, calendar: { specialDays, extraHours: [] } };
    sleep(hall);
    expect(hall.ticket(ticketId)).toMatchObject({ status: 'carried', carriedTo: '2026-03-05' });
    sleep(hall, 1);
    expect(hall.numbers()).toEqual(['A001']);
    sleep(hall, 1);
    expect(last(hall, 'ticket-expired')).toMatchObject({ ticketId, decidedBy: 'setting' });
  });
});
