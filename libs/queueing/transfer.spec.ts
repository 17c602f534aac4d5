import { describe, expect, it } from 'vitest';
import { NEXT, SmallHall } from '../hall/hall.fixture.js';
import { next } from './call.js';
import { begin } from './serve.js';
import { transfer } from './transfer.js';

const TO_B = { to: { kind: 'queue', queueId: 'queue-b' }, reason: 'specialist' } as const;
const TO_2 = { to: { kind: 'counter', counterId: 'counter-2' }, reason: 'next-step' } as const;

/** A001 is served at counter 1; A002 and B001, B002 wait. */
function serving() {
  const hall = new SmallHall();
  const clerk = hall.sit('counter-1');
  const ticketId = hall.take('queue-a');
  for (const queueId of ['queue-b', 'queue-a', 'queue-b']) hall.take(queueId);
  hall.give(next, NEXT, clerk);
  const { visitId } = hall.give(begin, { ticketId }, clerk);
  return { hall, clerk, ticketId, visitId };
}

describe('a transfer (requirements 13, 15)', () => {
  it('keeps number and rank: before all who came later in the other queue', () => {
    const { hall, clerk, ticketId } = serving();
    const { number, rank } = hall.ticket(ticketId);
    hall.give(transfer, { ticketId, ...TO_B }, clerk);
    expect(hall.ticket(ticketId)).toMatchObject({ number, rank, queueId: 'queue-b', status: 'waiting' });
    expect(hall.numbers('queue-b')).toEqual(['A001', 'B001', 'B002']);
  });

  it('ends the visit, frees the counter and remembers where it came from', () => {
    const { hall, clerk, ticketId, visitId } = serving();
    hall.give(transfer, { ticketId, ...TO_B }, clerk);
    expect(hall.facts.at(-1)).toMatchObject({ visitId, fromCounterId: 'counter-1', reason: 'specialist' });
    expect(hall.ticket(ticketId)).toMatchObject({
      ...{ visitId: null, begunAt: null, counterId: null, fromCounterId: 'counter-1', rounds: 0 },
    });
    expect(hall.state.current.has('counter-1')).toBe(false);
  });

  it('to a counter waits for that counter alone, even in a queue that it does not serve', () => {
    const { hall, clerk, ticketId } = serving();
    const second = hall.sit('counter-2');
    expect(hall.give(transfer, { ticketId, ...TO_2 }, clerk)).toEqual({ counterNumber: 2, staffed: true });
    expect(hall.give(next, NEXT, hall.sit('counter-3'))).toMatchObject({ called: { number: 'B001' } });
    expect(hall.give(next, NEXT, second)).toMatchObject({ called: { number: 'A001' } });
    expect(hall.ticket(ticketId).targetCounterId).toBeNull();
  });

  it('says when nobody sits at the other counter', () => {
    const { hall, clerk, ticketId } = serving();
    expect(hall.give(transfer, { ticketId, ...TO_2 }, clerk)).toMatchObject({ staffed: false });
  });

  it.each([
    ['its own counter', { kind: 'counter', counterId: 'counter-1' } as const, 'same-destination'],
    ['a counter that is not there', { kind: 'counter', counterId: 'counter-9' } as const, 'counter-unknown'],
    ['a queue that is not there', { kind: 'queue', queueId: 'queue-z' } as const, 'queue-unknown'],
  ])('to %s is refused', (_where, to, code) => {
    const { hall, clerk, ticketId } = serving();
    expect(hall.refused(transfer, { ticketId, to, reason: 'specialist' }, clerk)).toBe(code);
  });

  it('back into its own queue is a way on, for any counter', () => {
    const { hall, clerk, ticketId } = serving();
    const back = { ticketId, to: { kind: 'queue', queueId: 'queue-a' }, reason: 'other-counter' } as const;
    hall.give(transfer, back, clerk);
    expect(hall.numbers('queue-a')).toEqual(['A001', 'A002']);
  });

  it('of another counter’s visitor is refused', () => {
    const { hall, ticketId } = serving();
    expect(hall.refused(transfer, { ticketId, ...TO_B }, hall.sit('counter-2'))).toBe('not-at-this-counter');
  });
});

describe('whoever still waits', () => {
  it('is moved by the guide desk, not by a clerk who would pick cases', () => {
    const hall = new SmallHall();
    const ticketId = hall.take();
    expect(hall.refused(transfer, { ticketId, ...TO_B }, hall.sit('counter-1'))).toBe('not-at-this-counter');
    hall.give(transfer, { ticketId, ...TO_B }, hall.sit(null, 'guide', ['guide']));
    expect([hall.numbers('queue-a'), hall.numbers('queue-b')]).toEqual([[], ['A001']]);
  });

  it('and whom a clerk has just called is the clerk’s: the guide desk is told so', () => {
    const { hall, ticketId } = serving();
    const guide = hall.sit(null, 'guide', ['guide']);
    expect(hall.refused(transfer, { ticketId, ...TO_B }, guide)).toBe('not-at-this-counter');
  });

  it('is not moved to where it is: into its own line, or twice to one counter', () => {
    const hall = new SmallHall();
    const ticketId = hall.take();
    const guide = hall.sit(null, 'guide', ['guide']);
    const home = { ticketId, to: { kind: 'queue', queueId: 'queue-a' }, reason: 'wrong-choice' } as const;
    expect(hall.refused(transfer, home, guide)).toBe('same-destination');
    hall.give(transfer, { ticketId, ...TO_2 }, guide);
    expect(hall.refused(transfer, { ticketId, ...TO_2 }, guide)).toBe('same-destination');
    hall.give(transfer, home, guide);
    expect(hall.ticket(ticketId).targetCounterId).toBeNull();
  });
});
