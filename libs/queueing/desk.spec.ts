import { describe, expect, it } from 'vitest';
import { NEXT, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { next } from './call.js';
import { askHelp, clearHelp, closeSession, endSession, openSession, pause, reopen } from './desk.js';

const seats = (hall: SmallHall) =>
  [...hall.state.sessions.values()].map(({ personId, counterId }) => `${personId} ${counterId}`);

const sitting = (personId: string, counterId: string | null) => ({
  ...{ sessionId: `again-${personId}`, personId, counterId, tokenHash: 'hash' },
});

describe('sessions (requirements 156, 157)', () => {
  it('one person a counter: nobody sits down on somebody', () => {
    const hall = new SmallHall();
    hall.sit('counter-1', 'li');
    const { code, params } = hall.refusal(openSession, sitting('wang', 'counter-1'), SYSTEM);
    expect([code, params]).toEqual(['counter-taken', { counter: 1 }]);
  });

  it('one live session a person: signing in again takes the own one over', () => {
    const hall = new SmallHall();
    hall.sit('counter-1', 'li');
    hall.sit('counter-1', 'li');
    hall.sit('counter-2', 'li');
    expect(seats(hall)).toEqual(['li counter-2']);
    const causes = hall.facts.flatMap((fact) => (fact.type === 'session-closed' ? [fact.cause] : []));
    expect(causes).toEqual(['taken-over', 'taken-over']);
  });

  it('a visitor at the old counter must be ended there first; a reload at the same counter may be', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1', 'li');
    hall.take();
    hall.give(next, NEXT, clerk);
    for (const counterId of ['counter-2', null]) {
      const { code, params } = hall.refusal(openSession, sitting('li', counterId), SYSTEM);
      expect([code, params]).toEqual(['visitor-present', { number: 'A001', counter: 1 }]);
    }
    hall.sit('counter-1', 'li');
    expect(hall.state.current.has('counter-1')).toBe(true);
  });

  it('no counter that is not there', () => {
    expect(new SmallHall().refused(openSession, sitting('li', 'counter-9'), SYSTEM)).toBe('counter-unknown');
  });

  it('signing out is refused with a visitor at the counter, and to whoever is out already', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    hall.take();
    hall.give(next, NEXT, clerk);
    expect(hall.refused(closeSession, {}, clerk)).toBe('visitor-present');
    const free = hall.sit('counter-2');
    hall.give(closeSession, {}, free);
    expect(hall.refused(closeSession, {}, free)).toBe('not-signed-in');
  });

  it('the duty chief ends one that was left open; the visitor stays for whoever sits down next', () => {
    const hall = new SmallHall();
    const chief = hall.sit(null, 'chief', ['duty-chief']);
    const clerk = hall.sit('counter-1', 'li');
    hall.take();
    hall.give(next, NEXT, clerk);
    hall.give(endSession, { counterId: 'counter-1' }, chief);
    expect(seats(hall)).toEqual(['chief null']);
    expect(hall.refused(next, NEXT, clerk)).toBe('not-signed-in');
    hall.sit('counter-1', 'wang');
    expect(hall.state.current.has('counter-1')).toBe(true);
    expect(hall.refused(endSession, { counterId: 'counter-3' }, chief)).toBe('no-counter');
  });

  it('leaving a counter takes its pause and its call for help along', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1', 'li');
    hall.give(askHelp, {}, clerk);
    hall.give(pause, { reason: 'meal' }, clerk);
    hall.sit('counter-2', 'li');
    expect(hall.state.desks.get('counter-1')).toMatchObject({ pausedFor: null, helpAskedAt: null });
  });
});

describe('pause (requirement 159)', () => {
  it('has a reason, begins at a free counter, once, and ends', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    expect(hall.refused(reopen, {}, clerk)).toBe('not-paused');
    hall.give(pause, { reason: 'meal' }, clerk);
    expect(hall.state.desks.get('counter-1')?.pausedFor).toBe('meal');
    expect(hall.refused(pause, { reason: 'meal' }, clerk)).toBe('counter-paused');
    hall.give(reopen, {}, clerk);
    hall.take();
    hall.give(next, NEXT, clerk);
    expect(hall.refused(pause, { reason: 'meal' }, clerk)).toBe('visitor-present');
  });

  it('is over with a reload of the page only when the clerk says so', () => {
    const hall = new SmallHall();
    hall.give(pause, { reason: 'meal' }, hall.sit('counter-1', 'li'));
    hall.sit('counter-1', 'li');
    expect(hall.state.desks.get('counter-1')?.pausedFor).toBe('meal');
  });
});

describe('求助 (requirement 49)', () => {
  it('asked twice is asked once', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    hall.give(askHelp, {}, clerk);
    const { at } = hall;
    hall.pass(60);
    hall.give(askHelp, {}, clerk);
    expect(hall.state.desks.get('counter-1')?.helpAskedAt).toEqual(at);
  });

  it('is ended by the counter itself or by the duty, not by a neighbour, and not when nobody asked', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-1');
    const body = { counterId: 'counter-1' };
    expect(hall.refused(clearHelp, body, clerk)).toBe('help-not-asked');
    hall.give(askHelp, {}, clerk);
    expect(hall.refused(clearHelp, body, hall.sit('counter-2'))).toBe('not-allowed');
    hall.give(clearHelp, body, hall.sit(null, 'chief', ['duty-chief']));
    hall.give(askHelp, {}, clerk);
    hall.give(clearHelp, body, clerk);
    expect(hall.state.desks.get('counter-1')?.helpAskedAt).toBeNull();
  });
});
