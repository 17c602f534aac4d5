import { describe, expect, it } from 'vitest';
import { CLOSING, NEXT, SmallHall } from '../hall/hall.fixture.js';
import { next } from './call.js';
import { begin, finish } from './serve.js';

function called() {
  const hall = new SmallHall();
  const clerk = hall.sit('counter-1');
  const ticketId = hall.take();
  hall.give(next, NEXT, clerk);
  return { hall, clerk, ticketId };
}

it('begin opens a visit of this counter and this person (requirements 5, 156)', () => {
  const { hall, clerk, ticketId } = called();
  const { visitId } = hall.give(begin, { ticketId }, clerk);
  expect(hall.facts.at(-1)).toEqual({
    type: 'visit-begun',
    ticketId,
    visitId,
    counterId: 'counter-1',
    personId: 'clerk-counter-1',
  });
  expect(hall.ticket(ticketId)).toMatchObject({ status: 'serving', visitId, begunAt: hall.at });
});

it('begin and finish are the counter’s own', () => {
  const { hall, ticketId } = called();
  const other = hall.sit('counter-2');
  expect(hall.refused(begin, { ticketId }, other)).toBe('not-at-this-counter');
  expect(hall.refused(finish, { ticketId, ...CLOSING }, other)).toBe('not-at-this-counter');
});

describe('finish', () => {
  it('keeps call, begin, outcome and matters of the visit', () => {
    const { hall, clerk, ticketId } = called();
    const calledAt = hall.at.toISOString();
    hall.pass(40);
    const { visitId } = hall.give(begin, { ticketId }, clerk);
    const begunAt = hall.at.toISOString();
    hall.pass(300);
    hall.give(
      finish,
      { ticketId, outcome: 'supplement-needed', matterIds: ['matter-a', 'matter-b'], confirmed: false },
      clerk,
    );
    expect(hall.facts.find(({ type }) => type === 'visit-finished')).toEqual({
      ...{ type: 'visit-finished', ticketId, visitId, calledAt, begunAt, day: '2026-03-02' },
      ...{ counterId: 'counter-1', personId: 'clerk-counter-1', nextQueueId: null },
      ...{ outcome: 'supplement-needed', matterIds: ['matter-a', 'matter-b'] },
    });
    expect(hall.state.tickets.has(ticketId)).toBe(false);
  });

  it('straight from the call begins and finishes at once: the way is then unknown', () => {
    const { hall, clerk, ticketId } = called();
    hall.pass(60);
    hall.give(finish, { ticketId, ...CLOSING, confirmed: false }, clerk);
    expect(hall.facts.find(({ type }) => type === 'visit-finished')).toMatchObject({ begunAt: null });
  });

  it.each([
    [0, 'confirm-quick-finish'],
    [9, 'confirm-quick-finish'],
    [10, null],
  ])('%i s after begin asks once more: %s', (seconds, code) => {
    const { hall, clerk, ticketId } = called();
    hall.pass(600);
    hall.give(begin, { ticketId }, clerk);
    hall.pass(seconds);
    const body = { ticketId, ...CLOSING, confirmed: false };
    if (code) expect(hall.refused(finish, body, clerk)).toBe(code);
    hall.give(finish, { ...body, confirmed: seconds < 10 }, clerk);
    expect(hall.state.tickets.size).toBe(0);
  });

  it('wants a matter, and one that this hall serves', () => {
    const { hall, clerk, ticketId } = called();
    hall.pass(60);
    const body = { ticketId, ...CLOSING };
    expect(hall.refused(finish, { ...body, matterIds: [] }, clerk)).toBe('matter-required');
    expect(hall.refused(finish, { ...body, matterIds: ['matter-a', 'strange'] }, clerk)).toBe(
      'matter-unknown',
    );
  });
});
