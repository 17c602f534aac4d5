import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lapseInvitations } from '../evaluation/invitation.js';
import { miss, next, recall, resume } from '../queueing/call.js';
import { carryOver, expire } from '../queueing/carry-over.js';
import { closeDay } from '../queueing/close-day.js';
import { closeSession, openSession, pause, reopen } from '../queueing/desk.js';
import { choiceFor } from '../queueing/call-order.js';
import { ELDERS_FIRST } from '../queueing/call-order.fixture.js';
import { expedite, markGroup } from '../queueing/favour.js';
import { issue } from '../queueing/issue.js';
import { begin, finish } from '../queueing/serve.js';
import { cancel, park, rejoin } from '../queueing/set-aside.js';
import { transfer } from '../queueing/transfer.js';
import { Refusal } from '../refusal.js';
import type { Actor } from './actor.js';
import { BARE_KIOSK, CLOSING, SmallHall, SYSTEM } from './hall.fixture.js';
import { ofQueues } from './small-config.fixture.js';

/** Open day and night, and quick to miss, so that few commands are refused for their time. */
const quick = ofQueues({
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  calls: { maxRecalls: 3, recallPauseSeconds: 0, minimumCalls: 1, rejoinPlaces: 1, missedMay: 'rejoin' },
});

/** A press: who presses what, at which of the tickets there are, and how long after the one before. */
interface Press {
  command: string;
  counter: number;
  ticket: number;
  queue: string;
  wait: number;
}

class BusyHall extends SmallHall {
  readonly clerks: Actor[];
  readonly guide: Actor;
  /** Every ticket ever taken, in the order taken. */
  readonly taken: { id: string; queueId: string; key: string }[] = [];

  constructor() {
    super((config) => ({ ...quick(config), callOrder: ELDERS_FIRST }));
    this.clerks = ['counter-1', 'counter-2', 'counter-3'].map((counterId) => this.sit(counterId));
    this.guide = this.sit(null, 'guide', ['guide']);
  }

  press(press: Press): void {
    this.pass(press.wait);
    try {
      this.#obey(press);
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
    }
  }

  #obey({ command, counter, ticket, queue }: Press): void {
    const clerk = this.clerks[counter] ?? this.guide;
    const counterId = `counter-${counter + 1}`;
    const seen = this.state.current.get(counterId) ?? null;
    const all = [...this.state.tickets.keys()];
    const any = all[ticket % Math.max(all.length, 1)] ?? '';
    const ticketId = seen ?? any;
    switch (command) {
      case 'issue':
        return this.#take(queue);
      case 'next':
        return void this.give(next, { seen, ...CLOSING }, clerk);
      case 'transfer':
        return void this.give(
          transfer,
          { ticketId, to: { kind: 'queue', queueId: queue }, reason: 'a' },
          clerk,
        );
      case 'send':
        return void this.give(
          transfer,
          { ticketId: any, to: { kind: 'counter', counterId }, reason: 'a' },
          this.guide,
        );
      case 'session': {
        const body = { sessionId: `s-${this.facts.length}`, personId: 'li', counterId, tokenHash: 'hash' };
        this.give(closeSession, {}, clerk);
        return void this.give(openSession, body, SYSTEM);
      }
      default:
        return void SIMPLE[command]?.(this, { ticketId, any, clerk });
    }
  }

  #take(queueId: string): void {
    const { ticketId } = this.give(issue, { queueId, matterId: null }, BARE_KIOSK);
    const { id, day, number } = this.ticket(String(ticketId));
    this.taken.push({ id, queueId, key: `${day} ${number}` });
  }
}

type At = { ticketId: string; any: string; clerk: Actor };
const SIMPLE: Record<string, (hall: BusyHall, at: At) => void> = {
  recall: (hall, { ticketId, clerk }) => hall.give(recall, { ticketId }, clerk),
  begin: (hall, { ticketId, clerk }) => hall.give(begin, { ticketId }, clerk),
  finish: (hall, { ticketId, clerk }) => hall.give(finish, { ticketId, ...CLOSING }, clerk),
  park: (hall, { ticketId, clerk }) => hall.give(park, { ticketId, reason: 'paying' }, clerk),
  resume: (hall, { any, clerk }) => hall.give(resume, { ticketId: any }, clerk),
  miss: (hall, { ticketId, clerk }) => hall.give(miss, { ticketId }, clerk),
  rejoin: (hall, { any, clerk }) => hall.give(rejoin, { ticketId: any }, clerk),
  cancel: (hall, { any, clerk }) => hall.give(cancel, { ticketId: any, reason: 'visitor-left' }, clerk),
  mark: (hall, { any }) => hall.give(markGroup, { ticketId: any, groupId: 'elderly' }, hall.guide),
  'carry-over': (hall, { any }) => hall.give(carryOver, { ticketId: any }, hall.guide),
  expire: (hall, { any }) => hall.give(expire, { ticketId: any, reason: 'visitor-left' }, hall.guide),
  expedite: (hall, { any }) => hall.give(expedite, { ticketId: any, reason: 'emergency' }, hall.guide),
  pause: (hall, { clerk }) => hall.give(pause, { reason: 'meal' }, clerk),
  reopen: (hall, { clerk }) => hall.give(reopen, {}, clerk),
  lapse: (hall) => hall.give(lapseInvitations, {}, SYSTEM),
  'close-day': (hall) => hall.give(closeDay, {}, SYSTEM),
};

