import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingMessage, type ReadingMessage } from '#libs/contracts/reading';
import { DEMO_PERSONS, DEMO_TROUBLES, laid } from '#devices/id-card-reader/demo-documents';
import type { HallConfig } from '#libs/hall/config';
import { PrismaClient } from '#prisma/client/client';
import { startAgentOf } from '../support/agent-of.js';
import type { Client } from '../support/client.js';
import { KioskReaders } from '../support/kiosk-readers.js';
import { TestHall } from '../support/test-hall.js';

let readers: KioskReaders;
let hall: TestHall;
let kiosk: Client;
let detach: () => Promise<void>;
const heard: ReadingMessage[] = [];
const waiting = new Set<() => void>();

beforeAll(async () => {
  readers = await KioskReaders.start();
  hall = await TestHall.start({ change: furnished });
  kiosk = await hall.kiosk();
  const looking = kiosk.watch();
  looking.socket.on('reading', (message: unknown) => {
    heard.push(readingMessage.parse(message));
    for (const look of waiting) look();
  });
  await looking.sees('kiosk');
  detach = await startAgentOf(hall);
});
afterAll(async () => {
  kiosk.close();
  await detach();
  await hall.stop();
  await readers.close();
});

const furnished = (config: HallConfig): HallConfig => ({
  ...readers.furnish(config),
  devices: [...readers.furnish(config).devices, { id: 'hall-agent', kind: 'agent', name: '设备代理' }],
});

/** The next thing the kiosk is told, after something was done at a device. */
async function reads(act: () => unknown): Promise<ReadingMessage> {
  const before = heard.length;
  const told = new Promise<ReadingMessage>((resolve) => {
    const look = (): void => {
      const message = heard[before];
      if (!message) return;
      waiting.delete(look);
      resolve(message);
    };
    waiting.add(look);
  });
  await act();
  return told;
}
const lay = (document: Parameters<KioskReaders['lay']>[0]) => reads(() => readers.lay(document));

const elderly = DEMO_PERSONS.elderly;
const A = { queueId: 'hall-queue-a', matterId: null };

describe('a card on the reader', () => {
  it('is told to its kiosk masked, with the group its birth date proves; its ticket holds it sealed', async () => {
    const card = await lay(laid(elderly));
    if (card.kind !== 'card') throw new Error(`heard ${card.kind}`);
    expect(card).toMatchObject({ name: '演****', group: { name: '老年人' }, tickets: [], bookings: [] });
    expect(JSON.stringify(card)).not.toContain(elderly.idNumber);
    const { ticketId } = await kiosk.do('issue', { ...A, visitor: { cardId: card.cardId } });
    const prisma = hall.server.app.get(PrismaClient);
    const ticket = await prisma.ticket.findUniqueOrThrow({ where: { id: String(ticketId) } });
    expect(ticket.groupId).toBe('elderly');
    const row = await prisma.visitor.findUniqueOrThrow({ where: { id: ticket.visitorId ?? '' } });
    expect(JSON.stringify(row)).not.toContain(elderly.idNumber);
    expect(JSON.stringify(row)).not.toContain(elderly.name);
  });

  it('laid again shows the number its visitor holds, and gives no second one in that queue', async () => {
    const card = await lay(laid(elderly));
    expect(card).toMatchObject({ tickets: [{ number: 'A001', queueName: '业务A' }] });
    const cardId = card.kind === 'card' ? card.cardId : '';
    expect(await kiosk.refused('issue', { ...A, visitor: { cardId } })).toBe('already-waiting');
    expect(
      await hall.nobody().refused('book', { ...A, day: '2026-03-02', from: '09:30', visitor: { cardId } }),
    ).toBe('card-gone');
    hall.clock.moveBy(6 * 60_000);
    expect(await kiosk.refused('issue', { ...A, visitor: { cardId } })).toBe('card-gone');
  });

  it('checks its visitor’s booking in', async () => {
    const { name, idNumber } = DEMO_PERSONS.second;
    const slot = { queueId: 'hall-queue-a', day: '2026-03-02', from: '09:30' };
    await hall.nobody().do('book', { ...slot, visitor: { name, idNumber } });
    const card = await lay(laid(DEMO_PERSONS.second));
    expect(card).toMatchObject({
      group: null,
      bookings: [{ from: '09:30', open: true, queueName: '业务A' }],
    });
    const cardId = card.kind === 'card' ? card.cardId : '';
    expect(await kiosk.do('check-in', { visitor: { cardId } })).toMatchObject({ number: 'A002' });
  });

  it('that cannot be read, or is no resident’s, keeps nobody from a number', async () => {
    expect(await lay(DEMO_TROUBLES.broken)).toEqual({ kind: 'unreadable', reason: 'read-failed' });
    expect(await lay(DEMO_TROUBLES.wrongCheck)).toEqual({ kind: 'unreadable', reason: 'check-digit' });
    expect(await lay(DEMO_TROUBLES.foreigner)).toEqual({
      kind: 'unreadable',
      reason: 'not-a-resident-card',
    });
    expect(await kiosk.do('issue', A)).toMatchObject({ number: 'A003' });
  });
});

it('a number typed at a kiosk proves no age (requirement 20)', async () => {
  const { ticketId } = await kiosk.do('issue', {
    ...{ queueId: 'hall-queue-b', matterId: null },
    visitor: { idNumber: elderly.idNumber },
  });
  const ticket = await hall.server.app
    .get(PrismaClient)
    .ticket.findUniqueOrThrow({ where: { id: String(ticketId) } });
  expect(ticket.groupId).toBe(null);
});

it('a code under the scanner is told to its kiosk, once', async () => {
  await readers.codes.until(() => readers.codes.hosts() > 0);
  const said = await reads(() => readers.codes.scanner.scan('https://hall.example/b/hall.x.y'));
  expect(said).toEqual({ kind: 'scan', text: 'https://hall.example/b/hall.x.y' });
});
