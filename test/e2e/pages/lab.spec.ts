import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readingMessage, type ReadingMessage } from '#libs/contracts/reading';
import { startDemonstration, type Demonstration } from '../../../apps/demo/src/demo.js';
import { Enrolment } from '../../../apps/server/src/access/enrolment.js';
import { COUNTY } from '../../../prisma/seed/demo-people.js';
import { KioskPage } from '../../support/browser-kiosk.js';
import { BrowserPages, PATIENCE_MS, type Kind } from '../../support/browser-pages.js';
import { shows } from '../../support/browser-text.js';
import { Client } from '../../support/client.js';
import type { Looking } from '../../support/looking.js';

const AT_NINE = new Date('2026-03-02T01:00:00Z');

let folder: string;
let demo: Demonstration;
let pages: BrowserPages;
let lab: Page;
let clerk: Client;
let duty: Looking;
const clients: Client[] = [];

const WIRED = ['printer-1', 'town-printer', 'card-reader-1', 'led-1', 'led-2', 'bus-2'] as const;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tingxu-lab-'));
  demo = await startDemonstration({
    ...{ port: 0, host: '127.0.0.1', dataDir: folder },
    ...{ publicUrl: undefined, databaseUrl: undefined, voiceDir: undefined },
  });
  demo.server.clock.moveTo(AT_NINE);
  pages = await BrowserPages.open();
  lab = await pages.page(`${demo.server.url}/lab/`, 'counter');
  clerk = await staff('li.qiang', 'counter-2');
  duty = (await staff('lin.jing', null)).look({ page: 'duty' });
});
afterAll(async () => {
  for (const client of clients) client.close();
  await pages.close();
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

async function staff(username: string, counterId: string | null): Promise<Client> {
  const client = new Client(demo.server.url, COUNTY);
  clients.push(client);
  const password = demo.accounts.find((account) => account.username === username)?.password ?? '';
  await client.signIn(username, password, counterId);
  return client;
}

const offer = (deviceId: string) => demo.server.app.get(Enrolment).offer(COUNTY, deviceId);
const screen = async (kind: Kind, deviceId: string): Promise<Page> =>
  pages.page((await offer(deviceId)).url, kind);
const device = (id: string): Locator => lab.locator(`[data-device="${id}"]`);
const mood = (id: string, name: string): Locator => device(id).locator(`[data-mood="${name}"]`);
const dutySays = (id: string, trouble: string | null) =>
  duty.sees(
    'duty',
    ({ devices }) => devices.some((one) => one.id === id && one.trouble === trouble),
    PATIENCE_MS,
  );

it('shows every simulated device of the two halls, each with a driver on its line', async () => {
  await lab.locator('[data-line="open"]').waitFor();
  for (const id of WIRED) await device(id).locator('.line.connected').waitFor();
  await device('scanner-1').locator('.line.connected, .port').waitFor();
  expect(await lab.evaluate<number>('document.documentElement.scrollWidth')).toBe(1366);
});

describe('what is laid and scanned beside the kiosk', () => {
  const readings: ReadingMessage[] = [];
  const wake = new Set<() => void>();
  let kiosk: Client;

  beforeAll(async () => {
    kiosk = new Client(demo.server.url, COUNTY);
    clients.push(kiosk);
    await kiosk.enrol((await offer('kiosk-1')).code);
    const { socket } = kiosk.watch();
    socket.on('reading', (message: unknown) => {
      readings.push(readingMessage.parse(message));
      for (const look of wake) look();
    });
    await dutySays('card-reader-1', null);
  });

  const told = (right: (message: ReadingMessage) => boolean): Promise<ReadingMessage> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = readings.find(right);
        if (found) resolve(found);
      };
      wake.add(look);
      look();
    });

  it('a card goes to the kiosk as a masked name and a proven group, and can be taken away', async () => {
    await device('card-reader-1').locator('[data-card="elderly"]').click();
    const card = await told(({ kind }) => kind === 'card');
    expect(card).toMatchObject({ group: { name: '老年人' } });
    await device('card-reader-1').locator('[data-laid="elderly"]').waitFor();
    await device('card-reader-1').locator('[data-take-away]').click();
    await shows(device('card-reader-1'), '请把证件放在这里');
  });

  it('a document that is no resident card, laid by the keyboard, is told with its reason', async () => {
    await device('card-reader-1').locator('[data-card="hongKong"]').press('Enter');
    expect(await told(({ kind }) => kind === 'unreadable')).toEqual({
      kind: 'unreadable',
      reason: 'not-a-resident-card',
    });
    await device('card-reader-1').locator('[data-take-away]').click();
  });

  it('the code of the slip that hangs out of the printer can be held before the scanner', async () => {
    const ticket = await kiosk.do('issue', { queueId: 'queue-a', matterId: 'matter-a1' });
    await device('printer-1').locator('[data-scan-slip]').click();
    expect(await told(({ kind }) => kind === 'scan')).toEqual({ kind: 'scan', text: ticket['followUrl'] });
    await shows(device('scanner-1').locator('[data-scanned]'), String(ticket['followUrl']));
  });

  it('noise on its line does not stop the reader', async () => {
    await device('card-reader-1').locator('[data-noise]').click();
    const reader = device('card-reader-1');
    await lab.getByRole('heading', { level: 1 }).scrollIntoViewIfNeeded();
    await reader.locator('[data-card="first"]').dragTo(reader.locator('.reader'));
    expect(await told((message) => message.kind === 'card' && message.group === null)).toBeTruthy();
    await device('card-reader-1').locator('[data-take-away]').click();
  });
});

