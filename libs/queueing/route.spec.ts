import { describe, expect, it } from 'vitest';
import type { HallConfig } from '../hall/config.js';
import { CLOSING, NEXT, SmallHall } from '../hall/hall.fixture.js';
import { next } from './call.js';
import { issue } from './issue.js';
import { begin, finish } from './serve.js';
import { transfer } from './transfer.js';

const withRoute =
  (routeRating: HallConfig['routeRating']) =>
  (config: HallConfig): HallConfig => ({
    ...config,
    routeRating,
    routes: [{ id: 'buy-a-flat', name: '购房', nameEn: 'Buying a flat', queueIds: ['queue-a', 'queue-b'] }],
  });

const order = { queueId: 'queue-a', matterId: 'matter-a', routeId: 'buy-a-flat' };

/** A visitor on the route, served at its first counter. */
function firstVisitDone(
  rating: HallConfig['routeRating'],
  outcome: 'accepted' | 'supplement-needed' = 'accepted',
) {
  const hall = new SmallHall(withRoute(rating));
  const clerk = hall.sit('counter-1');
  const ticketId = String(hall.give(issue, order, hall.sit(null, 'guide', ['guide']))['ticketId']);
  const { rank } = hall.ticket(ticketId);
  hall.give(next, NEXT, clerk);
  hall.give(begin, { ticketId }, clerk);
  hall.pass(300);
  hall.give(finish, { ticketId, ...CLOSING, outcome }, clerk);
  return { hall, clerk, ticketId, rank };
}

describe('我这里办好后,下一个是хх窗口 (requirements 13, 14)', () => {
  it('the ticket moves on by itself at finish, with its number and its waiting credit', () => {
    const { hall, ticketId, rank } = firstVisitDone('last');
    hall.take('queue-b');
    expect(hall.ticket(ticketId)).toMatchObject({
      ...{ status: 'waiting', queueId: 'queue-b', number: 'A001', rank, route: [] },
      ...{ counterId: null, visitId: null, begunAt: null, rounds: 0 },
    });
    expect(hall.numbers('queue-b')).toEqual(['A001', 'B001']);
    expect(hall.state.current.has('counter-1')).toBe(false);
  });

  it('by next, goes on at once where the same counter is its next stop and nobody came before it', () => {
    const hall = new SmallHall(withRoute('last'));
    const [clerk, guide] = [hall.sit('counter-1'), hall.sit(null, 'guide', ['guide'])];
    const ticketId = String(hall.give(issue, order, guide)['ticketId']);
    hall.give(next, NEXT, clerk);
    hall.give(begin, { ticketId }, clerk);
    hall.pass(300);
    hall.take('queue-b');
    const on = hall.give(next, { seen: ticketId, ...CLOSING, outcome: 'accepted' }, clerk);
    expect(on).toEqual({ finished: 'A001', called: { ticketId, number: 'A001' } });
    expect(hall.ticket(ticketId)).toMatchObject({ status: 'called', queueId: 'queue-b', route: [] });
    expect(hall.state.current.get('counter-1')).toBe(ticketId);
    expect(hall.numbers('queue-b')).toEqual(['B001']);
  });

  it('by next, keeps its place behind whoever came before it', () => {
    const hall = new SmallHall(withRoute('last'));
    const [clerk, other] = [hall.sit('counter-1'), hall.sit('counter-2')];
    const earlier = hall.take('queue-b');
    const ticketId = String(hall.give(issue, order, hall.sit(null, 'guide', ['guide']))['ticketId']);
    hall.give(next, NEXT, other);
    hall.give(next, NEXT, clerk);
    hall.give(begin, { ticketId }, clerk);
    hall.pass(300);
    const to = { kind: 'counter' as const, counterId: 'counter-1' };
    hall.give(transfer, { ticketId: earlier, to, reason: 'specialist' }, other);
    const on = hall.give(next, { seen: ticketId, ...CLOSING, outcome: 'accepted' }, clerk);
    expect(on).toMatchObject({ called: { ticketId: earlier } });
    expect(hall.numbers('queue-b')).toEqual(['A001']);
  });

  it('ends with its last queue', () => {
    const { hall, clerk, ticketId } = firstVisitDone('last');
    hall.give(next, NEXT, clerk);
    hall.give(finish, { ticketId, ...CLOSING }, clerk);
    expect(hall.state.tickets.has(ticketId)).toBe(false);
  });

  it('ends where papers are missing: nobody is sent on to wait for nothing', () => {
    const { hall, ticketId } = firstVisitDone('last', 'supplement-needed');
    expect(hall.state.tickets.has(ticketId)).toBe(false);
  });

  it('sent to its next stop by hand, a visitor does not wait there twice', () => {
    const hall = new SmallHall(withRoute('last'));
    const clerk = hall.sit('counter-1');
    const ticketId = String(hall.give(issue, order, hall.sit(null, 'guide', ['guide']))['ticketId']);
    hall.give(next, NEXT, clerk);
    const to = { kind: 'queue', queueId: 'queue-b' } as const;
    hall.give(transfer, { ticketId, to, reason: 'next-step' }, clerk);
    expect(hall.ticket(ticketId).route).toEqual([]);
    hall.give(next, NEXT, clerk);
    hall.give(finish, { ticketId, ...CLOSING }, clerk);
    expect(hall.state.tickets.has(ticketId)).toBe(false);
  });

  it.each([
    ['each', 2],
    ['last', 1],
  ] as const)('rates %s: %i invitations', (rating, invitations) => {
    const { hall, clerk, ticketId } = firstVisitDone(rating);
    hall.give(next, NEXT, clerk);
    hall.give(finish, { ticketId, ...CLOSING }, clerk);
    expect(hall.happened().filter((type) => type === 'invitation-opened')).toHaveLength(invitations);
  });

  it('is refused from another queue, and where the hall has no such route', () => {
    const hall = new SmallHall(withRoute('last'));
    const guide = hall.sit(null, 'guide', ['guide']);
    expect(hall.refused(issue, { ...order, queueId: 'queue-b' }, guide)).toBe('route-unknown');
    expect(hall.refused(issue, { ...order, routeId: 'none' }, guide)).toBe('route-unknown');
  });

  it('is refused through a queue that is closed', () => {
    const hall = new SmallHall((config) => {
      const routed = withRoute('last')(config);
      return {
        ...routed,
        queues: routed.queues.map((one) => (one.id === 'queue-b' ? { ...one, hours: [] } : one)),
      };
    });
    expect(hall.refused(issue, order, hall.sit(null, 'guide', ['guide']))).toBe('queue-closed');
    expect(hall.facts.filter(({ type }) => type === 'ticket-issued')).toEqual([]);
  });
});
