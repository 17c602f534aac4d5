import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallConfig } from '#libs/contracts/hall-config';
import type { KioskSnapshot } from '#libs/contracts/snapshots';
import type { HallConfig, Quota } from '#libs/hall/config';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import type { Looking } from '../support/looking.js';
import { TestHall } from '../support/test-hall.js';

const WEEKDAYS = [1, 2, 3, 4, 5];
const office = [
  { days: WEEKDAYS, from: '09:00', to: '12:00' },
  { days: WEEKDAYS, from: '13:00', to: '17:00' },
];
const quota = (daily: number | null, tickets = 2): Quota => ({
  daily,
  periods: [
    { from: '09:00', to: '10:00', tickets },
    { from: '10:00', to: '11:00', tickets },
  ],
});

/** A keeps the office hours of requirement 10 and stops half an hour before them; B is open through noon and has quotas. */
const change = (config: HallConfig): HallConfig => ({
  ...config,
  queues: config.queues.map((queue) =>
    queue.prefix === 'A'
      ? { ...queue, hours: office, stopIssuingMinutes: 30 }
      : { ...queue, hours: [{ days: WEEKDAYS, from: '09:00', to: '17:00' }], quota: quota(5) },
  ),
  counters: config.counters.map((counter) =>
    counter.number === 3
      ? { ...counter, queueIds: ['hall-queue-a'], backupQueueIds: ['hall-queue-b'] }
      : { ...counter, queueIds: [counter.number === 1 ? 'hall-queue-a' : 'hall-queue-b'] },
  ),
  calendar: {
    specialDays: [
      { day: '2026-03-04', kind: 'holiday', name: '假日' },
      { day: '2026-03-07', kind: 'workday', name: '调休', asWeekday: 3 },
    ],
    extraHours: [{ day: '2026-03-05', queueId: 'hall-queue-a', from: '17:00', to: '19:00' }],
  },
  noonRotas: [
    { days: WEEKDAYS, from: '12:00', to: '13:00', counterIds: ['hall-counter-3', 'hall-counter-2'] },
  ],
});

