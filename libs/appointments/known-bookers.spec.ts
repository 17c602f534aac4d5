import { describe, expect, it } from 'vitest';
import { BARE_KIOSK, SYSTEM } from '../hall/hall.fixture.js';
import { visitor } from '../persons/persons.fixture.js';
import { PLAIN_VISITORS, type VisitorPolicy } from '../persons/visitor-policy.js';
import { closeDay } from '../queueing/close-day.js';
import { issue } from '../queueing/issue.js';
import { book } from './book.js';
import { checkIn } from './check-in.js';
import { lapseBookings } from './lapse-bookings.js';
import { PUBLIC, MON, open, goTo } from './appointments.fixture.js';

describe('who books, where the hall asks', () => {
  const asking = (visitors: Partial<VisitorPolicy>) =>
    open((config) => ({ ...config, visitors: { ...PLAIN_VISITORS, ...visitors } }));
  const slot = { queueId: 'queue-a', day: MON, from: '14:00' };
  const me = visitor({ name: '封', phone: '封', phoneHash: 'p' });

  it('is put down as far as asked: not at all, if wished, or always with name and phone', () => {
    const none = asking({ booking: 'none' });
    none.give(book, { ...slot, visitor: me }, PUBLIC);
    expect(none.state.visitors.size).toBe(0);
    const optional = asking({ booking: 'optional' });
    optional.give(book, slot, PUBLIC);
    optional.give(book, { ...slot, visitor: me }, PUBLIC);
    expect(optional.state.visitors.size).toBe(1);
    const required = asking({ booking: 'required' });
    for (const who of [null, visitor({ phoneHash: 'p' }), visitor({ name: '封' })])
      expect(required.refused(book, { ...slot, visitor: who }, PUBLIC)).toBe('visitor-needed');
    required.give(book, { ...slot, visitor: me }, PUBLIC);
  });

  it('checks in by phone or document: of several bookings the one whose time it is', () => {
    const hall = asking({ booking: 'optional' });
    hall.give(book, { ...slot, from: '16:00', visitor: me }, PUBLIC);
    const mine = hall.give(book, { ...slot, visitor: me }, PUBLIC)['bookingId'];
    expect(hall.refusal(checkIn, { visitor: me }, BARE_KIOSK).params).toEqual({ opens: '2026-03-02 13:30' });
    goTo(hall, '14:00');
    expect(hall.refused(checkIn, { visitor: visitor({ phoneHash: 'q' }) }, BARE_KIOSK)).toBe(
      'booking-not-found',
    );
    const { ticketId } = hall.give(checkIn, { visitor: me }, BARE_KIOSK);
    const ticket = hall.ticket(String(ticketId));
    expect(ticket.appointmentId).toBe(mine);
    expect(hall.state.visitors.has(ticket.visitorId ?? '')).toBe(true);
  });

  it('waits once: the booking’s number takes the place of one taken on the spot', () => {
    const hall = asking({ booking: 'optional' });
    hall.give(book, { ...slot, visitor: me }, PUBLIC);
    goTo(hall, '14:00');
    const walked = hall.give(issue, { queueId: 'queue-a', matterId: null, visitor: me }, BARE_KIOSK);
    hall.give(checkIn, { visitor: me }, BARE_KIOSK);
    expect(hall.state.tickets.has(String(walked['ticketId']))).toBe(false);
    expect(hall.numbers()).toEqual(['A002']);
  });

  it('books no more for a while after so many no-shows, and takes numbers on the spot all the same', () => {
    const hall = asking({ booking: 'optional', noShows: { limit: 2, days: 10 } });
    for (const from of ['10:00', '11:00']) hall.give(book, { ...slot, from, visitor: me }, PUBLIC);
    goTo(hall, '12:00');
    hall.give(lapseBookings, {}, SYSTEM);
    const { code, params } = hall.refusal(book, { ...slot, visitor: me }, PUBLIC);
    expect([code, params]).toEqual(['too-many-no-shows', { count: 2, from: '2026-03-12' }]);
    hall.give(book, slot, PUBLIC);
    hall.give(book, { ...slot, visitor: visitor({ phoneHash: 'q' }) }, PUBLIC);
    hall.at = new Date('2026-03-12T01:00:00Z');
    hall.give(closeDay, {}, SYSTEM);
    hall.give(book, { ...slot, day: '2026-03-12', visitor: me }, PUBLIC);
  });
});
