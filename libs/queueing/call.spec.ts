import { describe, expect, it } from 'vitest';
import { NEXT, SmallHall } from '../hall/hall.fixture.js';
import { ofQueues } from '../hall/small-config.fixture.js';
import { miss, next, recall, resume, SPEECH_SECONDS } from './call.js';
import { pause } from './desk.js';
import { begin } from './serve.js';
import { park } from './set-aside.js';

/** The pause of the queue, from the end of the speech. */
const PAUSE = SPEECH_SECONDS + 5;

function called(change?: ConstructorParameters<typeof SmallHall>[0]) {
  const hall = new SmallHall(change);
  const clerk = hall.sit('counter-1');
  const ticketId = hall.take();
  hall.give(next, NEXT, clerk);
  return { hall, clerk, ticketId };
}

describe('recall', () => {
  it('waits for the end of the speech and the pause after it', () => {
    const { hall, clerk, ticketId } = called();
    hall.pass(PAUSE - 1);
    const { code, params } = hall.refusal(recall, { ticketId }, clerk);
    expect(code).toBe('call-too-soon');
    expect(params).toMatchObject({ number: 'A001', seconds: 1 });
    hall.pass(1);
    hall.give(recall, { ticketId }, clerk);
    expect(hall.facts.at(-1)).toMatchObject({ type: 'ticket-recalled', round: 2, announcement: 2 });
  });

  it('has a limit: two recalls here, so three calls in all', () => {
    const { hall, clerk, ticketId } = called();
    for (const round of [2, 3]) {
      hall.pass(PAUSE);
      hall.give(recall, { ticketId }, clerk);
      expect(hall.ticket(ticketId).rounds).toBe(round);
    }
    hall.pass(PAUSE);
    const { code, params } = hall.refusal(recall, { ticketId }, clerk);
    expect([code, params]).toEqual(['call-limit-reached', { number: 'A001', calls: 3 }]);
  });

  it('may be forbidden by a queue', () => {
    const { hall, clerk, ticketId } = called(
      ofQueues({
        calls: {
          maxRecalls: 0,
          recallPauseSeconds: 0,
          minimumCalls: 1,
          rejoinPlaces: 0,
          missedMay: 'rejoin',
        },
      }),
    );
    hall.pass(PAUSE);
    expect(hall.refused(recall, { ticketId }, clerk)).toBe('call-limit-reached');
  });

  it('is another counter’s own', () => {
    const { hall, ticketId } = called();
    hall.pass(PAUSE);
    expect(hall.refused(recall, { ticketId }, hall.sit('counter-2'))).toBe('not-at-this-counter');
  });
});

describe('missed', () => {
  it('only after the least number of calls', () => {
    const { hall, clerk, ticketId } = called();
    hall.pass(3600);
    const { code, params } = hall.refusal(miss, { ticketId }, clerk);
    expect(code).toBe('miss-too-soon');
    expect(params).toMatchObject({ number: 'A001', calls: 1, minimum: 2 });
  });

  it('and not before the last call has been heard', () => {
    const { hall, clerk, ticketId } = called();
    hall.pass(PAUSE);
    hall.give(recall, { ticketId }, clerk);
    hall.pass(PAUSE - 1);
    expect(hall.refused(miss, { ticketId }, clerk)).toBe('miss-too-soon');
    hall.pass(1);
    hall.give(miss, { ticketId }, clerk);
    expect(hall.ticket(ticketId).status).toBe('missed');
    expect(hall.state.current.has('counter-1')).toBe(false);
  });

  it('ends a visit that was begun and parked before: whoever comes back begins another', () => {
    const { hall, clerk, ticketId } = called(
      ofQueues({
        calls: {
          maxRecalls: 2,
          recallPauseSeconds: 5,
          minimumCalls: 1,
          rejoinPlaces: 2,
          missedMay: 'rejoin',
        },
      }),
    );
    const { visitId } = hall.give(begin, { ticketId }, clerk);
    hall.give(park, { ticketId, reason: 'paying' }, clerk);
    hall.give(resume, { ticketId }, clerk);
    hall.pass(PAUSE);
    hall.give(miss, { ticketId }, clerk);
    expect(hall.facts.at(-1)).toMatchObject({ type: 'ticket-missed', visitId });
    expect(hall.ticket(ticketId)).toMatchObject({ visitId: null, begunAt: null });
  });
});

describe('resume', () => {
  it('goes on with the same visit at the counter that parked it', () => {
    const { hall, clerk, ticketId } = called();
    const { visitId } = hall.give(begin, { ticketId }, clerk);
    const { begunAt } = hall.ticket(ticketId);
    hall.give(park, { ticketId, reason: 'filling-form' }, clerk);
    expect(hall.ticket(ticketId)).toMatchObject({ status: 'parked', reason: 'filling-form' });
    hall.pass(600);
    hall.give(resume, { ticketId }, clerk);
    expect(hall.facts.at(-1)).toMatchObject({ type: 'ticket-called', cause: 'resumed', announcement: 2 });
    expect(hall.give(begin, { ticketId }, clerk)).toEqual({ visitId });
    expect(hall.ticket(ticketId)).toMatchObject({ visitId, begunAt, reason: null });
  });

  it('waits until the counter is free and open, and is no other counter’s', () => {
    const { hall, clerk, ticketId } = called();
    hall.give(park, { ticketId, reason: 'paying' }, clerk);
    hall.give(pause, { reason: 'meal' }, clerk);
    expect(hall.refused(resume, { ticketId }, clerk)).toBe('counter-paused');
    expect(hall.refused(resume, { ticketId }, hall.sit('counter-2'))).toBe('not-at-this-counter');
    const fresh = called();
    fresh.hall.give(park, { ticketId: fresh.ticketId, reason: 'paying' }, fresh.clerk);
    fresh.hall.take();
    fresh.hall.give(next, NEXT, fresh.clerk);
    const { code, params } = fresh.hall.refusal(resume, { ticketId: fresh.ticketId }, fresh.clerk);
    expect([code, params]).toEqual(['visitor-present', { number: 'A002' }]);
  });
});