const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`);

let hall: TestHall;
let kiosk: Client;
let admin: Client;
let board: Looking;
let shown: Looking;
beforeAll(async () => {
  hall = await TestHall.start({ change }, at('2026-03-02 09:00'));
  kiosk = await hall.kiosk();
  shown = kiosk.watch();
  board = (await hall.screen('hall-board')).watch();
  await hall.hire('admin', ['hall-administrator']);
  admin = await hall.signIn('admin', null);
});
afterAll(() => hall.stop());

const body = (letter: string) => ({ queueId: `hall-queue-${letter}`, matterId: 'matter-a' });
const take = (letter: string) => kiosk.do('issue', body(letter));
/** Why no number was given, with what the visitor is told. */
const refusal = async (letter: string) => {
  const reply = await kiosk.ask('issue', body(letter));
  return 'refusal' in reply ? { code: reply.refusal.code, ...reply.refusal.params } : reply;
};
type Card = KioskSnapshot['queues'][number];
/** Waits until the kiosk shows a queue so. */
const card = (letter: string, right: (card: Card) => boolean) =>
  shown.sees('kiosk', ({ queues }) => queues.some((one) => one.id === `hall-queue-${letter}` && right(one)));

describe('quotas', () => {
  it('of a period: its numbers are given, then the next period is named, on the kiosk too', async () => {
    expect([await take('b'), await take('b')]).toMatchObject([{ number: 'B001' }, { number: 'B002' }]);
    expect(await refusal('b')).toEqual({ code: 'sold-out', queue: '业务B', next: '2026-03-02 10:00' });
    await card('b', ({ open, soldOut, opensAt }) => open && soldOut && opensAt === '2026-03-02 10:00');
    expect(await take('a')).toMatchObject({ number: 'A001' });
  });

  it('are counted after a restart as before it', async () => {
    await hall.restart(() => Promise.resolve());
    expect(await refusal('b')).toMatchObject({ code: 'sold-out', next: '2026-03-02 10:00' });
  });

  it('of the day: a number moved to another queue was still given, and the next day is named', async () => {
    hall.clock.moveTo(at('2026-03-02 10:00'));
    await card('b', ({ soldOut, opensAt }) => !soldOut && opensAt === null);
    const { ticketId } = await take('b');
    await hall.hire('guide', ['guide']);
    const guide = await hall.signIn('guide', null);
    const to = { kind: 'queue', queueId: 'hall-queue-a' };
    await guide.do('transfer', { ticketId, to, reason: 'wrong-choice' });
    await take('b');
    hall.clock.moveTo(at('2026-03-02 11:00'));
    await take('b');
    expect(await refusal('b')).toMatchObject({ code: 'sold-out', next: '2026-03-03 09:00' });
  });
});

describe('the last minutes of an opening', () => {
  it('give no more numbers, and say when it closes and opens', async () => {
    hall.clock.moveTo(at('2026-03-02 11:29'));
    await take('a');
    hall.clock.moveTo(at('2026-03-02 11:30'));
    expect(await refusal('a')).toEqual({
      ...{ code: 'issuing-stopped', queue: '业务A', closes: '12:00', opens: '2026-03-02 13:00' },
    });
    await card('a', ({ open, stopped, opensAt }) => open && stopped && opensAt === '2026-03-02 13:00');
  });
});

describe('noon', () => {
  it('has a watch: the kiosk goes on giving numbers and the board names the counters', async () => {
    hall.clock.moveTo(at('2026-03-03 12:00'));
    const noon = { from: '12:00', until: '13:00', counters: [2, 3] };
    expect((await board.sees('board', (picture) => picture.noon !== null)).noon).toEqual(noon);
    expect((await shown.sees('kiosk', (picture) => picture.noon !== null)).noon).toEqual(noon);
    expect(await take('b')).toMatchObject({ number: 'B001' });
    expect(await refusal('a')).toMatchObject({ code: 'queue-closed', opens: '2026-03-03 13:00' });
    hall.clock.moveTo(at('2026-03-03 13:00'));
    await board.sees('board', (picture) => picture.noon === null);
  });
});

describe('the calendar', () => {
  it('a holiday gives no numbers and names the day after it', async () => {
    hall.clock.moveTo(at('2026-03-04 10:00'));
    expect(await refusal('a')).toEqual({
      ...{ code: 'queue-closed', queue: '业务A', hours: '', opens: '2026-03-05 09:00' },
    });
    await card('a', ({ open, hoursToday }) => !open && hoursToday === '');
  });

  it('extra hours keep one queue open, and no other', async () => {
    hall.clock.moveTo(at('2026-03-05 18:00'));
    expect(await take('a')).toMatchObject({ number: 'A001' });
    expect(await refusal('b')).toMatchObject({ code: 'queue-closed', hours: '09:00–17:00' });
    await card('a', ({ open, hoursToday }) => open && hoursToday === '09:00–12:00，13:00–19:00');
  });

  it('a Saturday worked in place of another day is open as that one, its Sunday is not', async () => {
    hall.clock.moveTo(at('2026-03-07 10:00'));
    expect(await take('a')).toMatchObject({ number: 'A001' });
    hall.clock.moveTo(at('2026-03-08 10:00'));
    expect(await refusal('a')).toMatchObject({ code: 'queue-closed', opens: '2026-03-09 09:00' });
  });
});

describe('a configuration with a fault in its calendar', () => {
  const inForce = async () => {
    const where = { hallId: 'hall' };
    const rows = await hall.server.app.get(PrismaClient).hallConfigVersion.findMany({ where });
    return rows.map(({ version, document }) => ({
      version,
      document: hallConfig.parse(JSON.parse(document)),
    }));
  };

  it.each<[string, (config: HallConfig) => HallConfig]>([
    [
      'queue-alone 12:00–13:00 hall-queue-b',
      (config) => ({
        ...config,
        noonRotas: config.noonRotas.map((rota) => ({ ...rota, counterIds: ['hall-counter-1'] })),
      }),
    ],
    [
      'hours-overlap hall-queue-a',
      (config) => ({
        ...config,
        queues: config.queues.map((queue) => ({ ...queue, hours: [...queue.hours, ...queue.hours] })),
      }),
    ],
    [
      'special-day-twice 2026-03-04',
      ({ calendar, ...config }) => ({
        ...config,
        calendar: { ...calendar, specialDays: [...calendar.specialDays, ...calendar.specialDays] },
      }),
    ],
  ])('is refused whole: %s', async (what, spoil) => {
    const before = await inForce();
    const last = before.at(-1);
    const document = last && { ...spoil(last.document), name: '半改的大厅' };
    const reply = await admin.ask('configure-hall', { document });
    const { code, params } = 'refusal' in reply ? reply.refusal : { code: '', params: {} };
    expect([code, Object.values(params).join(' ')]).toEqual(['bad-input', what]);
    expect(await inForce()).toEqual(before);
    expect((await kiosk.ask('issue', body('a'))).ok).toBe(false); // Sunday still
  });
});
