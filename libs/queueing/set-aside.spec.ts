import { describe, expect, it } from 'vitest';
import { CLOSING, NEXT, SmallHall } from '../hall/hall.fixture.js';
import { ofQueues } from '../hall/small-config.fixture.js';
import { miss, next, resume } from './call.js';
import { begin, finish } from './serve.js';
import { cancel, park, rejoin } from './set-aside.js';

const policy = (rejoinPlaces: number) =>
  ofQueues({
    calls: { maxRecalls: 2, recallPauseSeconds: 0, minimumCalls: 1, rejoinPlaces, missedMay: 'rejoin' },
  });

/** A001 was called and did not come; so many wait. */
function missed(places: number, waiting: number) {
  const hall = new SmallHall(policy(places));
  const clerk = hall.sit('counter-1');
  const ticketId = hall.take();
  for (let i = 0; i < waiting; i++) hall.take();
  hall.give(next, NEXT, clerk);
  hall.pass(60);
  hall.give(miss, { ticketId }, clerk);
  return { hall, clerk, ticketId };
}

describe('rejoin', () => {
  it.each([
    [0, 3, 'A001 A002 A003 A004'],
    [1, 3, 'A002 A001 A003 A004'],
    [2, 3, 'A002 A003 A001 A004'],
    [3, 3, 'A002 A003 A004 A001'],
    [9, 3, 'A002 A003 A004 A001'],
    [2, 0, 'A001'],
    [2, 1, 'A002 A001'],
  ])('%i places down a line of %i: %s', (places, waiting, line) => {
    const { hall, clerk, ticketId } = missed(places, waiting);
    expect(hall.give(rejoin, { ticketId }, clerk)).toEqual({ places });
    expect(hall.numbers().join(' ')).toBe(line);
  });

  it('keeps its place before whoever takes a number later', () => {
    const { hall, clerk, ticketId } = missed(2, 0);
    hall.give(rejoin, { ticketId }, clerk);
    hall.take();
    expect(hall.numbers()).toEqual(['A001', 'A002']);
    expect(hall.ticket(ticketId)).toMatchObject({ counterId: null, rounds: 0 });
  });
});

it('a parked visit stays this counter’s, and is one visit from begin to finish', () => {
  const hall = new SmallHall();
  const clerk = hall.sit('counter-1');
  const ticketId = hall.take();
  hall.give(next, NEXT, clerk);
  hall.give(begin, { ticketId }, clerk);
  hall.give(park, { ticketId, reason: 'fetching-papers' }, clerk);
  expect(hall.state.current.has('counter-1')).toBe(false);
  expect(hall.ticket(ticketId).counterId).toBe('counter-1');
  hall.pass(900);
  hall.give(resume, { ticketId }, clerk);
  hall.give(begin, { ticketId }, clerk);
  hall.give(finish, { ticketId, ...CLOSING }, clerk);
  const visits = hall.facts.flatMap((fact) =>
    fact.type === 'visit-begun' || fact.type === 'visit-finished' ? [fact.visitId] : [],
  );
  expect(new Set(visits).size).toBe(1);
});

describe('cancel', () => {
  it('by a visitor’s phone reaches its own ticket only, whatever the body says', () => {
    const hall = new SmallHall();
    const [own, other] = [hall.take(), hall.take()];
    hall.give(cancel, { ticketId: other, reason: 'by-visitor' }, { kind: 'visitor', ticketId: own });
    expect([...hall.state.tickets.keys()]).toEqual([other]);
    expect(hall.numbers()).toEqual(['A002']);
  });

  it('ends a visit that is parked', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    const ticketId = hall.take();
    hall.give(next, NEXT, clerk);
    const { visitId } = hall.give(begin, { ticketId }, clerk);
    hall.give(park, { ticketId, reason: 'paying' }, clerk);
    hall.give(cancel, { ticketId, reason: 'visitor-left' }, hall.sit(null, 'guide', ['guide']));
    expect(hall.facts.at(-1)).toMatchObject({ type: 'ticket-cancelled', visitId });
  });

  it('frees the counter that had called it', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    const ticketId = hall.take();
    hall.take();
    hall.give(next, NEXT, clerk);
    hall.give(cancel, { ticketId, reason: 'by-visitor' }, { kind: 'visitor', ticketId });
    expect(hall.give(next, NEXT, clerk)).toMatchObject({ called: { number: 'A002' } });
  });
});
