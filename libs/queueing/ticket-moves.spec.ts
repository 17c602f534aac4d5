import { describe, expect, it } from 'vitest';
import type { Actor } from '../hall/actor.js';
import { CLOSING, NEXT, SmallHall } from '../hall/hall.fixture.js';
import { Refusal } from '../refusal.js';
import { miss, next, recall, resume } from './call.js';
import { assignHelper, expedite, markGroup } from './favour.js';
import { begin, finish } from './serve.js';
import { cancel, park, rejoin } from './set-aside.js';
import { mustAllow, type TicketMove } from './ticket-moves.js';
import type { TicketStatus } from './ticket.js';
import { transfer } from './transfer.js';

const STATUSES: TicketStatus[] = [
  'waiting',
  'called',
  'serving',
  'served',
  'parked',
  'missed',
  'carried',
  'cancelled',
  'expired',
];

/** house.md, ticket states: from where each command moves a ticket. */
const ALLOWED: Record<TicketMove, string> = {
  recall: 'called',
  begin: 'called',
  finish: 'called serving',
  park: 'called serving',
  resume: 'parked',
  transfer: 'waiting called serving',
  miss: 'called',
  rejoin: 'missed',
  callNumber: 'waiting missed',
  mark: 'waiting called missed parked',
  expedite: 'waiting',
  assist: 'waiting called serving missed parked',
  cancel: 'waiting called missed parked carried',
  carryOver: 'waiting missed parked',
  expire: 'waiting missed parked carried',
};
const MOVES = Object.keys(ALLOWED).filter((move): move is TicketMove => Object.hasOwn(ALLOWED, move));

const verdict = (act: () => unknown): string => {
  try {
    act();
    return 'allowed';
  } catch (cause) {
    return cause instanceof Refusal ? cause.code : String(cause);
  }
};

describe.each(MOVES)('%s', (move) => {
  it.each(STATUSES)('of a ticket that is %s', (status) => {
    const hall = new SmallHall();
    const ticket = { ...hall.ticket(hall.take()), status };
    const right = ALLOWED[move].split(' ').includes(status) ? 'allowed' : 'ticket-wrong-state';
    expect(verdict(() => mustAllow(move, ticket))).toBe(right);
  });
});

/** What each command does with a ticket; the hall has one clerk, at counter 1. */
const COMMANDS: Record<
  Exclude<TicketMove, 'carryOver' | 'expire' | 'callNumber'>,
  (hall: SmallHall, ticketId: string, by: Actor) => void
> = {
  recall: (hall, ticketId, by) => hall.give(recall, { ticketId }, by),
  begin: (hall, ticketId, by) => hall.give(begin, { ticketId }, by),
  finish: (hall, ticketId, by) => hall.give(finish, { ticketId, ...CLOSING }, by),
  park: (hall, ticketId, by) => hall.give(park, { ticketId, reason: 'paying' }, by),
  resume: (hall, ticketId, by) => hall.give(resume, { ticketId }, by),
  transfer: (hall, ticketId, by) =>
    hall.give(
      transfer,
      { ticketId, to: { kind: 'counter', counterId: 'counter-2' }, reason: 'next-step' },
      by,
    ),
  miss: (hall, ticketId, by) => hall.give(miss, { ticketId }, by),
  rejoin: (hall, ticketId, by) => hall.give(rejoin, { ticketId }, by),
  mark: (hall, ticketId, by) => hall.give(markGroup, { ticketId, groupId: null }, by),
  expedite: (hall, ticketId, by) => hall.give(expedite, { ticketId, reason: 'emergency' }, by),
  assist: (hall, ticketId, by) => hall.give(assignHelper, { ticketId, personId: 'guide' }, by),
  cancel: (hall, ticketId, by) => hall.give(cancel, { ticketId, reason: 'visitor-left' }, by),
};

/** The way to each status at counter 1, by commands alone. */
const WAYS: Record<string, (keyof typeof COMMANDS)[]> = {
  called: ['recall'],
  serving: ['recall', 'begin'],
  parked: ['recall', 'begin', 'park'],
  missed: ['recall', 'miss'],
  served: ['recall', 'begin', 'finish'],
  cancelled: ['recall', 'cancel'],
};

function ticketThatIs(status: string): { hall: SmallHall; ticketId: string; clerk: Actor } {
  const hall = new SmallHall();
  const clerk = hall.sit('counter-1', 'clerk', ['clerk', 'guide']);
  const ticketId = hall.take();
  hall.give(next, NEXT, clerk);
  for (const step of WAYS[status] ?? []) {
    hall.pass(20);
    COMMANDS[step](hall, ticketId, clerk);
  }
  hall.pass(20);
  return { hall, ticketId, clerk };
}

describe('through the rules themselves', () => {
  const live = Object.keys(WAYS).slice(0, 4);
  it.each(live.flatMap((status) => Object.keys(COMMANDS).map((move) => [move, status])))(
    '%s of a ticket that is %s',
    (move, status) => {
      const command = Object.entries(COMMANDS).find(([name]) => name === move);
      const allowed = Object.entries(ALLOWED).find(([name]) => name === move);
      const { hall, ticketId, clerk } = ticketThatIs(status);
      expect(hall.ticket(ticketId).status).toBe(status);
      const right = allowed?.[1].split(' ').includes(status) ? 'allowed' : 'ticket-wrong-state';
      expect(verdict(() => command?.[1](hall, ticketId, clerk))).toBe(right);
    },
  );

  it.each(['served', 'cancelled'].flatMap((status) => Object.keys(COMMANDS).map((move) => [move, status])))(
    '%s of a ticket that is %s: it has left the hall',
    (move, status) => {
      const command = Object.entries(COMMANDS).find(([name]) => name === move);
      const { hall, ticketId, clerk } = ticketThatIs(status);
      expect(verdict(() => command?.[1](hall, ticketId, clerk))).toBe('ticket-unknown');
    },
  );
});
