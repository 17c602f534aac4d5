import { expect, it } from 'vitest';
import { CLOSING, NEXT, SmallHall } from '../hall/hall.fixture.js';
import { next } from './call.js';
import { hallWaits } from './hall-waits.js';
import { NO_PACE } from './pace.js';
import { finish } from './serve.js';
import { pause } from './desk.js';

const told = (hall: SmallHall) => hallWaits(hall.state, NO_PACE, hall.at);
const joining = (hall: SmallHall) => told(hall).joining.get('queue-a');

it('nobody can tell while no counter is open', () => {
  const hall = new SmallHall();
  const ticketId = hall.take();
  expect(joining(hall)).toBeNull();
  expect(told(hall).waiting.get(ticketId)).toBeNull();
});

it('a ticket waits for those before it, whoever comes now for all of them', () => {
  const hall = new SmallHall();
  hall.sit('counter-1');
  const [first = '', second = ''] = [hall.take(), hall.take()];
  const { waiting } = told(hall);
  expect(waiting.get(first)?.medianMinutes).toBe(0);
  expect(waiting.get(second)?.medianMinutes).toBe(6);
  expect(joining(hall)?.medianMinutes).toBe(12);
});

it('the turn at the counter is waited for too, and is the shorter the longer it lasts', () => {
  const hall = new SmallHall();
  const clerk = hall.sit('counter-1');
  const ticketId = hall.take();
  hall.give(next, NEXT, clerk);
  expect(joining(hall)?.medianMinutes).toBe(6);
  hall.pass(150);
  expect(joining(hall)?.medianMinutes).toBe(4);
  hall.give(finish, { ticketId, ...CLOSING }, clerk);
  expect(joining(hall)).toEqual({ medianMinutes: 0, boundMinutes: 0 });
});

it('a counter that pauses is not counted', () => {
  const hall = new SmallHall();
  hall.give(pause, { reason: 'break' }, hall.sit('counter-1'));
  expect(joining(hall)).toBeNull();
});

it('a counter that helps out counts while nobody waits for itself', () => {
  const hall = new SmallHall((config) => ({
    ...config,
    counters: config.counters.map((counter) => ({
      ...counter,
      queueIds: ['queue-b'],
      backupQueueIds: ['queue-a'],
    })),
  }));
  hall.sit('counter-1');
  expect(joining(hall)?.medianMinutes).toBe(0);
  hall.take('queue-b');
  expect(joining(hall)).toBeNull();
});