describe('counter 2, worked by its caller alone', () => {
  it('calls the next number: on the board, the bar and the display of the caller', async () => {
    const board = await screen('board', 'board-hall');
    const bus = device('bus-2');
    await bus.locator('[data-keypad-waiting]:text("001")').waitFor();
    await bus.locator('[data-keypad-key="next"]').click();
    await shows(board.locator('.latest'), 'A001');
    await device('led-2').locator('[data-sign-text="A001 号"]').waitFor();
    await bus.locator('[data-keypad-ticket]:text("001")').waitFor();
  });

  it('finishes and lights the pad, whose key rates the visit', async () => {
    const bus = device('bus-2');
    await clerk.do('begin', { ticketId: await ticketAtTwo() });
    demo.server.clock.moveBy(5 * 60_000);
    await bus.locator('[data-keypad-key="evaluate"]').click();
    await bus.locator('[data-lit="true"]').waitFor();
    await bus.locator('[data-pad-key="3"]').click();
    await bus.locator('[data-lit="false"]').waitFor();
    await clerk
      .look({ page: 'counter' })
      .sees('counter', ({ lastVisit }) => lastVisit?.rating === 'rated', PATIENCE_MS);
  });
});

async function ticketAtTwo(): Promise<string> {
  const { current } = await clerk
    .look({ page: 'counter' })
    .sees('counter', (picture) => picture.current !== null);
  return current?.ticketId ?? '';
}

describe('mischief', () => {
  it('paper out, and paper again: the kiosk stops giving numbers and goes on', async () => {
    const kiosk = new KioskPage(await screen('kiosk', 'kiosk-1'));
    await kiosk.atStart();
    await device('printer-1').locator('[data-paper="out"]').click();
    await kiosk.page.locator('[data-stopped="paper-out"]').waitFor();
    await device('printer-1').locator('[data-paper="full"]').click();
    await kiosk.atStart();
  });

  it.each([
    ['led-1', 'unplugged', 'unreachable'],
    ['card-reader-1', 'unplugged', 'unreachable'],
    ['scanner-1', 'unplugged', 'unreachable'],
    ['printer-1', 'cover-open', 'cover-open'],
  ])('%s, %s: the duty desk is told %s, and that it is over', async (id, name, trouble) => {
    await dutySays(id, null);
    await mood(id, name).click();
    await mood(id, name).and(lab.locator('[aria-pressed="true"]')).waitFor();
    await dutySays(id, trouble);
    await mood(id, name).click();
    await dutySays(id, null);
  });
});

it('is usable on a phone, and says in English what it says in Chinese', async () => {
  const phone = await pages.page(`${demo.server.url}/lab/`, 'phone');
  await phone.locator('[data-device="town-printer"]').waitFor();
  expect(await phone.evaluate<number>('document.documentElement.scrollWidth')).toBe(390);
  await phone.getByRole('button', { name: 'English' }).click();
  await shows(phone, 'Take a number at the kiosk');
});

it('has heard no page complain', () => {
  expect(pages.complaints).toEqual([]);
});
