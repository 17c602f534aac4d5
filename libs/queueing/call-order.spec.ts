import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../hall/actor.js';
import { BARE_KIOSK, CLOSING, NEXT, SmallHall } from '../hall/hall.fixture.js';
import { ELDERS_FIRST, orderedHall } from './call-order.fixture.js';
import { callNumber, miss, next } from './call.js';
import { inCallOrder, waitingFor } from './call-order.js';
import { expedite, markGroup } from './favour.js';
import { issue } from './issue.js';
import { aheadOf } from './line.js';
import { begin, finish } from './serve.js';

const guideOf = (hall: SmallHall): Actor => hall.sit(null, 'guide', ['guide', 'duty-chief']);

/** Takes these numbers, `p` of a group, `o` of none. */
function arrive(hall: SmallHall, who: string): string[] {
  const guide = guideOf(hall);
  return [...who].map((kind) => {
    const groupId = kind === 'p' ? 'elderly' : null;
    return String(hall.give(issue, { queueId: 'queue-a', matterId: 'matter-a', groupId }, guide)['ticketId']);
  });
}

/** Calls and serves until nobody waits; the numbers in the order called. */
function callAll(hall: SmallHall, clerk: Actor): number[] {
  const called: number[] = [];
  while (hall.numbers().length > 0) {
    hall.give(next, NEXT, clerk);
    const ticketId = hall.state.current.get('counter-1') ?? '';
    called.push(hall.ticket(ticketId).serial);
    hall.give(finish, { ticketId, ...CLOSING }, clerk);
  }
  return called;
}

const lastCall = (hall: SmallHall) => hall.facts.findLast((fact) => fact.type === 'ticket-called');

