import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import type { Looking } from '../support/looking.js';
import { TestHall } from '../support/test-hall.js';

/** Newfoundland's midnight is at half past the hour: wherever the tests run, it is not the machine's. */
const HALLS = [
  { zone: 'Asia/Shanghai', midnight: '2026-03-02T16:00:00Z' },
  { zone: 'America/St_Johns', midnight: '2026-03-03T03:30:00Z' },
];
const MONDAY = '2026-03-02';
const TUESDAY = '2026-03-03';

describe.each(HALLS)('a day ends in $zone', ({ zone, midnight }) => {
  let hall: TestHall;
  let kiosk: Client;
  let clerk: Client;
  let phone: Looking;
  let board: Looking;
  let served: string;
  let waiting: Record<string, unknown>;

  const fromMidnight = (minutes: number) => new Date(Date.parse(midnight) + minutes * 60_000);
  const take = () => kiosk.do('issue', { queueId: 'hall-queue-a', matterId: 'matter-a' });
  const prisma = () => hall.server.app.get(PrismaClient);

  beforeAll(async () => {
    const change = { change: <T extends object>(config: T) => ({ ...config, timeZone: zone }) };
    hall = await TestHall.start(change, fromMidnight(-10));
    kiosk = await hall.kiosk();
    clerk = await hall.clerk(1);
    board = (await hall.screen('hall-board')).watch();
    served = String((await take())['ticketId']);
    await clerk.do('next', { seen: null, confirmed: false });
    await clerk.do('begin', { ticketId: served });
    hall.clock.moveTo(fromMidnight(-1));
    waiting = await take();
    const token = String(waiting['followUrl']).split('/').at(-1) ?? '';
    phone = hall.nobody().look({ page: 'follow', token });
    await phone.sees('follow', ({ state }) => state === 'waiting');
    await board.sees('board', ({ calls }) => calls[0]?.ticketId === served);
    hall.clock.moveTo(fromMidnight(1));
  });
  afterAll(() => hall.stop());

  it('starts the numbers again: 23:59 has A002, 00:01 has A001', async () => {
    expect(waiting).toMatchObject({ number: 'A002' });
    expect(await take()).toMatchObject({ number: 'A001', ahead: 0 });
  });

  it('writes down who still waited yesterday, and tells the phone', async () => {
    await phone.sees('follow', ({ state }) => state === 'expired');
    const ticketId = String(waiting['ticketId']);
    const steps = await prisma().event.findMany({ where: { ticketId }, orderBy: { sequence: 'asc' } });
    expect(steps.map(({ type, actor }) => [type, actor])).toEqual([
      ['ticket-issued', 'device:hall-kiosk'],
      ['ticket-expired', 'system'],
    ]);
    expect(steps.at(-1)?.at.getTime()).toBeGreaterThanOrEqual(fromMidnight(1).getTime());
  });

  it('shows the board the new day, by the new time, without the calls of yesterday', async () => {
    await board.sees('board', ({ calls }) => calls.length === 0);
    const shownAt = Date.parse(board.messages.at(-1)?.at ?? '');
    expect(shownAt).toBeGreaterThanOrEqual(fromMidnight(1).getTime());
  });

  it('lets the visit go on that was served at midnight', async () => {
    await clerk.do('finish', {
      ...{ ticketId: served, outcome: 'completed', matterIds: ['matter-a'], confirmed: false },
    });
    const visit = await prisma().visit.findFirstOrThrow({ where: { ticketId: served } });
    expect(visit).toMatchObject({ day: MONDAY, ending: 'finished' });
    expect(visit.endedAt?.getTime()).toBeGreaterThan(fromMidnight(0).getTime());
  });

  it('gives the same numbers two days running', async () => {
    expect(await take()).toMatchObject({ number: 'A002' });
    const rows = await prisma().ticket.findMany({
      where: { hallId: 'hall' },
      orderBy: [{ day: 'asc' }, { serial: 'asc' }],
    });
    expect(rows.map(({ day, number }) => `${day} ${number}`)).toEqual([
      ...[`${MONDAY} A001`, `${MONDAY} A002`, `${TUESDAY} A001`, `${TUESDAY} A002`],
    ]);
  });

  it("keeps the closed day's head outside of the database", async () => {
    const closing = await prisma().event.findFirstOrThrow({
      where: { ledgerId: 'hall', type: 'day-closed' },
    });
    const written = `${MONDAY} ${closing.sequence} ${closing.hash}\n`;
    const read = () => readFileSync(join(hall.dataDir, 'heads', 'hall.log'), 'utf8');
    await vi.waitFor(() => expect(read()).toBe(written));
  });
});
