import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ticketHistory, ticketList, type TicketHistory } from '#libs/contracts/rest';
import type { Client } from '../support/client.js';
import { TestHall } from '../support/test-hall.js';
import { CLOSING, Visits } from './visits.fixture.js';

let hall: TestHall;
let office: Client;
let history: TicketHistory;
let ticketId: string;
const START = Date.parse('2026-03-02T01:00:00Z');

/** A visit with everything in it: recalled, begun, parked, resumed, begun again, finished, rated, explained. */
beforeAll(async () => {
  hall = await TestHall.start();
  const visits = await Visits.open(hall);
  const { clerk, pad } = visits;
  await hall.hire('supervisor', ['supervisor']);
  office = await hall.signIn('supervisor', null);
  hall.clock.moveTo(new Date(START));
  ticketId = await visits.take();
  for (const [name, body] of [
    ['next', { seen: null, confirmed: false }],
    ['recall', { ticketId }],
    ['begin', { ticketId }],
    ['park', { ticketId, reason: 'filling-form' }],
    ['resume', { ticketId }],
    ['begin', { ticketId }],
    ['finish', { ticketId, ...CLOSING }],
  ] as const) {
    hall.clock.moveBy(60_000);
    await clerk.do(name, body);
  }
  const invitationId = await visits.lit();
  await pad.do('rate', { invitationId, level: 1 });
  await pad.do('explain', { invitationId, tags: [115], words: '等得太久' });
  const answer = await office.rest('GET', `/api/halls/hall/tickets/${ticketId}/history`);
  history = ticketHistory.parse(await answer.json());
});
afterAll(() => hall.stop());

describe('件件有记录、事事可追溯、处处能查询 (requirements 5, 175)', () => {
  it('every step is there, in order, from registered to rated', () => {
    expect(history.steps.map(({ type }) => type)).toEqual([
      ...['ticket-issued', 'ticket-called', 'ticket-recalled', 'visit-begun', 'ticket-parked'],
      ...['ticket-called', 'visit-begun', 'visit-finished', 'invitation-opened', 'visit-rated'],
      'rating-explained',
    ]);
    expect(history.ticket).toMatchObject({ ticketId, number: 'A001', state: 'served', counterNumber: 1 });
  });

  it('with its time', () => {
    const minutes = history.steps.map(({ at }) => Math.floor((Date.parse(at) - START) / 60_000));
    expect(minutes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 7, 7, 7]);
  });

  it('with who did it and where, and under which configuration (requirement 156)', () => {
    const [issued, called, , begun] = history.steps;
    expect(issued).toMatchObject({ actorName: '取号机', details: { number: 'A001' }, configVersion: 1 });
    expect(called).toMatchObject({
      actorName: '员工clerk-hall-1',
      counterNumber: 1,
      staffName: '员工clerk-hall-1',
    });
    expect(begun).toMatchObject({ counterNumber: 1, staffName: '员工clerk-hall-1' });
    expect(history.steps[4]?.details).toEqual({ reason: 'filling-form' });
    expect(history.steps[7]?.details).toEqual({ outcome: 'completed' });
    expect(history.steps[9]).toMatchObject({ actorName: '1号评价平板', type: 'visit-rated' });
  });

  it('and never a level, a reason for it or a word of the public', () => {
    const rating = history.steps.filter(({ type }) => type === 'visit-rated' || type === 'rating-explained');
    expect(rating.map(({ details }) => details)).toEqual([{}, {}]);
    expect(JSON.stringify(history)).not.toMatch(/level|tags|\b115\b|等得太久/);
  });

  it('is found by day and number, as typed', async () => {
    for (const number of ['A001', 'a001', ' A001 ']) {
      const query = new URLSearchParams({ day: '2026-03-02', number });
      const found = await office.rest('GET', `/api/halls/hall/tickets?${query}`);
      expect(ticketList.parse(await found.json()).tickets.map((one) => one.ticketId)).toEqual([ticketId]);
    }
    const none = await office.rest('GET', '/api/halls/hall/tickets?day=2026-03-03');
    expect(ticketList.parse(await none.json()).tickets).toEqual([]);
    expect((await office.rest('GET', '/api/halls/hall/tickets?day=yesterday')).status).toBe(400);
  });
});

it('the clerk is told that the visit was rated, and never how: in no picture that was ever sent', async () => {
  const clerk = await hall.clerk(2);
  const page = clerk.look({ page: 'counter' });
  const pad = await hall.screen('hall-pad-2');
  const shown = pad.watch();
  const kiosk = await hall.kiosk();
  const issued = await kiosk.do('issue', { queueId: 'hall-queue-a', matterId: null });
  await clerk.do('next', { seen: null, confirmed: false });
  await clerk.do('finish', { ticketId: issued['ticketId'], ...CLOSING });
  const { invitation } = await shown.sees('pad', (picture) => picture.invitation !== null);
  await page.sees('counter', ({ lastVisit }) => lastVisit?.rating === 'inviting');
  await pad.do('rate', { invitationId: invitation?.id, level: 1 });
  await page.sees('counter', ({ lastVisit }) => lastVisit?.rating === 'rated');
  expect(JSON.stringify(page.messages)).not.toMatch(/level|satisf|满意/);
});