describe('the share between groups and others (requirements 20, 21)', () => {
  it.each([
    ['oooppp', 1, 2, [4, 1, 2, 5, 3, 6]],
    ['ooooop', 1, 2, [6, 1, 2, 3, 4, 5]],
    ['ppppoo', 1, 1, [1, 5, 2, 6, 3, 4]],
    ['ooppp', 2, 1, [3, 4, 1, 5, 2]],
    ['ooo', 1, 2, [1, 2, 3]],
    ['ppp', 1, 2, [1, 2, 3]],
  ])('%s at %i : %i is called %j', (who, priority, ordinary, order) => {
    const hall = orderedHall({ share: { priority, ordinary } });
    const clerk = hall.sit('counter-1');
    arrive(hall, who);
    expect(callAll(hall, clerk)).toEqual(order);
  });

  it('the line a clerk sees is the order in which it is going to be called', () => {
    const hall = orderedHall();
    const clerk = hall.sit('counter-1');
    arrive(hall, 'ooppoopo');
    const [counter] = hall.state.config.counters;
    const seen = counter ? waitingFor(hall.state, counter).map(({ serial }) => serial) : [];
    expect(callAll(hall, clerk)).toEqual(seen);
  });

  it('starves nobody and drowns nobody, whoever comes and in whatever mix', () => {
    const mix = fc.array(fc.constantFrom('p', 'o'), { minLength: 1, maxLength: 40 });
    const share = fc.record({
      priority: fc.integer({ min: 1, max: 4 }),
      ordinary: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(mix, share, (who, parts) => {
        const hall = orderedHall({ share: parts });
        const clerk = hall.sit('counter-1');
        arrive(hall, who.join(''));
        const called = callAll(hall, clerk).map((serial) => who[serial - 1]);
        const waits = (kind: 'p' | 'o', others: number) => {
          for (const [place, one] of called.entries())
            if (one !== kind && called.slice(place).includes(kind))
              expect(called.slice(place, place + others + 1)).toContain(kind);
        };
        waits('o', parts.priority);
        waits('p', parts.ordinary);
      }),
      { numRuns: 60 },
    );
  });

  it('within one class it is first come, first served', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('p', 'o'), { maxLength: 30 }), (who) => {
        const hall = orderedHall();
        const clerk = hall.sit('counter-1');
        arrive(hall, who.join(''));
        const called = callAll(hall, clerk);
        for (const kind of ['p', 'o']) {
          const mine = called.filter((serial) => who[serial - 1] === kind);
          expect(mine).toEqual(mine.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a policy that no longer knows the group loses nobody: the ticket waits with the others', () => {
    const hall = orderedHall();
    const clerk = hall.sit('counter-1');
    arrive(hall, 'oopp');
    hall.state.config = { ...hall.state.config, callOrder: { ...ELDERS_FIRST, groups: [] } };
    expect(callAll(hall, clerk)).toEqual([1, 2, 3, 4]);
  });

  it('whoever waited as long as the hall lets anyone wait goes first, whatever the share says', () => {
    const hall = orderedHall({ ageingMinutes: 30 });
    const clerk = hall.sit('counter-1');
    arrive(hall, 'o');
    hall.pass(30 * 60);
    arrive(hall, 'p');
    hall.give(next, NEXT, clerk);
    expect(lastCall(hall)).toMatchObject({ why: { rule: 'aged', turn: null } });
    expect(hall.ticket(hall.state.current.get('counter-1') ?? '').serial).toBe(1);
  });
});

describe('who may be before others', () => {
  it('is not decided by a button that anyone may press', () => {
    const hall = orderedHall();
    const body = { queueId: 'queue-a', matterId: null, groupId: 'elderly' };
    expect(hall.refused(issue, body, BARE_KIOSK)).toBe('group-at-guide-desk');
    expect(hall.refused(issue, { ...body, groupId: 'friends' }, guideOf(hall))).toBe('group-unknown');
  });

  it('may be found out later: the mark moves a waiting ticket, and can be taken back', () => {
    const hall = orderedHall();
    const guide = guideOf(hall);
    const [first, , third] = arrive(hall, 'ooo');
    hall.give(markGroup, { ticketId: third ?? '', groupId: 'elderly' }, guide);
    expect(aheadOf(hall.state, hall.ticket(first ?? ''))).toBe(1);
    hall.give(markGroup, { ticketId: third ?? '', groupId: null }, guide);
    expect(aheadOf(hall.state, hall.ticket(first ?? ''))).toBe(0);
  });

  it('an urgent case goes before all of them, with who approved it and why in the event (requirement 19)', () => {
    const hall = orderedHall();
    const clerk = hall.sit('counter-1');
    const guide = guideOf(hall);
    const [, , , last] = arrive(hall, 'ppoo');
    hall.give(expedite, { ticketId: last ?? '', reason: 'emergency' }, guide);
    expect(hall.facts.at(-1)).toMatchObject({
      type: 'ticket-expedited',
      personId: 'guide',
      reason: 'emergency',
    });
    hall.give(next, NEXT, clerk);
    expect(hall.state.current.get('counter-1')).toBe(last);
    expect(lastCall(hall)).toMatchObject({ why: { rule: 'urgent' } });
  });
});

describe('a counter that has nobody of its own', () => {
  const helping = () =>
    new SmallHall((config) => ({
      ...config,
      counters: config.counters.map((one) => ({
        ...one,
        queueIds: ['queue-b'],
        backupQueueIds: ['queue-a'],
      })),
    }));

  it('helps out with the others, and the call says so (requirement 7)', () => {
    const hall = helping();
    const clerk = hall.sit('counter-1');
    hall.take('queue-a');
    hall.give(next, NEXT, clerk);
    expect(lastCall(hall)).toMatchObject({ why: { rule: 'backup' } });
  });

  it('but its own come first, however late they came', () => {
    const hall = helping();
    const clerk = hall.sit('counter-1');
    hall.take('queue-a');
    const own = hall.take('queue-b');
    hall.give(next, NEXT, clerk);
    expect(hall.state.current.get('counter-1')).toBe(own);
  });
});

describe('a call by number', () => {
  it('is refused where the hall does not allow it', () => {
    const hall = orderedHall();
    hall.take();
    expect(hall.refused(callNumber, { number: 'A001' }, hall.sit('counter-1'))).toBe('pick-not-allowed');
  });

  it('is logged as one, and reaches a missed visitor who came back', () => {
    const hall = orderedHall({ callByNumber: true });
    const clerk = hall.sit('counter-1');
    hall.take();
    hall.take();
    hall.give(callNumber, { number: ' a002 ' }, clerk);
    expect(lastCall(hall)).toMatchObject({ cause: 'by-number', why: { rule: 'by-number' } });
    const ticketId = hall.state.current.get('counter-1') ?? '';
    expect(hall.refused(callNumber, { number: 'A001' }, clerk)).toBe('visitor-present');
    expect(hall.refused(miss, { ticketId }, clerk)).toBe('miss-too-soon');
    hall.give(begin, { ticketId }, clerk);
    hall.give(finish, { ticketId, ...CLOSING }, clerk);
    expect(hall.refused(callNumber, { number: 'A002' }, clerk)).toBe('number-unknown');
  });
});

it('every call says why: the rule, the ranks compared, and the turn that followed', () => {
  const hall = orderedHall();
  const clerk = hall.sit('counter-1');
  const [ordinary, elder] = arrive(hall, 'op').map((id) => hall.ticket(id));
  hall.give(next, NEXT, clerk);
  expect(lastCall(hall)).toMatchObject({
    why: {
      rule: 'share',
      groupId: 'elderly',
      appointmentId: null,
      rank: elder?.rank,
      otherRank: ordinary?.rank,
      turn: 1,
    },
  });
});

it('an order of nobody is nobody', () => {
  expect(inCallOrder(ELDERS_FIRST, [], 0)).toEqual([]);
});
