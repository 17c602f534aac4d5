import { describe, expect, it } from 'vitest';
import { BARE_KIOSK, KIOSK, SmallHall } from '../hall/hall.fixture.js';
import { reportDevice } from '../fleet/device.js';
import { AGENT } from '../hall/hall.fixture.js';
import { ofQueues } from '../hall/small-config.fixture.js';
import { issue } from './issue.js';

const A = { queueId: 'queue-a', matterId: 'matter-a' };
const say = (hall: SmallHall, state: string) =>
  hall.give(reportDevice, { deviceId: 'printer', state }, AGENT);

describe('a visitor takes a number', () => {
  it('one after another, by the queue’s own letter, with the people ahead', () => {
    const hall = new SmallHall();
    const taken = ['queue-a', 'queue-a', 'queue-b', 'queue-a'].map((queueId) =>
      hall.give(issue, { queueId, matterId: null }, BARE_KIOSK),
    );
    expect(taken.map(({ number }) => number)).toEqual(['A001', 'A002', 'B001', 'A003']);
    expect(taken.map(({ ahead }) => ahead)).toEqual([0, 1, 0, 2]);
    expect(taken[0]).toMatchObject({
      queueName: '业务a',
      issuedAt: hall.at.toISOString(),
      followUrl: `https://hall.example/t/${taken[0]?.['ticketId']}`,
      slipJobId: null,
    });
  });

  it.each([
    [3, 1, 'A001'],
    [4, 1, 'A0001'],
    [1, 1, 'A1'],
    [3, 501, 'A501'],
    [1, 99, 'A99'],
    [2, 100, 'A100'],
  ])('in at least %i digits, from %i on: %s', (numberDigits, firstNumber, number) => {
    const hall = new SmallHall(ofQueues({ numberDigits, firstNumber }));
    expect(hall.give(issue, A, BARE_KIOSK)).toMatchObject({ number });
  });

  it('for a matter that this queue serves, and for no other', () => {
    const hall = new SmallHall();
    expect(hall.refused(issue, { ...A, matterId: 'matter-z' }, BARE_KIOSK)).toBe('matter-unknown');
    expect(hall.refused(issue, { ...A, queueId: 'queue-z' }, BARE_KIOSK)).toBe('queue-unknown');
    expect(hall.facts).toEqual([]);
  });
});

describe('a closed queue (requirement 10)', () => {
  it.each([
    ['before it opens', -1, '2026-03-02 09:00'],
    ['after it has closed', 8 * 3600, '2026-03-03 09:00'],
    ['on a Saturday', 5 * 86_400, '2026-03-09 09:00'],
  ])('takes nobody %s and says when it opens', (_when, seconds, opens) => {
    const hall = new SmallHall();
    hall.pass(seconds);
    const { code, params } = hall.refusal(issue, A, BARE_KIOSK);
    expect(code).toBe('queue-closed');
    expect(params).toMatchObject({ queue: '业务a', opens });
  });

  it('takes the last visitor of the day a moment before it closes (requirement 12)', () => {
    const hall = new SmallHall();
    hall.pass(8 * 3600 - 1);
    expect(hall.give(issue, A, BARE_KIOSK)).toMatchObject({ number: 'A001' });
  });
});

describe('the slip', () => {
  it('is wished for after the ticket, in the same decision, at the kiosk’s own printer', () => {
    const hall = new SmallHall();
    say(hall, 'ready');
    const { slipJobId } = hall.give(issue, A, KIOSK);
    expect(hall.happened().slice(-2)).toEqual(['ticket-issued', 'slip-queued']);
    expect(hall.facts.at(-1)).toMatchObject({ jobId: slipJobId, printerId: 'printer', reprint: false });
  });

  it.each(['paper-out', 'cover-open', 'fault', 'unreachable'])(
    'cannot be had from a printer that is %s: no ticket is issued, the guide desk is named',
    (state) => {
      const hall = new SmallHall();
      say(hall, state);
      const { code, params } = hall.refusal(issue, A, KIOSK);
      expect([code, params]).toEqual(['kiosk-no-paper', { place: '导办台', placeEn: 'the guide desk' }]);
      expect(hall.happened()).toEqual(['device-reported']);
    },
  );

  it('cannot be had from a printer that never spoke', () => {
    expect(new SmallHall().refused(issue, A, KIOSK)).toBe('kiosk-no-paper');
  });

  it('still comes while the paper is nearly out', () => {
    const hall = new SmallHall();
    say(hall, 'paper-low');
    expect(hall.give(issue, A, KIOSK)['slipJobId']).not.toBeNull();
  });

  it('is not wished for where a person at a desk gives the number', () => {
    const hall = new SmallHall();
    const guide = hall.sit(null, 'guide', ['guide']);
    expect(hall.give(issue, A, guide)).toMatchObject({ slipJobId: null });
  });
});
