import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import type { AppointmentPolicy } from '#libs/appointments/appointment-policy';
import { bookable, ownBooking, ownHomeVisit, slotList } from '#libs/contracts/rest';
import { testMatters } from '../support/test-config.js';
import { TestHall } from '../support/test-hall.js';
import type { Client } from '../support/client.js';

const policy = (change: Partial<AppointmentPolicy>): AppointmentPolicy => ({
  ...{ queueId: 'hall-queue-a', slotMinutes: 30, capacity: 2, daysAhead: 7, cancelHours: 2 },
  ...{ checkInEarlyMinutes: 30, checkInLateMinutes: 15 },
  kind: 'slot',
  spans: [],
  ...change,
});
const DAY = '2026-03-02';
const SAID = { name: '封三娘', phone: '13800001234', address: '示例县人民路12号' };
const WISH = { queueId: 'hall-queue-a', matterId: 'matter-a', day: '2026-03-03', half: 'morning' };

let hall: TestHall;
let guide: Client;
let phone: Client;
beforeAll(async () => {
  hall = await TestHall.start({
    change: (config) => ({
      ...config,
      visitors: { ...config.visitors, booking: 'optional', keepDays: 7 },
      queues: config.queues.map((queue) => ({
        ...queue,
        hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
      })),
      appointments: [
        policy({ kind: 'extended', spans: [{ days: [1], from: '17:00', to: '18:00' }] }),
        policy({ kind: 'home-visit' }),
      ],
    }),
  });
  await hall.hire('guide', ['guide']);
  guide = await hall.signIn('guide', null);
  phone = hall.nobody();
});
afterAll(() => hall.stop());

const read = async (path: string, who: Client = phone): Promise<unknown> =>
  (await who.rest('GET', `/api/halls/hall/${path}`)).json();
/** By the link of a booking or a home visit. */
async function own(url: unknown): Promise<unknown> {
  const token = String(url).split('/').at(-1) ?? '';
  const answer = await fetch(`${hall.server.url}/api/halls/hall/bookings/own`, {
    headers: { 'x-tingxu-booking': token },
  });
  return answer.json();
}

it('the public is told what is asked of a booking, and what home visits there are', async () => {
  const { asks, keepDays, homeVisits } = bookable.parse(await read('appointments'));
  expect([asks, keepDays]).toEqual(['optional', 7]);
  expect(homeVisits).toMatchObject([{ id: 'hall-queue-a', matters: testMatters.map(({ id }) => ({ id })) }]);
  expect(homeVisits[0]?.days[0]).toEqual({ day: DAY, halves: [{ half: 'afternoon', free: 2 }] });
});

describe('上门服务 (requirement 18)', () => {
  it('is asked for with an address that stands readable nowhere, and is shown for a reason', async () => {
    expect(await phone.refused('request-home-visit', { ...WISH, visitor: { name: '封' } })).toBe(
      'address-needed',
    );
    const { url } = await phone.do('request-home-visit', { ...WISH, visitor: SAID });
    expect(ownHomeVisit.parse(await own(url))).toMatchObject({
      ...{ kind: 'home-visit', state: 'requested', day: WISH.day, half: 'morning', mayCancel: true },
      ...{ matterName: '换证', personName: null },
    });
    const prisma = hall.server.app.get(PrismaClient);
    const [row, ...others] = await prisma.visitor.findMany();
    expect(others).toEqual([]);
    expect(JSON.stringify([row, await prisma.event.findMany({ select: { record: true } })])).not.toContain(
      '人民路',
    );
    expect(await read(`visitors/${row?.id}`, guide)).toMatchObject({ name: '封**', address: '示例县****' });
    const shown = await guide.rest('POST', `/api/halls/hall/visitors/${row?.id}/reveal`, {
      reason: 'home-visit',
    });
    expect(await shown.json()).toMatchObject(SAID);
  });

  it('is given a day and a person, whom the visitor is told, and is done', async () => {
    const { homeVisitId, url } = await phone.do('request-home-visit', { ...WISH, visitor: SAID });
    const when = { homeVisitId, day: '2026-03-04', half: 'afternoon', personId: 'person-guide' };
    await guide.do('schedule-home-visit', when);
    expect(ownHomeVisit.parse(await own(url))).toMatchObject({
      ...{ state: 'scheduled', day: '2026-03-04', half: 'afternoon', personName: '员工guide' },
    });
    await guide.do('finish-home-visit', { homeVisitId });
    expect(ownHomeVisit.parse(await own(url))).toMatchObject({ state: 'done', mayCancel: false });
    expect(await hall.server.app.get(PrismaClient).ticket.count()).toBe(0);
  });

  it('is declined with a reason that the visitor reads', async () => {
    const { homeVisitId, url } = await phone.do('request-home-visit', { ...WISH, visitor: SAID });
    await guide.do('decline-home-visit', { homeVisitId, reason: 'outside-area' });
    expect(ownHomeVisit.parse(await own(url))).toMatchObject({ state: 'declined', reason: 'outside-area' });
    expect(await guide.refused('cancel-home-visit', { homeVisitId })).toBe('home-visit-over');
  });
});

it('延时服务: who booked after hours is served after hours, and the duty page says who stays', async () => {
  const { slots } = slotList.parse(await read(`slots?queueId=hall-queue-a&day=${DAY}`));
  expect(slots.map(({ from, kind }) => `${from} ${kind}`)).toEqual(['17:00 extended', '17:30 extended']);
  const { url } = await phone.do('book', { queueId: 'hall-queue-a', day: DAY, from: '17:30' });
  expect(ownBooking.parse(await own(url)).kind).toBe('extended');
  hall.clock.moveTo(new Date(`${DAY}T17:20:00+08:00`));
  const kiosk = await hall.kiosk();
  expect(await kiosk.refused('issue', { queueId: 'hall-queue-a', matterId: null })).toBe('queue-closed');
  await kiosk.do('check-in', { pass: String(url) });
  const duty = guide.look({ page: 'duty' });
  const shown = await duty.sees('duty', ({ extended }) => extended.length > 0);
  expect(shown.extended).toEqual([
    { prefix: 'A', queueName: '业务A', from: '17:30', to: '18:00', booked: 1, arrived: 1 },
  ]);
  const clerk = await hall.clerk(1);
  expect(await clerk.do('next', { seen: null, confirmed: false })).toMatchObject({
    called: { number: 'A001' },
  });
});

it('the history of a call says that it was by appointment (requirements 18, 175)', async () => {
  const prisma = hall.server.app.get(PrismaClient);
  const { id } = await prisma.ticket.findFirstOrThrow({ where: { number: 'A001' } });
  expect(await read(`tickets/${id}/history`, guide)).toMatchObject({
    steps: expect.arrayContaining([
      expect.objectContaining({
        type: 'ticket-called',
        details: expect.objectContaining({ appointment: 1 }),
      }),
    ]),
  });
});
