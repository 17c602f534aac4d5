import { describe, expect, it } from 'vitest';
import { CLOSING, NEXT, PAD, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { next } from '../queueing/call.js';
import { finish } from '../queueing/serve.js';
import { lapseInvitations, openInvitationAt } from './invitation.js';
import { decline, rate } from './rate.js';
import { RatingHall } from './rating.fixture.js';

describe('one visit, one invitation (requirement 6)', () => {
  it('names visit, ticket, counter and person, and its end', () => {
    const hall = new RatingHall();
    const finished = hall.facts.find((fact) => fact.type === 'visit-finished');
    expect(hall.facts.at(-1)).toMatchObject({
      ...{ type: 'invitation-opened', counterId: 'counter-1', personId: 'clerk-counter-1', number: 'A001' },
      visitId: finished?.visitId,
      endsAt: new Date(hall.at.getTime() + 30_000).toISOString(),
    });
    expect(hall.state.desks.get('counter-1')?.lastVisit).toMatchObject({
      number: 'A001',
      rating: 'inviting',
    });
  });

  it('is not opened where no pad stands: nobody could answer it', () => {
    const hall = new SmallHall();
    const clerk = hall.sit('counter-3');
    const ticketId = hall.take();
    hall.give(next, NEXT, clerk);
    hall.give(finish, { ticketId, ...CLOSING }, clerk);
    expect(hall.happened()).not.toContain('invitation-opened');
    expect(hall.state.desks.get('counter-3')?.lastVisit?.rating).toBe('none');
  });

  it('is superseded by the next visitor’s: one is lit a counter', () => {
    const hall = new RatingHall();
    const before = hall.lit;
    const after = hall.visit();
    expect(after).not.toBe(before);
    expect([hall.ending(before), hall.ending(after)]).toEqual(['superseded', null]);
    expect(openInvitationAt(hall.state, 'counter-1')?.id).toBe(after);
  });

  it('of another counter stays lit', () => {
    const hall = new RatingHall();
    const clerk = hall.sit('counter-2');
    const ticketId = hall.take();
    hall.give(next, NEXT, clerk);
    hall.give(finish, { ticketId, ...CLOSING }, clerk);
    expect(hall.ending(hall.lit)).toBeNull();
  });
});

describe('not rating is an outcome of its own', () => {
  it('lapsed, at its end and not before', () => {
    const hall = new RatingHall();
    const { lit } = hall;
    hall.pass(29);
    hall.give(lapseInvitations, {}, SYSTEM);
    expect(hall.ending(lit)).toBeNull();
    hall.pass(1);
    hall.give(lapseInvitations, {}, SYSTEM);
    expect(hall.ending(lit)).toBe('lapsed');
    expect(hall.state.desks.get('counter-1')?.lastVisit?.rating).toBe('not-rated');
    hall.give(lapseInvitations, {}, SYSTEM);
    expect(hall.happened().filter((type) => type === 'invitation-closed')).toHaveLength(1);
  });

  it('declined: 暂不评价, and then it is over', () => {
    const hall = new RatingHall();
    const { lit: invitationId } = hall;
    hall.give(decline, { invitationId }, PAD);
    expect(hall.ending(invitationId)).toBe('declined');
    expect(hall.refused(rate, { invitationId, level: 5 }, PAD)).toBe('invitation-over');
    expect(hall.refused(decline, { invitationId }, PAD)).toBe('invitation-over');
  });

  it('cannot be declined once it was rated', () => {
    const hall = new RatingHall();
    const { lit: invitationId } = hall;
    hall.give(rate, { invitationId, level: 3 }, PAD);
    expect(hall.refused(decline, { invitationId }, PAD)).toBe('already-rated');
  });
});
