import { expect, it } from 'vitest';
import { reportDevice } from '../fleet/device.js';
import { expireSlips, reportSlip, slipDeadline } from '../fleet/slip.js';
import { lapseInvitations } from '../evaluation/invitation.js';
import { RatingHall } from '../evaluation/rating.fixture.js';
import { issue } from '../queueing/issue.js';
import { dayEnds } from '../queueing/close-day.js';
import { nextDue } from './due.js';
import { AGENT, KIOSK, SmallHall, SYSTEM } from './hall.fixture.js';

it('in a quiet hall the day’s end is next, at midnight there', () => {
  const { state } = new SmallHall();
  expect(nextDue(state)).toEqual({ command: 'close-day', at: new Date('2026-03-02T16:00:00Z') });
});

it('an invitation’s end comes first while one is lit', () => {
  const hall = new RatingHall();
  const endsAt = new Date(hall.at.getTime() + 30_000);
  expect(nextDue(hall.state)).toEqual({ command: 'lapse-invitations', at: endsAt });
  hall.pass(30);
  hall.give(lapseInvitations, {}, SYSTEM);
  expect(nextDue(hall.state)).toEqual({ command: 'close-day', at: dayEnds(hall.state) });
});

it('a slip’s deadline comes first while its outcome is unknown; the earliest wins', () => {
  const hall = new RatingHall();
  hall.give(reportDevice, { deviceId: 'printer', state: 'ready' }, AGENT);
  const jobs = [0, 1].map(() => {
    hall.pass(1);
    return String(hall.give(issue, { queueId: 'queue-a', matterId: null }, KIOSK)['slipJobId']);
  });
  expect(nextDue(hall.state).command).toBe('lapse-invitations');
  hall.pass(60);
  hall.give(lapseInvitations, {}, SYSTEM);
  const deadlines = jobs.map((id) => hall.state.slips.get(id)).map((job) => job && slipDeadline(job));
  expect(nextDue(hall.state)).toEqual({ command: 'expire-slips', at: deadlines[0] });
  hall.give(reportSlip, { jobId: jobs[0] ?? '', outcome: 'printed' }, AGENT);
  expect(nextDue(hall.state)).toEqual({ command: 'expire-slips', at: deadlines[1] });
  hall.pass(60);
  hall.give(expireSlips, {}, SYSTEM);
  expect(nextDue(hall.state).command).toBe('close-day');
});