const presses = fc.array(
  fc.record({
    command: fc.oneof(
      { weight: 3, arbitrary: fc.constant('issue') },
      { weight: 3, arbitrary: fc.constant('next') },
      { weight: 4, arbitrary: fc.constantFrom(...Object.keys(SIMPLE), 'transfer', 'send', 'session') },
    ),
    counter: fc.integer({ min: 0, max: 2 }),
    ticket: fc.nat({ max: 20 }),
    queue: fc.constantFrom('queue-a', 'queue-b'),
    wait: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.constant(9 * 3600)),
  }),
  { maxLength: 120 },
);

it('whatever is pressed in whatever order, the hall stays in order', () => {
  fc.assert(
    fc.property(presses, (all) => {
      const hall = new BusyHall();
      for (const press of all) {
        const before = hall.facts.length;
        const line = firsts(hall);
        hall.press(press);
        inOrder(hall);
        for (const fact of hall.facts.slice(before))
          if (fact.type === 'ticket-called' && fact.cause === 'next')
            expect(line.get(fact.counterId)).toBe(fact.ticketId);
      }
      const keys = hall.taken.map(({ key }) => key);
      expect(new Set(keys).size, 'a number is given once a day').toBe(keys.length);
    }),
    { numRuns: 150 },
  );
});

/** Whom each counter must call next. */
const firsts = ({ state, at }: SmallHall): Map<string, string | undefined> =>
  new Map(state.config.counters.map((counter) => [counter.id, choiceFor(state, counter, at)?.ticket.id]));

function inOrder({ state }: SmallHall): void {
  const tickets = [...state.tickets.values()];
  const busy = tickets.filter(({ status }) => status === 'called' || status === 'serving');
  expect(new Map(busy.map(({ counterId, id }) => [counterId, id])), 'one ticket a counter').toEqual(
    state.current,
  );
  expect(new Set(busy.map(({ counterId }) => counterId)).size, 'no counter with two').toBe(busy.length);
  const lined = [...state.lines.values()].flat();
  const waiting = tickets.filter(({ status }) => status === 'waiting');
  expect(lined.toSorted(), 'each waits in exactly one line').toEqual(waiting.map(({ id }) => id).toSorted());
  const favoured = waiting.filter(({ urgent, groupId }) => urgent || groupId !== null);
  expect([...state.favoured].toSorted(), 'the favoured are known').toEqual(
    favoured.map(({ id }) => id).toSorted(),
  );
  for (const [queueId, ids] of state.lines) {
    const ranks = ids.map((id) => state.tickets.get(id)?.rank ?? NaN);
    expect(ranks, 'a line is in order of rank').toEqual(ranks.toSorted((a, b) => a - b));
    expect(ids.every((id) => state.tickets.get(id)?.queueId === queueId)).toBe(true);
  }
  const open = tickets.filter(({ status }) => ['waiting', 'called', 'missed', 'parked'].includes(status));
  const shown = open.filter(({ day, carriedTo }) => day === state.day || carriedTo === state.day);
  expect(new Set(shown.map(({ number }) => number)).size, 'no number twice').toBe(shown.length);
  for (const { visitId, status } of tickets)
    expect(visitId !== null, `a visit is open at or beside a counter (${status})`).toBe(
      visitId !== null && ['called', 'serving', 'parked'].includes(status),
    );
  const seats = [...state.sessions.values()].flatMap(({ counterId }) => counterId ?? []);
  expect(new Set(seats).size, 'one person a counter').toBe(seats.length);
}

it('equal class, first come first served: without a transfer or a miss, calls come in the order of numbers', () => {
  const plain = presses.map((all) =>
    all.filter(({ command }) =>
      ['issue', 'next', 'begin', 'park', 'resume', 'pause', 'reopen'].includes(command),
    ),
  );
  fc.assert(
    fc.property(plain, (all) => {
      const hall = new BusyHall();
      for (const press of all) hall.press({ ...press, wait: Math.min(press.wait, 30) });
      const called = hall.facts.flatMap((fact) =>
        fact.type === 'ticket-called' && fact.cause === 'next' ? [fact.ticketId] : [],
      );
      expect(called).toEqual(hall.taken.slice(0, called.length).map(({ id }) => id));
    }),
  );
});
