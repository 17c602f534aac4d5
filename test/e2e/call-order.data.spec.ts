import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketHistory } from '#libs/contracts/rest';
import type { OrderPolicy } from '#libs/queueing/order-policy';
import type { Client } from '../support/client.js';
import { TestHall } from '../support/test-hall.js';
import { CLOSING } from './visits.fixture.js';

const callOrder: OrderPolicy = {
  groups: [{ id: 'veteran', name: '退役军人', nameEn: 'Veterans', evidence: 'certificate', fromAge: null }],
  share: { priority: 1, ordinary: 2 },
  ageingMinutes: null,
  callByNumber: true,
};

let hall: TestHall;
let clerk: Client;
let guide: Client;
let chief: Client;
let kiosk: Client;

beforeAll(async () => {
  hall = await TestHall.start({
    change: (config) => ({
      ...config,
      callOrder,
      routes: [{ id: 'flat', name: '购房', nameEn: 'A flat', queueIds: ['hall-queue-a', 'hall-queue-b'] }],
    }),
  });
  clerk = await hall.clerk(1);
  await hall.hire('guide', ['guide']);
  await hall.hire('chief', ['duty-chief']);
  guide = await hall.signIn('guide', null);
  chief = await hall.signIn('chief', null);
  kiosk = await hall.kiosk();
});
afterAll(() => hall.stop());

const order = (more: object = {}) => ({ queueId: 'hall-queue-a', matterId: 'matter-a', ...more });

/** Calls the next one, serves it, and says its number. */
async function serveNext(): Promise<unknown> {
  const { called } = await clerk.do('next', { seen: null, confirmed: false });
  const { ticketId, number } = Object.assign({ ticketId: '', number: '' }, called);
  await clerk.do('finish', { ticketId, ...CLOSING });
  return number;
}

async function stepsOf(ticketId: unknown) {
  const answer = await chief.rest('GET', `/api/halls/hall/tickets/${String(ticketId)}/history`);
  return ticketHistory.parse(await answer.json()).steps;
}

describe('green channel (requirements 20, 21)', () => {
  it('one of the group for two others, and no board ever tells who it was', async () => {
    const board = (await hall.screen('hall-board')).watch();
    for (let i = 0; i < 4; i++) await kiosk.do('issue', order());
    const veteran = await guide.do('issue', order({ groupId: 'veteran' }));
    const second = await guide.do('issue', order({ groupId: 'veteran' }));
    const called: unknown[] = [];
    for (let i = 0; i < 6; i++) called.push(await serveNext());
    expect(called).toEqual(['A005', 'A001', 'A002', 'A006', 'A003', 'A004']);
    await board.sees('board', ({ calls }) => calls[0]?.number === 'A004');
    expect(JSON.stringify(board.messages)).not.toMatch(/veteran|退役|priority/);
    const [, first] = await stepsOf(veteran['ticketId']);
    expect(first?.details).toMatchObject({ cause: 'next', rule: 'share', group: '退役军人' });
    expect((await stepsOf(second['ticketId']))[1]?.configVersion).toBe(1);
  });

  it('is opened by staff who saw the evidence, not by the kiosk', async () => {
    expect(await kiosk.refused('issue', order({ groupId: 'veteran' }))).toBe('group-at-guide-desk');
    expect(await clerk.refused('mark-group', { ticketId: 'any', groupId: 'veteran' })).toBe('not-allowed');
  });
});

describe('急事急办 (requirement 19)', () => {
  it('only the duty chief lets somebody go first, and the history says who and why', async () => {
    await kiosk.do('issue', order());
    const { ticketId, number } = await kiosk.do('issue', order());
    const body = { ticketId, reason: 'emergency' };
    expect(await guide.refused('expedite', body)).toBe('not-allowed');
    await chief.do('expedite', body);
    expect(await serveNext()).toBe(number);
    const steps = await stepsOf(ticketId);
    expect(steps.find(({ type }) => type === 'ticket-expedited')).toMatchObject({
      staffName: '员工chief',
      details: { reason: 'emergency' },
    });
    expect(steps.find(({ type }) => type === 'ticket-called')?.details).toMatchObject({ rule: 'urgent' });
    await serveNext();
  });
});

describe('a call by number', () => {
  it('is there where the hall allows it, and every such call is told as one', async () => {
    await kiosk.do('issue', order());
    const { ticketId, number } = await kiosk.do('issue', order());
    const answer = await clerk.do('call-number', { number: String(number).toLowerCase() });
    expect(answer).toEqual({ finished: null, called: { ticketId, number } });
    expect((await stepsOf(ticketId)).at(-1)).toMatchObject({
      type: 'ticket-called',
      details: { cause: 'by-number', rule: 'by-number' },
    });
    await clerk.do('finish', { ticketId, ...CLOSING });
    await serveNext();
  });
});

describe('a route over two counters (requirements 13, 14)', () => {
  it('survives a restart: the second queue is still to come, and comes by itself', async () => {
    const { ticketId, number } = await kiosk.do('issue', order({ routeId: 'flat' }));
    await clerk.do('next', { seen: null, confirmed: false });
    await hall.restart(async () => {});
    await clerk.do('finish', { ticketId, ...CLOSING });
    const page = clerk.look({ page: 'counter' });
    const seen = await page.sees('counter', ({ waiting }) => waiting.length > 0);
    expect(seen.waiting[0]).toMatchObject({ number, queueId: 'hall-queue-b', fromCounterNumber: 1 });
    expect((await stepsOf(ticketId)).find(({ type }) => type === 'visit-finished')?.details).toMatchObject({
      toQueue: '业务B',
    });
    await serveNext();
    expect((await stepsOf(ticketId)).filter(({ type }) => type === 'invitation-opened')).toHaveLength(1);
  });
});
