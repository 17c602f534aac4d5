import { describe, expect, it } from 'vitest';
import { AGENT, device, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { enrolDevice, offerEnrolment, reportDevice, reportScreen } from './device.js';

describe('what a device says of itself', () => {
  it('is written down on change only', () => {
    const hall = new SmallHall();
    for (const state of ['ready', 'ready', 'paper-low', 'ready'])
      hall.give(reportDevice, { deviceId: 'printer', state }, AGENT);
    const said = hall.facts.flatMap((fact) => (fact.type === 'device-reported' ? [fact.state] : []));
    expect(said).toEqual(['ready', 'paper-low', 'ready']);
  });

  it('may come with its cause, and a new cause is news', () => {
    const hall = new SmallHall();
    const say = (cause?: string) =>
      hall.give(reportDevice, { deviceId: 'printer', state: 'unreachable', cause }, AGENT);
    say();
    say('connect ECONNREFUSED');
    say('connect ECONNREFUSED');
    expect(hall.state.reports.get('printer')).toEqual({
      ...{ state: 'unreachable', cause: 'connect ECONNREFUSED', since: hall.at },
    });
    expect(hall.facts.filter(({ type }) => type === 'device-reported')).toHaveLength(2);
  });

  it('is told by its own agent, or found out by the server', () => {
    const hall = new SmallHall();
    const body = { deviceId: 'printer', state: 'ready' };
    for (const actor of [device('agent-2', 'agent'), device('kiosk', 'kiosk')])
      expect(hall.refused(reportDevice, body, actor)).toBe('not-allowed');
    expect(hall.refused(reportDevice, { ...body, deviceId: 'strange' }, AGENT)).toBe('device-unknown');
    hall.give(reportDevice, { ...body, state: 'unreachable' }, SYSTEM);
    expect(hall.state.reports.get('printer')?.state).toBe('unreachable');
  });

  it('of a screen is whether it may speak', () => {
    const hall = new SmallHall();
    hall.give(reportScreen, { soundBlocked: true }, device('board', 'board'));
    expect(hall.state.reports.get('board')?.state).toBe('sound-blocked');
    hall.give(reportScreen, { soundBlocked: false }, device('board', 'board'));
    expect(hall.state.reports.get('board')?.state).toBe('ready');
    expect(hall.refused(reportScreen, { soundBlocked: true }, hall.sit('counter-1'))).toBe('not-allowed');
  });
});

describe('a one-time code', () => {
  const offer = (hall: SmallHall, codeHash: string, deviceId = 'board') =>
    hall.give(
      offerEnrolment,
      { deviceId, codeHash, endsAt: new Date(hall.at.getTime() + 3_600_000).toISOString() },
      SYSTEM,
    );
  const claim = (codeHash: string) => ({ deviceId: 'board', codeHash, tokenHash: 'token' });

  it('is good once', () => {
    const hall = new SmallHall();
    offer(hall, 'one');
    hall.give(enrolDevice, claim('one'), SYSTEM);
    expect(hall.state.enrolled.has('board')).toBe(true);
    expect(hall.refused(enrolDevice, claim('one'), SYSTEM)).toBe('code-unknown');
  });

  it('ends with its hour, and with the next one offered', () => {
    const hall = new SmallHall();
    offer(hall, 'one');
    offer(hall, 'two');
    expect(hall.refused(enrolDevice, claim('one'), SYSTEM)).toBe('code-unknown');
    hall.pass(3600);
    expect(hall.refused(enrolDevice, claim('two'), SYSTEM)).toBe('code-unknown');
  });

  it('of another place does not do', () => {
    const hall = new SmallHall();
    offer(hall, 'one', 'kiosk');
    offer(hall, 'two', 'board');
    expect(hall.refused(enrolDevice, claim('one'), SYSTEM)).toBe('code-unknown');
  });

  it.each(['printer', 'pad-2', 'strange'])(
    'is not offered for %s, which takes no place by itself',
    (deviceId) => {
      const body = { deviceId, codeHash: 'one', endsAt: '2026-03-02T02:00:00Z' };
      expect(new SmallHall().refused(offerEnrolment, body, SYSTEM)).toBe('device-unknown');
    },
  );
});
