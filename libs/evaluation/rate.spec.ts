import { describe, expect, it } from 'vitest';
import { AGENT, device, PAD, SYSTEM } from '../hall/hall.fixture.js';
import { lapseInvitations } from './invitation.js';
import { LEVELS } from './levels.js';
import { LATE_ARRIVAL_MINUTES, rate } from './rate.js';
import { RatingHall } from './rating.fixture.js';

const rated = (hall: RatingHall) => hall.facts.filter((fact) => fact.type === 'visit-rated');

describe('a press on the pad page', () => {
  it.each(LEVELS)(
    'of level %i counts as it is; visit and person come from the server (requirement 121)',
    (level) => {
      const hall = new RatingHall();
      const invitation = hall.state.invitations.get(hall.lit);
      hall.give(rate, { invitationId: hall.lit, level }, PAD);
      expect(rated(hall)).toMatchObject([
        {
          ...{ level, visitId: invitation?.visitId, ticketId: invitation?.ticketId, deviceId: 'pad-1' },
          ...{ counterId: 'counter-1', personId: 'clerk-counter-1', pressedAt: hall.at.toISOString() },
        },
      ]);
      expect(hall.state.desks.get('counter-1')?.lastVisit?.rating).toBe('rated');
    },
  );

  it('pressed twice counts once, whatever the second level is', () => {
    const hall = new RatingHall();
    const { lit: invitationId } = hall;
    hall.give(rate, { invitationId, level: 5 }, PAD);
    for (const level of LEVELS)
      expect(hall.refused(rate, { invitationId, level }, PAD)).toBe('already-rated');
    expect(rated(hall)).toHaveLength(1);
  });

  it('that comes late is refused; one that went down as the light went out counts', () => {
    const hall = new RatingHall();
    const { lit: invitationId } = hall;
    hall.pass(31);
    hall.give(lapseInvitations, {}, SYSTEM);
    hall.give(rate, { invitationId, level: 4 }, PAD);
    const late = new RatingHall();
    late.pass(32);
    expect(late.refused(rate, { invitationId: late.lit, level: 4 }, PAD)).toBe('invitation-over');
  });

  it('replayed while the next visitor stands there reaches nobody', () => {
    const hall = new RatingHall();
    const old = hall.lit;
    const lit = hall.visit();
    expect(hall.refused(rate, { invitationId: old, level: 1 }, PAD)).toBe('invitation-over');
    expect(hall.ending(lit)).toBeNull();
    hall.give(rate, { invitationId: lit, level: 5 }, PAD);
    expect(hall.refused(rate, { invitationId: old, level: 1 }, PAD)).toBe('invitation-over');
    expect(rated(hall)).toHaveLength(1);
  });

  it('with a time of its own is believed no time: a page’s press counts when it arrives', () => {
    const hall = new RatingHall();
    hall.pass(60);
    const pressedAt = new Date(hall.at.getTime() - 50_000).toISOString();
    expect(hall.refused(rate, { invitationId: hall.lit, level: 1, pressedAt }, PAD)).toBe('invitation-over');
  });

  it.each([
    ['of no invitation', PAD, 'strange', undefined, 'invitation-unknown'],
    ['from another counter’s pad', device('pad-2', 'pad'), '', undefined, 'not-allowed'],
    ['from a kiosk', device('kiosk', 'kiosk'), '', undefined, 'not-allowed'],
    ['from an agent for a pad page', AGENT, '', 'pad-1', 'not-allowed'],
    ['from an agent for another counter’s pad', AGENT, '', 'pad-2', 'not-allowed'],
    ['from a pad that names another', PAD, '', 'pad-2', 'not-allowed'],
    ['from a person', SYSTEM, '', undefined, 'not-allowed'],
  ])('%s is refused', (_which, actor, named, padId, code) => {
    const hall = new RatingHall();
    const body = { invitationId: named || hall.lit, level: 5 as const, padId };
    expect(hall.refused(rate, body, actor)).toBe(code);
  });
});

describe('a key of a wired pad, told by its agent', () => {
  const press = (invitationId: string, pressedAt: Date) => ({
    ...{ invitationId, level: 2 as const, padId: 'pad-2', pressedAt: pressedAt.toISOString() },
  });

  it('counts at its true time, though the line was cut and the light is out', () => {
    const hall = new RatingHall('counter-2', AGENT);
    const { lit } = hall;
    hall.pass(20);
    const pressedAt = hall.at;
    hall.pass(10);
    hall.give(lapseInvitations, {}, SYSTEM);
    hall.pass(LATE_ARRIVAL_MINUTES * 60);
    hall.give(rate, press(lit, pressedAt), AGENT);
    expect(rated(hall)).toMatchObject([{ pressedAt: pressedAt.toISOString(), deviceId: 'pad-2' }]);
    expect(hall.state.invitations.get(lit)?.rating?.receivedAt).toEqual(hall.at);
    expect(hall.ending(lit)).toBe('rated');
  });

  it.each([
    ['arrives later than that', 20, 31 + LATE_ARRIVAL_MINUTES * 60],
    ['went down after the light was out', 32, 32],
    ['went down long before it was lit', -6, 5],
  ])('that %s is refused', (_what, pressed, arrives) => {
    const hall = new RatingHall('counter-2', AGENT);
    const { lit } = hall;
    const pressedAt = new Date(hall.at.getTime() + pressed * 1000);
    hall.pass(arrives);
    expect(hall.refused(rate, press(lit, pressedAt), AGENT)).toBe('invitation-over');
  });

  it('counts from the light on where the agent’s clock is a little behind', () => {
    const hall = new RatingHall('counter-2', AGENT);
    const opened = hall.at;
    hall.pass(1);
    hall.give(rate, press(hall.lit, new Date(opened.getTime() - 3_000)), AGENT);
    expect(rated(hall)).toMatchObject([{ pressedAt: opened.toISOString() }]);
  });

  it('delayed into the next visitor’s visit is refused, and rates neither', () => {
    const hall = new RatingHall('counter-2', AGENT);
    const old = hall.lit;
    const pressedAt = hall.at;
    const lit = hall.visit();
    expect(hall.refused(rate, press(old, pressedAt), AGENT)).toBe('invitation-over');
    expect([hall.ending(lit), rated(hall)]).toEqual([null, []]);
  });
});
