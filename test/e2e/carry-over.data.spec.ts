import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketHistory } from '#libs/contracts/rest';
import type { HallConfig } from '#libs/hall/config';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import type { Looking } from '../support/looking.js';
import { TestHall } from '../support/test-hall.js';

const WEEKDAYS = [1, 2, 3, 4, 5];
/** Open on working days; Friday evening decides about Monday. */
const change = (config: HallConfig): HallConfig => ({
  ...config,
  queues: config.queues.map((queue) => ({
    ...queue,
    hours: [{ days: WEEKDAYS, from: '09:00', to: '17:00' }],
  })),
});
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`);
const MONDAY = '2026-03-09';

let hall: TestHall;
let kiosk: Client;
let clerk: Client;
let chief: Client;
let duty: Looking;
let board: Looking;
let phone: Looking;
const taken: Record<string, string> = {};

const take = async (): Promise<Record<string, unknown>> =>
  kiosk.do('issue', { queueId: 'hall-queue-a', matterId: 'matter-a' });

beforeAll(async () => {
  hall = await TestHall.start({ change }, at('2026-03-06 16:30'));
  kiosk = await hall.kiosk();
  clerk = await hall.clerk(1);
  await hall.hire('chief', ['duty-chief']);
  chief = await hall.signIn('chief', null);
  duty = chief.look({ page: 'duty' });
  board = (await hall.screen('hall-board')).watch();
  for (const number of ['A001', 'A002', 'A003', 'A004']) {
    const answer = await take();
    expect(answer['number']).toBe(number);
    taken[number] = String(answer['ticketId']);
    if (number === 'A002')
      phone = hall
        .nobody()
        .look({ page: 'follow', token: String(answer['followUrl']).split('/').at(-1) ?? '' });
  }
});
afterAll(() => hall.stop());

describe('the close of the day is decided and logged (requirement 12)', () => {
  it('from the closing time on, the duty desk sees who still holds a number', async () => {
    expect((await duty.sees('duty', ({ queues }) => queues[0]?.waiting === 4)).undecided).toEqual([]);
    await clerk.do('next', { seen: null, confirmed: false });
    hall.clock.moveTo(at('2026-03-06 17:00'));
    const { undecided } = await duty.sees('duty', (picture) => picture.undecided.length > 0);
    expect(undecided).toMatchObject([{ queueId: 'hall-queue-a', toDay: MONDAY }]);
    expect(undecided[0]?.tickets.map(({ number }) => number)).toEqual(['A002', 'A003', 'A004']);
  });

  it('the chief carries one over and ends one; who is at a counter is the counter’s', async () => {
    expect(await chief.do('carry-over', { ticketId: taken['A002'] })).toEqual({ toDay: MONDAY });
    await chief.do('expire', { ticketId: taken['A003'], reason: 'visitor-left' });
    expect(await chief.refused('carry-over', { ticketId: taken['A001'] })).toBe('ticket-at-counter');
    const { carriedTo, ahead } = await phone.sees('follow', ({ state }) => state === 'carried');
    expect([carriedTo, ahead]).toEqual([{ day: MONDAY, hours: '09:00–17:00' }, null]);
    await clerk.do('begin', { ticketId: taken['A001'] });
    hall.clock.moveBy(60_000);
    await clerk.do('finish', {
      ...{ ticketId: taken['A001'], outcome: 'completed', matterIds: ['matter-a'], confirmed: false },
    });
    await duty.sees('duty', ({ undecided }) => undecided[0]?.tickets.length === 1);
  });

  it('through a weekend and a restart it waits for its day, with its number and its place', async () => {
    hall.clock.moveTo(at('2026-03-07 00:01'));
    await duty.sees('duty', ({ undecided }) => undecided.length === 0);
    await hall.restart(() => Promise.resolve());
    hall.clock.moveTo(at('2026-03-08 00:01'));
    hall.clock.moveTo(at('2026-03-09 00:01'));
    await phone.sees('follow', ({ state, ahead }) => state === 'waiting' && ahead === 0);
    const { calls, waiting } = await board.sees('board', (picture) => picture.waiting[0]?.waiting === 1);
    expect([calls, waiting[0]?.open]).toEqual([[], false]);
    hall.clock.moveTo(at('2026-03-09 09:00'));
    expect([(await take())['number'], (await take())['number']]).toEqual(['A001', 'A003']);
    expect(await clerk.do('next', { seen: null, confirmed: false })).toMatchObject({
      called: { number: 'A002' },
    });
  });

  it('the history says of each by whom it was decided', async () => {
    const steps = async (number: string) => {
      const path = `/api/halls/hall/tickets/${taken[number]}/history`;
      const told = ticketHistory.parse(await (await chief.rest('GET', path)).json());
      return told.steps.map(({ type, actorName, details }) => [type, actorName, details]);
    };
    const carried = await steps('A002');
    expect(carried.slice(1, 3)).toEqual([
      ['ticket-carried-over', '员工chief', { toDay: MONDAY, decidedBy: 'person' }],
      ['ticket-went-on', 'system', {}],
    ]);
    const left = { reason: 'visitor-left', decidedBy: 'person' };
    expect((await steps('A003')).at(-1)).toEqual(['ticket-expired', '员工chief', left]);
    expect((await steps('A004')).at(-1)).toEqual(['ticket-expired', 'system', { decidedBy: 'setting' }]);
  });

  it('the visit is of the day it was served on', async () => {
    const ticketId = taken['A002'] ?? '';
    await clerk.do('begin', { ticketId });
    const visit = await hall.server.app.get(PrismaClient).visit.findFirstOrThrow({ where: { ticketId } });
    expect(visit.day).toBe(MONDAY);
  });
});
