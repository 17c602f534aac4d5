import { expect, it } from 'vitest';
import { rate } from '../evaluation/rate.js';
import { lapseInvitations } from '../evaluation/invitation.js';
import { RatingHall } from '../evaluation/rating.fixture.js';
import { closeDay } from '../queueing/close-day.js';
import { AGENT, NEXT, SmallHall, SYSTEM } from './hall.fixture.js';
import { next, recall } from '../queueing/call.js';
import { begin } from '../queueing/serve.js';
import { park } from '../queueing/set-aside.js';
import { resume } from '../queueing/call.js';

/** From nine in the morning. */
const TO_MIDNIGHT = 15 * 3600;

it('an ended ticket is let go; its number is not given again', () => {
  const hall = new RatingHall();
  expect([hall.state.tickets.size, hall.numbers()]).toEqual([0, []]);
  expect(hall.ticket(hall.take()).number).toBe('A002');
});

it('who is served over midnight may still be called: the board shows the calls since then', () => {
  const hall = new SmallHall();
  const clerk = hall.sit('counter-1');
  const ticketId = hall.take();
  hall.give(next, NEXT, clerk);
  hall.give(begin, { ticketId }, clerk);
  hall.pass(TO_MIDNIGHT + 1);
  hall.give(park, { ticketId, reason: 'paying' }, clerk);
  hall.give(resume, { ticketId }, clerk);
  hall.give(closeDay, {}, SYSTEM);
  expect(hall.state.calls.map(({ announcement }) => announcement)).toEqual([2]);
  expect(hall.state.serials.size).toBe(0);
});

it('a press at midnight, told late, still finds its invitation', () => {
  const hall = new RatingHall('counter-2', AGENT);
  hall.pass(TO_MIDNIGHT - 300 - 10);
  const clerkBefore = hall.lit;
  const invitationId = hall.visit();
  expect(invitationId).not.toBe(clerkBefore);
  hall.pass(20);
  const pressedAt = hall.at.toISOString();
  hall.give(closeDay, {}, SYSTEM);
  hall.pass(20);
  hall.give(lapseInvitations, {}, SYSTEM);
  hall.give(rate, { invitationId, level: 5, padId: 'pad-2', pressedAt }, AGENT);
  expect(hall.ending(invitationId)).toBe('rated');
});

it('a board has as many calls as it may show, the newest first', () => {
  const hall = new SmallHall((config) => ({
    ...config,
    queues: config.queues.map((queue) => ({ ...queue, calls: { ...queue.calls, maxRecalls: 99 } })),
  }));
  const clerk = hall.sit('counter-1');
  const ticketId = hall.take();
  hall.give(next, NEXT, clerk);
  for (let i = 0; i < 30; i++) {
    hall.pass(20);
    hall.give(recall, { ticketId }, clerk);
  }
  expect(hall.state.calls).toHaveLength(24);
  expect(hall.state.calls[0]).toMatchObject({ announcement: 31, round: 31 });
});
