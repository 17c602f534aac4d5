import { said } from './day-person.js';
import { clock, DAY } from './day-config.js';
import type { BookingPlan } from './booking-plan.js';
import type { Visitor } from './day-visitor.js';
import type { DayWorld } from './day-world.js';

/** Books a slot, and comes in time, forgets it or takes it back; who gets none takes a number on the spot. */
export async function book(visitor: Visitor, booking: BookingPlan, day: DayWorld): Promise<void> {
  const { agenda, asking, staffed, owned, hall } = day;
  const { person, arrives } = visitor.plan;
  const by = booking.byDesk ? staffed.guide : hall.outside;
  const reply = await asking.byRest(by, 'book', {
    ...{ queueId: visitor.queueId, day: DAY, from: clock(booking.slot) },
    visitor: person && said(person),
  });
  if (!reply.ok) return agenda.at(arrives, visitor.takeNumber);
  const pass = String(reply.answer['url']);
  if (person) owned.push({ id: String(reply.answer['bookingId']), person: person.place, born: null });
  switch (booking.then) {
    case 'comes':
      return agenda.at(arrives, () => checkIn(visitor, booking.byPass ? pass : null));
    case 'forgets':
      return visitor.leave();
    case 'cancels':
      await asking.byRest(staffed.guide, 'cancel-booking', { pass });
      return visitor.leave();
  }
}

async function checkIn(visitor: Visitor, pass: string | null): Promise<void> {
  const phone = visitor.plan.person?.phone ?? '';
  const reply = await visitor.atKiosk('check-in', pass === null ? { visitor: { phone } } : { pass });
  if (reply.ok) visitor.given(reply.answer, false);
  else visitor.leave();
}
