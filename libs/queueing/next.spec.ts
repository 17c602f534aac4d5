import { describe, expect, it } from 'vitest';
import { CLOSING, NEXT, SmallHall } from '../hall/hall.fixture.js';
import { next } from './call.js';
import { pause } from './desk.js';
import { begin } from './serve.js';

function served(): { hall: SmallHall; clerk: ReturnType<SmallHall['sit']>; first: string; second: string } {
  const hall = new SmallHall();
  const clerk = hall.sit('counter-1');
  const [first, second] = [hall.take(), hall.take()];
  hall.give(next, NEXT, clerk);
  hall.pass(10);
  hall.give(begin, { ticketId: first }, clerk);
  hall.pass(300);
  return { hall, clerk, first, second };
}

describe('next, at a free counter', () => {
  it('calls who has waited longest, whichever queue it is', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    hall.take('queue-b');
    hall.take('queue-a');
    expect(hall.give(next, NEXT, clerk)).toMatchObject({ finished: null, called: { number: 'B001' } });
    expect(hall.facts.at(-1)).toMatchObject({ counterId: 'counter-1', announcement: 1, cause: 'next' });
  });

  it('calls nobody of a queue that the counter does not serve', () => {
    const hall = new SmallHall((config) => ({
      ...config,
      counters: config.counters.map((one) => ({ ...one, queueIds: ['queue-b'] })),
    }));
    hall.take('queue-a');
    expect(hall.refused(next, NEXT, hall.sit('counter-1'))).toBe('nobody-waiting');
  });

  it('is refused when nobody waits, while the counter pauses, and to someone at no counter', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    expect(hall.refused(next, NEXT, clerk)).toBe('nobody-waiting');
    hall.take();
    hall.give(pause, { reason: 'meal' }, clerk);
    expect(hall.refused(next, NEXT, clerk)).toBe('counter-paused');
    expect(hall.refused(next, NEXT, hall.sit(null, 'guide'))).toBe('no-counter');
  });

  it('is refused to a session that was taken over', () => {
    const hall = new SmallHall();
    const old = hall.sit('counter-1', 'clerk');
    hall.sit('counter-1', 'clerk');
    hall.take();
    expect(hall.refused(next, NEXT, old)).toBe('not-signed-in');
  });
});

describe('next, at an occupied counter', () => {
  it('is refused while the called visitor has not begun', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    const seen = hall.take();
    hall.take();
    hall.give(next, NEXT, clerk);
    const { code, params } = hall.refusal(next, { ...NEXT, seen }, clerk);
    expect([code, params]).toEqual(['visitor-not-begun', { number: 'A001' }]);
  });

  it('never skips a person: a press that saw another picture is out of step', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    hall.take();
    hall.take();
    hall.give(next, NEXT, clerk);
    expect(hall.refused(next, NEXT, clerk)).toBe('out-of-step');
    expect(hall.numbers()).toEqual(['A002']);
  });

  it('finishes the visit that is served and calls, in one', () => {
    const { hall, clerk, first, second } = served();
    const answer = hall.give(next, { seen: first, ...CLOSING }, clerk);
    expect(answer).toEqual({ finished: 'A001', called: { ticketId: second, number: 'A002' } });
    expect(hall.happened().slice(-3)).toEqual(['visit-finished', 'invitation-opened', 'ticket-called']);
    expect(hall.state.current.get('counter-1')).toBe(second);
  });

  it('takes the queue’s outcome and the ticket’s own matter where the clerk names none', () => {
    const { hall, clerk, first } = served();
    hall.give(next, { seen: first, confirmed: false }, clerk);
    const finished = hall.facts.find(({ type }) => type === 'visit-finished');
    expect(finished).toMatchObject({ outcome: 'completed', matterIds: ['matter-a'] });
  });

  it('finishes when nobody waits any more, and calls nobody', () => {
    const { hall, clerk, first, second } = served();
    const other = hall.sit('counter-2');
    hall.give(next, NEXT, other);
    expect(hall.state.current.get('counter-2')).toBe(second);
    expect(hall.give(next, { seen: first, ...CLOSING }, clerk)).toEqual({ finished: 'A001', called: null });
    expect(hall.state.current.has('counter-1')).toBe(false);
  });

  it('asks once more when it would finish within seconds, and changes nothing until then', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    const seen = hall.take();
    hall.take();
    hall.give(next, NEXT, clerk);
    hall.give(begin, { ticketId: seen }, clerk);
    hall.pass(9);
    const { code, params } = hall.refusal(next, { ...NEXT, seen }, clerk);
    expect([code, params]).toEqual(['confirm-quick-finish', { number: 'A001', seconds: 9 }]);
    expect(hall.ticket(seen).status).toBe('serving');
    hall.give(next, { seen, confirmed: true }, clerk);
    expect(hall.state.tickets.has(seen)).toBe(false);
  });
});
