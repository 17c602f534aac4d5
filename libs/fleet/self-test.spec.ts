import { describe, expect, it } from 'vitest';
import type { HallConfig } from '../hall/config.js';
import { nextDue } from '../hall/due.js';
import { MONDAY, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { beginSelfTest, endSelfTest, selfTestDue } from './self-test.js';

const early =
  (minutes: number | null) =>
  (config: HallConfig): HallConfig => ({ ...config, selfTestMinutes: minutes });
/** Monday, eight in the morning; the hall opens at nine. */
const EIGHT = new Date(MONDAY.getTime() - 3_600_000);
const begin = (hall: SmallHall) => hall.give(beginSelfTest, { paper: false }, SYSTEM);

describe('the test of everything', () => {
  it('is due so many minutes before the first opening of the day, once', () => {
    const hall = new SmallHall(early(45));
    hall.at = EIGHT;
    expect(selfTestDue(hall.state)).toEqual(new Date('2026-03-02T00:15:00Z'));
    expect(nextDue(hall.state)).toMatchObject({ command: 'begin-self-test' });
    begin(hall);
    expect(selfTestDue(hall.state)).toBeNull();
    expect(nextDue(hall.state).command).toBe('close-day');
  });

  it('goes by the earliest queue, and not on a day that has no opening', () => {
    const firstAtEight = new SmallHall((config) =>
      early(30)({
        ...config,
        queues: config.queues.map((queue, place) =>
          place === 1 ? { ...queue, hours: [{ days: [1], from: '08:00', to: '12:00' }] } : queue,
        ),
      }),
    );
    expect(selfTestDue(firstAtEight.state)).toEqual(new Date('2026-03-01T23:30:00Z'));
    firstAtEight.state.day = '2026-03-01';
    expect(selfTestDue(firstAtEight.state)).toBeNull();
  });

  it('happens only when asked where the hall says so', () => {
    expect(selfTestDue(new SmallHall().state)).toBeNull();
  });

  it('asked for while one goes on is that one; one that was broken off holds up nobody', () => {
    const hall = new SmallHall();
    begin(hall);
    begin(hall);
    expect(hall.happened()).toEqual(['self-test-begun']);
    hall.pass(5 * 60);
    begin(hall);
    expect(hall.happened()).toHaveLength(2);
  });

  it('ends with the devices that failed', () => {
    const hall = new SmallHall();
    begin(hall);
    hall.pass(10);
    hall.give(endSelfTest, { failed: ['board'] }, SYSTEM);
    expect(hall.state.selfTest).toEqual({
      day: '2026-03-02',
      begunAt: MONDAY,
      endedAt: hall.at,
      failed: ['board'],
    });
    hall.pass(60);
    begin(hall);
    expect(hall.state.selfTest).toMatchObject({ endedAt: null, failed: [] });
  });
});
