import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallScope } from '../../apps/server/src/ledger/hall.scope.js';
import { Ledger } from '../../apps/server/src/ledger/ledger.js';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import { TestHall } from '../support/test-hall.js';

/** Invented: no district has this number. */
const SAID = { name: '封三娘', idNumber: '999999196003010016', phone: '13800001234' };
const A = { queueId: 'hall-queue-a', matterId: null };

let hall: TestHall;
let kiosk: Client;
let guide: Client;
beforeAll(async () => {
  hall = await TestHall.start({
    change: (config) => ({
      ...config,
      visitors: { booking: 'required', oneTicketPerQueue: true, noShows: null, keepDays: 1 },
      callOrder: {
        ...config.callOrder,
        groups: [{ id: 'elderly', name: '老年人', nameEn: '', evidence: 'birth-date', fromAge: 65 }],
      },
      appointments: [
        {
          kind: 'slot',
          spans: [],
          ...{ queueId: 'hall-queue-a', slotMinutes: 30, capacity: 2, daysAhead: 7, cancelHours: 2 },
          ...{ checkInEarlyMinutes: 30, checkInLateMinutes: 15 },
        },
      ],
    }),
  });
  kiosk = await hall.kiosk();
  await hall.hire('guide', ['guide']);
  guide = await hall.signIn('guide', null);
});
afterAll(() => hall.stop());

const json = async (answer: Promise<Response>): Promise<unknown> => (await answer).json();
const visitorOf = async (ticketId: unknown): Promise<string> => {
  const ticket = await hall.server.app
    .get(PrismaClient)
    .ticket.findUniqueOrThrow({ where: { id: String(ticketId) } });
  return ticket.visitorId ?? '';
};

/** Every text that the database holds anywhere. */
async function everyText(): Promise<string> {
  const pool = hall.server.database.pool;
  const tables = await pool.query<{ table: string }>(
    `SELECT table_name AS "table" FROM information_schema.tables WHERE table_schema = current_schema()`,
  );
  const texts: string[] = [];
  for (const { table } of tables.rows) {
    const rows = await pool.query<{ row: string }>(
      `SELECT t::text AS row FROM ${pg.escapeIdentifier(table)} AS t`,
    );
    texts.push(...rows.rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

describe('a visitor who says who he is', () => {
  let ticketId: unknown;

  it('gets a ticket, and by the birth date its group; sent again it is the same ticket', async () => {
    const requestId = randomUUID();
    const first = await guide.ask('issue', { ...A, visitor: SAID }, requestId);
    const again = await guide.ask('issue', { ...A, visitor: SAID }, requestId);
    expect(again).toEqual(first);
    ticketId = first.ok && first.answer['ticketId'];
    const { groupId } = await hall.server.app
      .get(PrismaClient)
      .ticket.findUniqueOrThrow({ where: { id: String(ticketId) } });
    expect(groupId).toBe('elderly');
    const other = { ...SAID, name: '封四娘' };
    expect(await guide.ask('issue', { ...A, visitor: other }, requestId)).toMatchObject({
      refusal: { code: 'request-id-reused' },
    });
  });

  it('stands readable in no table, command, answer or event', async () => {
    const text = await everyText();
    expect(text).toContain('"ticket-issued"');
    for (const plain of Object.values(SAID)) expect(text).not.toContain(plain);
    expect(text).not.toContain('1960-03-01');
  });

  it('waits once in a queue, and is offered the slip of the number he holds', async () => {
    const reply = await kiosk.ask('issue', { ...A, visitor: { phone: '138 0000 1234' } });
    expect(reply).toMatchObject({
      refusal: { code: 'already-waiting', params: { number: 'A001', ticketId } },
    });
    expect(await kiosk.refused('issue', { ...A, visitor: { idNumber: '999999196003010011' } })).toBe(
      'id-number-wrong',
    );
    expect(await kiosk.refused('issue', { ...A, visitor: {} })).toBe('bad-input');
  });

  it('is found by phone or document, shown masked, and whole only with a reason that stays', async () => {
    const find = (said: object) => json(guide.rest('POST', '/api/halls/hall/visitors/find', said));
    expect(await find({ phone: SAID.phone })).toEqual({ ticketIds: [ticketId], bookings: [] });
    expect(await find({ idNumber: SAID.idNumber })).toEqual({ ticketIds: [ticketId], bookings: [] });
    expect(await find({ phone: '13900001234' })).toEqual({ ticketIds: [], bookings: [] });
    const at = `/api/halls/hall/visitors/${await visitorOf(ticketId)}`;
    expect(await json(guide.rest('GET', at))).toEqual({
      ...{ idKind: 'resident-id', name: '封**', idNumber: '999***********0016', phone: '138****1234' },
      address: null,
    });
    expect((await guide.rest('POST', `${at}/reveal`, {})).status).toBe(400);
    expect(await json(guide.rest('POST', `${at}/reveal`, { reason: 'contact-visitor' }))).toMatchObject(SAID);
    const revealed = await hall.server.app
      .get(PrismaClient)
      .event.findFirstOrThrow({ where: { type: 'visitor-revealed' } });
    expect([revealed.actor, JSON.parse(revealed.record).fact]).toEqual([
      'person:person-guide',
      { type: 'visitor-revealed', visitorId: await visitorOf(ticketId), reason: 'contact-visitor' },
    ]);
  });
});

it('a booking that asks for name and phone is checked in by the phone alone', async () => {
  const slot = { queueId: 'hall-queue-a', day: '2026-03-02', from: '09:30' };
  const phone = hall.nobody();
  expect(await phone.refused('book', slot)).toBe('visitor-needed');
  const { bookingId } = await phone.do('book', { ...slot, visitor: { name: '丁', phone: '13700001111' } });
  const { ticketId } = await kiosk.do('check-in', { visitor: { phone: '13700001111' } });
  const ticket = await hall.server.app
    .get(PrismaClient)
    .ticket.findUniqueOrThrow({ where: { id: String(ticketId) } });
  expect(ticket.appointmentId).toBe(bookingId);
  expect(await kiosk.refused('check-in', { pass: 'ABCD-2345', visitor: { phone: '13700001111' } })).toBe(
    'bad-input',
  );
});

it('the purge leaves rows that say nothing, and a chain that stands; a restart knows the same', async () => {
  const prisma = hall.server.app.get(PrismaClient);
  expect(await prisma.visitor.count({ where: { purged: false } })).toBe(2);
  for (const day of ['2026-03-03', '2026-03-04', '2026-03-05']) {
    hall.clock.moveTo(new Date(`${day}T00:00:01+08:00`));
    await expect
      .poll(() => hall.server.app.get(Ledger).hall('hall', (state) => state.day), { timeout: 10_000 })
      .toBe(day);
  }
  const rows = await prisma.visitor.findMany();
  expect(rows).toHaveLength(2);
  for (const { name, idNumber, phone, idNumberHash, phoneHash, purged } of rows)
    expect([name, idNumber, phone, idNumberHash, phoneHash, purged]).toEqual([...Array(5).fill(null), true]);
  const state = await hall.server.app.get(Ledger).hall('hall', structuredClone);
  expect((await hallScope.load(prisma, 'hall', state.sequence)).visitors).toEqual(new Map());
});
