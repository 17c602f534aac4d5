import { expect, it } from 'vitest';
import { CLOSING, DAY, NEXT, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { ofQueues } from '../hall/small-config.fixture.js';
import { nextDue } from '../hall/due.js';
import { miss, next } from './call.js';
import { closeDay, dayEnds } from './close-day.js';
import { begin, finish } from './serve.js';
import { park } from './set-aside.js';

const always = ofQueues({
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  calls: { maxRecalls: 1, recallPauseSeconds: 0, minimumCalls: 1, rejoinPlaces: 0, missedMay: 'rejoin' },
});
/** From nine in the morning to one second after midnight. */
const TO_MIDNIGHT = 15 * 3600 + 1;

it('nothing is closed before the day is over', () => {
  const hall = new SmallHall(always);
  hall.take();
  hall.pass(TO_MIDNIGHT - 2);
  hall.give(closeDay, {}, SYSTEM);
  expect([hall.state.day, hall.happened()]).toEqual([DAY, ['ticket-issued']]);
});

it('whoever still holds a number is written down as expired, never dropped silently (requirement 12)', () => {
  const hall = new SmallHall(always);
  const [missed, parked, called, serving] = [hall.take(), hall.take(), hall.take(), hall.take()];
  const [one, two] = [hall.sit('counter-1'), hall.sit('counter-2')];
  hall.give(next, NEXT, one);
  hall.pass(60);
  hall.give(miss, { ticketId: missed }, one);
  hall.give(next, NEXT, one);
  hall.give(begin, { ticketId: parked }, one);
  hall.give(park, { ticketId: parked, reason: 'paying' }, one);
  const { visitId } = hall.ticket(parked);
  hall.give(next, NEXT, one);
  hall.give(next, NEXT, two);
  hall.give(begin, { ticketId: serving }, two);
  const waiting = hall.take();
  hall.pass(TO_MIDNIGHT);
  hall.give(closeDay, {}, SYSTEM);
  const expired = hall.facts.flatMap((fact) => (fact.type === 'ticket-expired' ? [fact] : []));
  expect(expired.map(({ ticketId }) => ticketId).sort()).toEqual([missed, parked, called, waiting].sort());
  expect(expired.find(({ ticketId }) => ticketId === parked)).toMatchObject({ visitId });
  expect(hall.facts.at(-1)).toEqual({ type: 'day-closed', day: DAY, nextDay: '2026-03-03' });
  expect([...hall.state.tickets.keys()]).toEqual([serving]);
});

it('who is being served at midnight is served to the end (requirement 12)', () => {
  const hall = new SmallHall(always);
  const clerk = hall.sit('counter-1');
  const ticketId = hall.take();
  hall.give(next, NEXT, clerk);
  hall.give(begin, { ticketId }, clerk);
  hall.pass(TO_MIDNIGHT);
  hall.give(closeDay, {}, SYSTEM);
  hall.give(finish, { ticketId, ...CLOSING }, clerk);
  expect(hall.facts.find(({ type }) => type === 'visit-finished')).toMatchObject({ day: DAY });
});

it('a number taken after midnight, before the close, is of the new day and stays', () => {
  const hall = new SmallHall(always);
  hall.take();
  hall.pass(TO_MIDNIGHT);
  const early = hall.take();
  hall.give(closeDay, {}, SYSTEM);
  expect([...hall.state.tickets.values()]).toEqual([
    expect.objectContaining({ id: early, number: 'A001', day: '2026-03-03' }),
  ]);
  expect(hall.ticket(hall.take()).number).toBe('A002');
});

it('the same numbers come again every day, and the board begins empty', () => {
  const hall = new SmallHall(always);
  const clerk = hall.sit('counter-1');
  hall.take();
  hall.give(next, NEXT, clerk);
  hall.pass(TO_MIDNIGHT);
  hall.give(closeDay, {}, SYSTEM);
  expect(hall.ticket(hall.take()).number).toBe('A001');
  expect(hall.state.calls).toEqual([]);
  expect(hall.give(next, NEXT, clerk)).toMatchObject({ called: { number: 'A001' } });
  expect(hall.facts.at(-1)).toMatchObject({ announcement: 2 });
});

it('a hall that was switched off for days closes once, to the day it wakes up in', () => {
  const hall = new SmallHall(always);
  hall.pass(3 * 86_400);
  hall.give(closeDay, {}, SYSTEM);
  expect(hall.facts).toEqual([{ type: 'day-closed', day: DAY, nextDay: '2026-03-05' }]);
  expect(nextDue(hall.state)).toEqual({ command: 'close-day', at: dayEnds(hall.state) });
  expect(dayEnds(hall.state)).toEqual(new Date('2026-03-05T16:00:00Z'));
});
