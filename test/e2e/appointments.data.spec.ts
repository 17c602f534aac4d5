import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookAnswer, issueAnswer } from '#libs/contracts/commands';
import { bookable, ownBooking, slotList } from '#libs/contracts/rest';
import type { HallConfig } from '#libs/hall/config';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import { MONDAY, TestHall } from '../support/test-hall.js';

const DAY = '2026-03-02';
/** Half-hour slots of two places; it is nine o'clock. */
const withSlots = (config: HallConfig): HallConfig => ({
  ...config,
  appointments: [
    {
      kind: 'slot',
      spans: [],
      ...{ queueId: config.queues[0]?.id ?? '', slotMinutes: 30, capacity: 2, daysAhead: 7, cancelHours: 2 },
      ...{ checkInEarlyMinutes: 30, checkInLateMinutes: 15 },
    },
  ],
});

let hall: TestHall;
let phone: Client;
let kiosk: Client;
beforeAll(async () => {
  hall = await TestHall.start({ change: withSlots });
  phone = hall.nobody();
  kiosk = await hall.kiosk();
});
afterAll(async () => {
  kiosk.close();
  await hall.stop();
});

const goTo = (time: string): void => hall.clock.moveTo(new Date(`${DAY}T${time}:00+08:00`));
const book = async (from: string, day = DAY) =>
  bookAnswer.parse(await phone.do('book', { queueId: 'hall-queue-a', day, from }));
const free = async (from: string): Promise<number | undefined> => {
  const answer = await phone.rest('GET', `/api/halls/hall/slots?queueId=hall-queue-a&day=${DAY}`);
  return slotList.parse(await answer.json()).slots.find((slot) => slot.from === from)?.free;
};
/** As the page behind a booking's link asks. */
const withLink = (url: string, path: string, body?: object): Promise<Response> =>
  fetch(`${hall.server.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'x-tingxu-booking': url.split('/').at(-1) ?? '',
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const own = async (url: string) =>
  ownBooking.parse(await (await withLink(url, '/api/halls/hall/bookings/own')).json());
const cancel = async (url: string): Promise<unknown> => {
  const asked = { requestId: `cancel-${url.slice(-20)}`, body: { pass: null } };
  return (await withLink(url, '/api/halls/hall/commands/cancel-booking', asked)).json();
};

describe('a visitor with a phone', () => {
  it('sees which queues are booked and the room of each day, of this hall alone', async () => {
    const answer = await phone.rest('GET', '/api/halls/hall/appointments');
    const { queues, hallName } = bookable.parse(await answer.json());
    expect(hallName).toBe('测试大厅');
    expect(queues.map(({ id }) => id)).toEqual(['hall-queue-a']);
    expect(queues[0]?.days).toHaveLength(8);
    expect(queues[0]?.days[1]).toEqual({ day: '2026-03-03', open: true, free: 96 });
    expect((await phone.rest('GET', '/api/halls/nowhere/appointments')).status).toBe(404);
  });

  it('books without telling who they are, and finds the booking again by its link', async () => {
    const booked = await book('14:00');
    expect(booked.code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(booked.url).toMatch(/\/b\/hall\.[\w-]+\.[\w-]{22}$/);
    expect(await own(booked.url)).toMatchObject({
      ...{ code: booked.code, state: 'booked', day: DAY, from: '14:00', to: '14:30', mayCancel: true },
      ...{ queueName: '业务A', opensAt: '2026-03-02T05:30:00.000Z', followUrl: null },
    });
    expect(await free('14:00')).toBe(1);
  });

  it('is told when the slot is full; whoever cancels gives the place back', async () => {
    const mine = await book('14:00');
    expect(await phone.refused('book', { queueId: 'hall-queue-a', day: DAY, from: '14:00' })).toBe(
      'slot-full',
    );
    expect(await cancel(mine.url)).toMatchObject({ ok: true });
    expect(await free('14:00')).toBe(1);
    expect(await own(mine.url)).toMatchObject({ state: 'cancelled', mayCancel: false });
  });

  it('opens nothing with a guessed link', async () => {
    const { url, bookingId } = await book('15:00');
    const guessed = `/b/hall.${bookingId}.${'x'.repeat(22)}`;
    expect((await withLink(guessed, '/api/halls/hall/bookings/own')).status).toBe(401);
    expect((await withLink(url, '/api/halls/other/bookings/own')).status).toBe(403);
  });

  it('gives few commands from one address', async () => {
    const given: string[] = [];
    for (let time = 0; time < 31; time++) {
      const answer = await fetch(`${hall.server.url}/api/halls/hall/commands/book`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.9' },
        body: JSON.stringify({
          requestId: `flood-00${time}`,
          body: { queueId: 'none', day: DAY, from: '16:00' },
        }),
      });
      given.push(await answer.text());
    }
    expect(given[29]).toContain('queue-unknown');
    expect(given[30]).toContain('too-many-tries');
  });
});

describe('at the kiosk', () => {
  it('a booking becomes a number at once within its window, by code or link, and once', async () => {
    const [coded, scanned] = [await book('09:30'), await book('09:30')];
    const early = await book('10:30');
    expect(await kiosk.refused('check-in', { pass: early.code })).toBe('check-in-too-early');
    await kiosk.do('issue', { queueId: 'hall-queue-a', matterId: null });
    const first = issueAnswer.parse(await kiosk.do('check-in', { pass: coded.code.toLowerCase() }));
    const second = issueAnswer.parse(await kiosk.do('check-in', { pass: scanned.url }));
    expect([first.number, second.number]).toEqual(['A002', 'A003']);
    expect(await kiosk.refused('check-in', { pass: scanned.url })).toBe('booking-over');
    expect(await own(coded.url)).toMatchObject({ state: 'used', followUrl: first.followUrl });
  });

  it('and is called before those who came without one, by the share', async () => {
    const clerk = await hall.clerk(1);
    await clerk.do('next', { seen: null, confirmed: false });
    const rows = hall.server.app.get(PrismaClient).ticket;
    const called = await rows.findFirstOrThrow({ where: { hallId: 'hall', status: 'called' } });
    expect([called.number, called.appointmentId !== null]).toEqual(['A002', true]);
    clerk.close();
  });

  it('another hall knows nothing of it', async () => {
    const { code, url } = await book('11:00');
    const elsewhere = await hall.screen('other-kiosk', 'other');
    expect(await elsewhere.refused('check-in', { pass: code })).toBe('booking-unknown');
    expect(await elsewhere.refused('check-in', { pass: url })).toBe('booking-unknown');
    elsewhere.close();
  });
});

describe('as time passes', () => {
  it('it is too late to cancel two hours before the slot', async () => {
    const { url } = await book('13:00');
    goTo('11:01');
    expect(await own(url)).toMatchObject({ state: 'booked', mayCancel: false });
    expect(await cancel(url)).toMatchObject({ ok: false, refusal: { code: 'cancel-too-late' } });
  });

  it('whoever did not come has lapsed when the window closes, logged, over a restart too', async () => {
    await hall.restart(async () => {
      await Promise.resolve();
    });
    phone = hall.nobody();
    goTo('13:46');
    const prisma = hall.server.app.get(PrismaClient);
    const lapsed = () => prisma.booking.count({ where: { hallId: 'hall', from: '13:00', status: 'lapsed' } });
    await expect.poll(lapsed).toBe(1);
    const logged = await prisma.event.count({ where: { ledgerId: 'hall', type: 'booking-lapsed' } });
    expect(logged).toBeGreaterThanOrEqual(1);
    hall.clock.moveTo(MONDAY);
  });
});
