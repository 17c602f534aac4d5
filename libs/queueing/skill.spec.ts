import { describe, expect, it } from 'vitest';
import type { HallConfig } from '../hall/config.js';
import { CLOSING, NEXT, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { counterOf } from '../hall/lookup.js';
import { smallConfig } from '../hall/small-config.fixture.js';
import { callNumber, next, resume } from './call.js';
import { waitingFor } from './call-order.js';
import { openSession } from './desk.js';
import { hallWaits } from './hall-waits.js';
import { NO_PACE } from './pace.js';
import { begin, finish } from './serve.js';
import { park } from './set-aside.js';
import { unservedBy } from './skill.js';
import { transfer } from './transfer.js';

/** Li serves queue B alone; counter 1 has A of its own and helps out with B, the others take both. */
const skilled = (config: HallConfig): HallConfig => ({
  ...config,
  skills: [{ personId: 'li', queueIds: ['queue-b'] }],
  callOrder: { ...config.callOrder, callByNumber: true },
  counters: config.counters.map((counter) =>
    counter.number === 1 ? { ...counter, queueIds: ['queue-a'], backupQueueIds: ['queue-b'] } : counter,
  ),
});
const hallOf = (change = skilled): SmallHall => new SmallHall(change);
const sits = (personId: string, counterId: string) => ({
  ...{ sessionId: 'new', personId, counterId, tokenHash: 'hash' },
});

describe('the skill of a person (requirements 7, 8)', () => {
  it('narrows what next calls: the counter’s queues, and of them those the person serves', () => {
    const hall = hallOf();
    const li = hall.sit('counter-2', 'li');
    hall.take('queue-a');
    const own = hall.take('queue-b');
    expect(waitingFor(hall.state, counterOf(hall.state, 'counter-2')).map(({ id }) => id)).toEqual([own]);
    expect(hall.give(next, NEXT, li)).toMatchObject({ called: { number: 'B001' } });
    hall.give(finish, { ticketId: own, ...CLOSING }, li);
    expect(hall.refused(next, NEXT, li)).toBe('nobody-waiting');
  });

  it('narrows what a counter helps out with as well', () => {
    const hall = hallOf();
    const li = hall.sit('counter-1', 'li');
    hall.take('queue-a');
    hall.take('queue-b');
    expect(hall.give(next, NEXT, li)).toMatchObject({ called: { number: 'B001' } });
    expect(hall.facts.at(-1)).toMatchObject({ why: { rule: 'backup' } });
  });

  it('whoever has no row serves everything at the counter', () => {
    const hall = hallOf();
    hall.take('queue-a');
    expect(hall.give(next, NEXT, hall.sit('counter-2', 'wang'))).toMatchObject({
      called: { number: 'A001' },
    });
  });

  it('lets nobody sit where they serve nobody, and says at which counter', () => {
    const hall = hallOf((config) => {
      const counters = config.counters.map((counter) => ({ ...counter, queueIds: ['queue-a'] }));
      return { ...skilled(config), counters };
    });
    const said = hall.refusal(openSession, sits('li', 'counter-3'), SYSTEM);
    expect([said.code, said.params]).toEqual(['no-skill-here', { counter: 3 }]);
    hall.give(openSession, sits('wang', 'counter-3'), SYSTEM);
  });

  it('does not part a visitor from the counter they were sent to, nor from their own visit', () => {
    const hall = hallOf();
    const [li, guide] = [hall.sit('counter-2', 'li'), hall.sit(null, 'guide', ['guide'])];
    const sent = hall.take('queue-a');
    const to = { kind: 'counter' as const, counterId: 'counter-2' };
    hall.give(transfer, { ticketId: sent, to, reason: 'specialist' }, guide);
    expect(hall.give(next, NEXT, li)).toMatchObject({ called: { number: 'A001' } });
    hall.give(begin, { ticketId: sent }, li);
    hall.give(park, { ticketId: sent, reason: 'paying' }, li);
    hall.give(resume, { ticketId: sent }, li);
    expect(hall.state.current.get('counter-2')).toBe(sent);
  });

  it('a number is picked of what the person serves, or of what was sent to this counter', () => {
    const hall = hallOf();
    const [li, guide] = [hall.sit('counter-2', 'li'), hall.sit(null, 'guide', ['guide'])];
    const ticketId = hall.take('queue-a');
    expect(hall.refused(callNumber, { number: 'A001' }, li)).toBe('number-unknown');
    const to = { kind: 'counter' as const, counterId: 'counter-2' };
    hall.give(transfer, { ticketId, to, reason: 'specialist' }, guide);
    expect(hall.give(callNumber, { number: 'A001' }, li)).toMatchObject({ called: { ticketId } });
  });

  it('a counter counts in the expected wait for what its person serves', () => {
    const hall = hallOf();
    hall.sit('counter-2', 'li');
    const joining = () => hallWaits(hall.state, NO_PACE, hall.at).joining;
    expect([joining().get('queue-a'), joining().get('queue-b')?.medianMinutes]).toEqual([null, 0]);
    hall.sit('counter-3', 'wang');
    expect(joining().get('queue-a')?.medianMinutes).toBe(0);
  });

  it('names the queues that nobody serves', () => {
    const config = skilled(smallConfig());
    expect(unservedBy(config, ['li'])).toEqual(['queue-a']);
    expect(unservedBy(config, ['li', 'wang'])).toEqual([]);
  });
});
