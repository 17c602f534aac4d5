import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingMessage, type ReadingMessage } from '#libs/contracts/reading';
import { DEMO_PERSONS, DEMO_TROUBLES, laid } from '#devices/id-card-reader/demo-documents';
import {
  startIdCardReaderSimulator,
  type IdCardReaderSimulator,
} from '#devices/id-card-reader/id-card-reader.simulator';
import { startScannerSimulator, type ScannerSimulator } from '#devices/scanner/scanner.simulator';
import type { Device, HallConfig } from '#libs/hall/config';
import { PrismaClient } from '#prisma/client/client';
import { onThisMachine, startAgentOf } from '../support/agent-of.js';
import type { Client } from '../support/client.js';
import { TestHall } from '../support/test-hall.js';

let cards: IdCardReaderSimulator;
let codes: ScannerSimulator;
let hall: TestHall;
let kiosk: Client;
let detach: () => Promise<void>;
const heard: ReadingMessage[] = [];
const waiting = new Set<() => void>();

beforeAll(async () => {
  cards = await startIdCardReaderSimulator({ port: 0 });
  codes = await startScannerSimulator({ port: 0 });
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
  await Promise.all([cards.close(), codes.close()]);
});

function furnished(config: HallConfig): HallConfig {
  const at = { agentId: 'hall-agent', kioskId: 'hall-kiosk' };
  const devices: Device[] = [
    ...config.devices,
    { id: 'hall-agent', kind: 'agent', name: '设备代理' },
    {
      ...{ id: 'hall-reader', kind: 'id-card-reader', name: '证件阅读器', ...at },
      ...{ driver: 'sam-v', port: onThisMachine(cards) },
    },
    {
      ...{ id: 'hall-scanner', kind: 'scanner', name: '扫码器', ...at },
      ...{ driver: 'serial-scanner', port: onThisMachine(codes) },
    },
  ];
  const group = { id: 'elderly', name: '老年人', nameEn: 'Older people', fromAge: 60 };
  return {
    ...config,
    devices,
    visitors: { ...config.visitors, booking: 'optional' },
    callOrder: { ...config.callOrder, groups: [{ ...group, evidence: 'birth-date' }] },
    appointments: [
      {
        ...{ kind: 'slot', spans: [] },
        ...{ queueId: 'hall-queue-a', slotMinutes: 30, capacity: 2, daysAhead: 7, cancelHours: 2 },
        ...{ checkInEarlyMinutes: 30, checkInLateMinutes: 15 },
      },
    ],
  };
}

/** The next thing the kiosk is told, after something was done at a device. */
async function reads(act: () => void): Promise<ReadingMessage> {
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
  act();
  return told;
}

/** A card, alone on the reader: the one before has been taken away long enough to be missed. */
async function lay(document: Parameters<typeof cards.reader.lay>[0]): Promise<ReadingMessage> {
  cards.reader.takeAway();
  const missed = cards.reader.asked('find') + 3;
  await cards.until(() => cards.reader.asked('find') >= missed);
  return reads(() => cards.reader.lay(document));
}

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
  await codes.until(() => codes.hosts() > 0);
  const said = await reads(() => codes.scanner.scan('https://hall.example/b/hall.x.y'));
  expect(said).toEqual({ kind: 'scan', text: 'https://hall.example/b/hall.x.y' });
});
