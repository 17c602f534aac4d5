import { describe, expect, it } from 'vitest';
import { BARE_KIOSK, NEXT, passOf, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { configureHall } from '../hall/configure.js';
import { nextDue } from '../hall/due.js';
import { next } from '../queueing/call.js';
import { closeDay } from '../queueing/close-day.js';
import { cancel } from '../queueing/set-aside.js';
import { book } from './book.js';
import { cancelBooking } from './cancel-booking.js';
import { checkIn } from './check-in.js';
import { lapseBookings } from './lapse-bookings.js';
import { slotsOn } from './slots.js';
import { PUBLIC, MON, TUE, booker, open, take, goTo } from './appointments.fixture.js';

const slots = (hall: SmallHall, day: string) => slotsOn(hall.state, 'queue-a', day, hall.at);

describe('slots', () => {
  it('are the whole pieces of the opening of that day; none on a day off, none beyond the days ahead', () => {
    const hall = open((config) => ({
      ...config,
      calendar: {
        specialDays: [{ day: '2026-03-04', kind: 'holiday', name: '休' }],
        extraHours: [{ day: '2026-03-04', queueId: 'queue-a', from: '18:00', to: '19:10' }],
      },
    }));
    expect(slots(hall, TUE).map(({ from }) => from)).toHaveLength(16);
    expect(slots(hall, TUE).at(-1)).toEqual({ kind: 'slot', from: '16:30', to: '17:00', free: 2 });
    expect(slots(hall, '2026-03-04').map(({ from, to }) => `${from}–${to}`)).toEqual([
      '18:00–18:30',
      '18:30–19:00',
    ]);
    expect(slots(hall, '2026-03-07')).toEqual([]); // a Saturday
    expect(slots(hall, '2026-03-09')).toHaveLength(16);
    expect(slots(hall, '2026-03-10')).toEqual([]);
  });

  it('are gone once they have begun', () => {
    const hall = open();
    goTo(hall, '10:00');
    expect(slots(hall, MON)[0]).toEqual({ kind: 'slot', from: '10:30', to: '11:00', free: 2 });
  });
});

describe('book', () => {
  it('answers with the code and link of an anonymous booking, and the times it promises', () => {
    const hall = open();
    const answer = hall.give(book, { queueId: 'queue-a', day: TUE, from: '09:30' }, PUBLIC);
    const id = String(answer['bookingId']);
    const { code, url } = passOf(id);
    expect(answer).toMatchObject({ code, url, queueName: '业务a', day: TUE, from: '09:30', to: '10:00' });
    expect(hall.facts).toEqual([
      {
        ...{
          type: 'booked',
          bookingId: id,
          queueId: 'queue-a',
          kind: 'slot',
          day: TUE,
          from: '09:30',
          to: '10:00',
        },
        cancelUntil: '2026-03-02T23:30:00.000Z',
        opensAt: '2026-03-03T01:00:00.000Z',
        closesAt: '2026-03-03T02:15:00.000Z',
        visitorId: null,
      },
    ]);
  });

  it.each([
    ['slot-past', { queueId: 'queue-a', day: MON, from: '09:00' }],
    ['slot-past', { queueId: 'queue-a', day: '2026-02-27', from: '10:00' }],
    ['slot-unknown', { queueId: 'queue-a', day: TUE, from: '08:30' }],
    ['slot-unknown', { queueId: 'queue-a', day: TUE, from: '09:15' }],
    ['slot-unknown', { queueId: 'queue-a', day: TUE, from: '17:00' }],
    ['slot-unknown', { queueId: 'queue-a', day: '2026-03-10', from: '10:00' }],
    ['slot-unknown', { queueId: 'queue-b', day: TUE, from: '10:00' }],
    ['queue-unknown', { queueId: 'queue-z', day: TUE, from: '10:00' }],
  ])('%s: %o', (code, body) => {
    expect(open().refused(book, body, PUBLIC)).toBe(code);
  });

  it('takes as many as the slot holds; a cancelled one gives its place back', () => {
    const hall = open();
    const first = take(hall);
    take(hall);
    const again = { queueId: 'queue-a', day: MON, from: '14:00' };
    expect(hall.refused(book, again, PUBLIC)).toBe('slot-full');
    hall.give(cancelBooking, { pass: null }, booker(first));
    expect(take(hall)).toBeTruthy();
    expect(hall.refused(book, again, PUBLIC)).toBe('slot-full');
  });
});

describe('cancel', () => {
  it('is allowed until two hours before the slot, once', () => {
    const hall = open();
    const id = take(hall);
    goTo(hall, '12:00');
    hall.give(cancelBooking, { pass: null }, booker(id));
    expect(hall.refused(cancelBooking, { pass: null }, booker(id))).toBe('booking-over');
  });

  it('is refused later, saying until when it was', () => {
    const hall = open();
    const id = take(hall);
    goTo(hall, '12:01');
    const { code, params } = hall.refusal(cancelBooking, { pass: null }, booker(id));
    expect([code, params]).toEqual(['cancel-too-late', { until: '2026-03-02 12:00' }]);
  });

  it('at the guide desk goes by the code', () => {
    const hall = open();
    const id = take(hall);
    const guide = hall.sit(null, 'guide', ['guide']);
    expect(hall.refused(cancelBooking, { pass: 'AAAA-AAAA' }, guide)).toBe('booking-unknown');
    hall.give(cancelBooking, { pass: passOf(id).code }, guide);
    expect(hall.state.bookings.get(id)?.status).toBe('cancelled');
  });
});

describe('check in', () => {
  const forms: [string, (id: string) => string][] = [
    ['the code', (id) => passOf(id).code],
    [
      'the code in small letters and without its dash',
      (id) => passOf(id).code.toLowerCase().replace('-', ''),
    ],
    ['the scanned address', (id) => passOf(id).url],
    ['the token alone', (id) => `${passOf(id).token} `],
  ];
  it.each(forms)('by %s gives a ticket at once', (_form, shown) => {
    const hall = open();
    const id = take(hall);
    goTo(hall, '13:30');
    const { ticketId, number } = hall.give(checkIn, { pass: shown(id) }, BARE_KIOSK);
    expect(number).toBe('A001');
    expect(hall.ticket(String(ticketId))).toMatchObject({ appointmentId: id, status: 'waiting' });
    expect(hall.happened().slice(-2)).toEqual(['ticket-issued', 'booking-used']);
    expect(hall.refused(checkIn, { pass: shown(id) }, BARE_KIOSK)).toBe('booking-over');
  });

  it('tells an unknown code, a forged link and another hall’s booking the same', () => {
    const hall = open();
    const id = take(hall);
    goTo(hall, '14:00');
    for (const pass of ['AAAA-AAAA', '-', `hall.${id}.forged`, `other.${id}.mark`, '.', ''])
      expect(hall.refused(checkIn, { pass }, BARE_KIOSK)).toBe('booking-unknown');
  });

  it.each([
    ['13:29', 'check-in-too-early', { opens: '2026-03-02 13:30' }],
    ['14:46', 'check-in-too-late', { closed: '2026-03-02 14:45' }],
  ])('at %s is refused: %s', (time, code, params) => {
    const hall = open();
    const id = take(hall);
    goTo(hall, time);
    const refusal = hall.refusal(checkIn, { pass: passOf(id).code }, BARE_KIOSK);
    expect([refusal.code, refusal.params]).toEqual([code, params]);
  });

  it('keeps its promise when the rules are changed meanwhile, and its queue stays', () => {
    const hall = open();
    const id = take(hall);
    const { config } = hall.state;
    const without = { ...config, appointments: [] };
    hall.give(configureHall, { document: without, documentHash: 'x' }, SYSTEM);
    const less = { ...without, queues: config.queues.slice(1) };
    const unserved = { ...less, counters: config.counters.map((one) => ({ ...one, queueIds: ['queue-b'] })) };
    expect(hall.refused(configureHall, { document: unserved, documentHash: 'y' }, SYSTEM)).toBe('bad-input');
    goTo(hall, '14:40');
    expect(hall.give(checkIn, { pass: passOf(id).code }, BARE_KIOSK)).toMatchObject({ number: 'A001' });
  });

  it('goes before those without a booking, by the share that protects them', () => {
    const hall = open();
    const ids = [take(hall), take(hall)];
    goTo(hall, '14:00');
    for (let walkIns = 0; walkIns < 4; walkIns++) hall.take();
    const ahead = ids.map((id) => hall.give(checkIn, { pass: passOf(id).code }, BARE_KIOSK)['ahead']);
    expect(ahead).toEqual([2, 5]); // at most: the turn counts against whoever asks
    const clerk = hall.sit('counter-1');
    const called = [1, 2, 3, 4].map(() => {
      hall.give(next, NEXT, clerk);
      const [call] = hall.state.calls;
      hall.give(cancel, { ticketId: call?.ticketId ?? '', reason: 'visitor-left' }, clerk);
      return call?.number;
    });
    expect(called).toEqual(['A005', 'A001', 'A002', 'A006']);
    const why = hall.facts.find((fact) => fact.type === 'ticket-called');
    expect(why).toMatchObject({ why: { rule: 'share', groupId: null, appointmentId: ids[0] } });
  });
});

describe('whoever does not come', () => {
  it('is written down as lapsed when the check-in has closed; the place counts no more', () => {
    const hall = open();
    const id = take(hall);
    const due = nextDue(hall.state);
    expect(due).toEqual({ command: 'lapse-bookings', at: new Date(`${MON}T06:45:00.001Z`) });
    goTo(hall, '14:45');
    hall.give(lapseBookings, {}, SYSTEM);
    expect(hall.state.bookings.get(id)?.status).toBe('booked');
    hall.at = due.at;
    hall.give(lapseBookings, {}, SYSTEM);
    expect(hall.facts.at(-1)).toEqual({ type: 'booking-lapsed', bookingId: id });
    expect(nextDue(hall.state).command).toBe('close-day');
    expect(hall.refused(checkIn, { pass: passOf(id).code }, BARE_KIOSK)).toBe('booking-over');
  });

  it('is forgotten with the day; a booking of tomorrow stays', () => {
    const hall = open();
    const [gone, stays] = [take(hall), take(hall, TUE)];
    hall.give(cancelBooking, { pass: null }, booker(gone));
    hall.at = new Date('2026-03-02T16:00:00Z');
    hall.give(closeDay, {}, SYSTEM);
    expect([...hall.state.bookings.keys()]).toEqual([stays]);
    expect(hall.refused(cancelBooking, { pass: null }, booker(gone))).toBe('booking-over');
  });
});
