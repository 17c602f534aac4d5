import { describe, expect, it } from 'vitest';
import type { Queue } from '../hall/config.js';
import { BARE_KIOSK, SmallHall } from '../hall/hall.fixture.js';
import { ofQueues } from '../hall/small-config.fixture.js';
import { issue } from './issue.js';
import { issuingAt, nextChance } from './issuing.js';

const A = { queueId: 'queue-a', matterId: 'matter-a' };
const HOUR = 3600;

/** Monday, nine in the morning; open 09:00 to 17:00 on weekdays. */
const hallWith = (change: Partial<Queue>) => new SmallHall(ofQueues(change));
const periods = [
  { from: '09:00', to: '10:00', tickets: 2 },
  { from: '10:00', to: '11:00', tickets: 0 },
  { from: '11:00', to: '12:00', tickets: 1 },
];

const take = (hall: SmallHall, count: number): string[] =>
  Array.from({ length: count }, () => hall.take('queue-a'));
const standing = ({ state, at }: SmallHall) => {
  const [queue] = state.config.queues;
  return queue && [issuingAt(state, queue, at), nextChance(state, queue, at)];
};

describe('the numbers of a day', () => {
  it('are given up to the quota, then the next day is named', () => {
    const hall = hallWith({ quota: { daily: 2, periods: [] } });
    take(hall, 2);
    const { code, params } = hall.refusal(issue, A, BARE_KIOSK);
    expect([code, params]).toEqual(['sold-out', { queue: '业务a', next: '2026-03-03 09:00' }]);
    expect(hall.give(issue, { ...A, queueId: 'queue-b' }, BARE_KIOSK)).toMatchObject({ number: 'B001' });
  });

  it('count from the first number, whatever that is', () => {
    const hall = hallWith({ quota: { daily: 2, periods: [] }, firstNumber: 501 });
    expect(take(hall, 2)).toHaveLength(2);
    expect(hall.refused(issue, A, BARE_KIOSK)).toBe('sold-out');
  });

  it('are all named closed once the doors are, with the next day on which there are some', () => {
    const hall = hallWith({ quota: { daily: 1, periods: [] } });
    take(hall, 1);
    hall.pass(9 * HOUR);
    expect(hall.refusal(issue, A, BARE_KIOSK).params).toMatchObject({ opens: '2026-03-03 09:00' });
  });
});

describe('the numbers of a period', () => {
  it('are given up to its quota, then the next period with any is named', () => {
    const hall = hallWith({ quota: { daily: null, periods } });
    expect(standing(hall)?.[0]).toBe('gives');
    take(hall, 2);
    expect(standing(hall)).toEqual(['sold-out', '2026-03-02 11:00']);
    hall.pass(HOUR);
    expect(standing(hall)).toEqual(['sold-out', '2026-03-02 11:00']);
  });

  it('leave the numbers of other periods alone, and outside of periods there is no limit', () => {
    const hall = hallWith({ quota: { daily: null, periods } });
    take(hall, 2);
    hall.pass(2 * HOUR);
    take(hall, 1);
    expect(standing(hall)).toEqual(['sold-out', '2026-03-02 12:00']);
    hall.pass(HOUR);
    expect(take(hall, 5)).toHaveLength(5);
  });

  it('do not promise today what the quota of the day has no number for', () => {
    const hall = hallWith({ quota: { daily: 2, periods } });
    take(hall, 2);
    expect(standing(hall)).toEqual(['sold-out', '2026-03-03 09:00']);
  });
});

describe('the last minutes of an opening (requirement 12)', () => {
  it('give no more numbers, and say when it closes and when it opens next', () => {
    const hall = hallWith({ stopIssuingMinutes: 30 });
    hall.pass(7 * HOUR + 29 * 60);
    take(hall, 1);
    hall.pass(60);
    const { code, params } = hall.refusal(issue, A, BARE_KIOSK);
    expect([code, params]).toEqual([
      'issuing-stopped',
      { queue: '业务a', closes: '17:00', opens: '2026-03-03 09:00' },
    ]);
  });

  it('promise no opening that is over before it gives numbers', () => {
    const hours = [
      { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
      { days: [1, 2, 3, 4, 5], from: '13:00', to: '13:20' },
    ];
    const hall = hallWith({ stopIssuingMinutes: 30, hours });
    hall.pass(2.75 * HOUR);
    expect(standing(hall)).toEqual(['stopped', '2026-03-03 09:00']);
  });
});

it('a queue that never opens has no next chance', () => {
  expect(standing(hallWith({ hours: [] }))).toEqual(['closed', null]);
});
