import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PrinterState, SlipState } from '#libs/contracts/snapshots';
import { PrismaClient } from '#prisma/client/client';
import { BenchDevices } from '../support/browser-devices.js';
import type { Client } from '../support/client.js';
import type { Looking } from '../support/looking.js';
import { TestHall } from '../support/test-hall.js';

/** An idle printer is asked for its state every few seconds, and a job waits for the printer's word. */
const PATIENCE_MS = 20_000;
const A = { queueId: 'hall-queue-a', matterId: 'matter-a' };

let devices: BenchDevices;
let hall: TestHall;
let kiosk: Client;
let clerk: Client;
let screen: Looking;
let detach: () => Promise<void>;

beforeAll(async () => {
  devices = await BenchDevices.start();
  hall = await TestHall.start({ change: (config) => devices.furnish(config, 'hall') });
  kiosk = await hall.kiosk();
  clerk = await hall.clerk(1);
  screen = kiosk.watch();
  detach = await devices.attach(hall);
});
afterAll(async () => {
  screen.socket.close();
  await detach();
  await hall.stop();
  await devices.close();
});

const printer = () => devices.printer.printer;
const printerIs = (state: PrinterState) =>
  screen.sees('kiosk', (picture) => picture.printer === state, PATIENCE_MS);
const slipIs = (ticketId: unknown, state: SlipState) =>
  screen.sees(
    'kiosk',
    ({ slips }) => slips.some((slip) => slip.ticketId === ticketId && slip.state === state),
    PATIENCE_MS,
  );
const slipsOf = (number: unknown) =>
  devices.printer.slips().filter(({ lines }) => lines.join('\n').includes(String(number)));
const tickets = () => hall.server.app.get(PrismaClient).ticket.count({ where: { hallId: 'hall' } });

describe('a slip (requirements 1, 50, 114)', () => {
  it('is printed after the ticket stands, and says all a visitor needs', async () => {
    await printerIs('ready');
    const ticket = await kiosk.do('issue', A);
    await slipIs(ticket['ticketId'], 'printed');
    const [slip, ...more] = slipsOf(ticket['number']);
    expect(more).toEqual([]);
    for (const text of ['测试大厅', '业务A', '换证', '2026-03-02', '0000-1'])
      expect(slip?.lines.join('\n')).toContain(text);
    expect(slip?.qr).toEqual([ticket['followUrl']]);
  });

  it('comes once for one tap, however often the tap is sent', async () => {
    const requestId = randomUUID();
    const replies = await Promise.all(Array.from({ length: 6 }, () => kiosk.ask('issue', A, requestId)));
    const answer = replies[0]?.ok ? replies[0].answer : {};
    await slipIs(answer['ticketId'], 'printed');
    const next = await kiosk.do('issue', A);
    await slipIs(next['ticketId'], 'printed');
    expect(slipsOf(answer['number'])).toHaveLength(1);
  });

  it('of a number given at the guide desk is a first one, and after a restart the next a second', async () => {
    await hall.hire('guide', ['guide']);
    const guide = await hall.signIn('guide', null);
    const { ticketId, number } = await guide.do('issue', A);
    const printed = async (count: number) => {
      await guide.do('reprint', { ticketId });
      await expect.poll(() => slipsOf(number).length, { timeout: PATIENCE_MS }).toBe(count);
      return slipsOf(number)
        .at(-1)
        ?.lines.some((line) => line.includes('重打'));
    };
    expect(await printed(1)).toBe(false);
    await hall.restart(() => Promise.resolve());
    await printerIs('ready');
    await vi.waitFor(async () => expect(await printed(2)).toBe(true), PATIENCE_MS);
  });

  it('comes a second time by wish only: at the kiosk or of staff, and says so', async () => {
    const { ticketId, number } = await kiosk.do('issue', A);
    await slipIs(ticketId, 'printed');
    for (const place of [kiosk, clerk]) {
      const before = slipsOf(number).length;
      await place.do('reprint', { ticketId });
      await devices.printer.until(() => slipsOf(number).length > before);
    }
    const again = slipsOf(number).map(({ lines }) => lines.some((line) => line.includes('重打')));
    expect(again).toEqual([false, true, true]);
  });
});

/** What can go wrong while a slip is on its way; and what puts it right. */
const MISHAPS: [SlipState, PrinterState, () => void, () => unknown][] = [
  ['paper-out', 'paper-out', () => printer().endPaperAfter(3), () => printer().loadPaper()],
  [
    'cover-open',
    'cover-open',
    () => printer().afterDataBytes(40, () => printer().openCover()),
    () => printer().closeCover(),
  ],
  ['fault', 'fault', () => printer().afterDataBytes(40, () => printer().jam()), () => printer().clearJam()],
];

describe.each(MISHAPS)(
  'a printer that meets %s in the middle of a slip',
  (outcome, state, mischief, help) => {
    it('leaves the number standing, and the kiosk sends the next visitor on: never a ghost ticket', async () => {
      await printerIs('ready');
      mischief();
      const { ticketId, number } = await kiosk.do('issue', A);
      await slipIs(ticketId, outcome);
      await printerIs(state);
      const before = await tickets();
      const refused = await kiosk.ask('issue', A);
      expect(refused).toMatchObject({ refusal: { code: 'kiosk-no-paper', params: { place: '导办台' } } });
      expect(await tickets()).toBe(before);
      help();
      await printerIs('ready');
      expect(slipsOf(number).length).toBeLessThanOrEqual(1);
      await kiosk.do('reprint', { ticketId });
      await slipIs(ticketId, 'printed');
      expect(slipsOf(number).filter(({ lines }) => lines.some((line) => line.includes('重打')))).toHaveLength(
        1,
      );
    });
  },
);

describe('a printer that cannot be reached', () => {
  it('prints nothing, and the kiosk knows it', async () => {
    await devices.printer.unplug();
    await printerIs('unreachable');
    expect(await kiosk.refused('issue', A)).toBe('kiosk-no-paper');
    await devices.printer.plug();
    await printerIs('ready');
  });

  it('in the middle of a slip: nobody knows how it ended, and it is not printed again by itself', async () => {
    devices.printer.disconnectAfter(60);
    const { ticketId, number } = await kiosk.do('issue', A);
    const { slips } = await screen.sees(
      'kiosk',
      (picture) => picture.slips.some((slip) => slip.ticketId === ticketId && slip.state !== 'queued'),
      PATIENCE_MS,
    );
    expect(slips.find((slip) => slip.ticketId === ticketId)?.state).toMatch(/^(unknown|unreachable)$/);
    await printerIs('ready');
    const next = await kiosk.do('issue', A);
    await slipIs(next['ticketId'], 'printed');
    expect(slipsOf(number)).toEqual([]);
  });
});

describe('an agent that is gone', () => {
  it('takes its printer along; a slip that waited for it expires and does not come out later', async () => {
    await printerIs('ready');
    await detach();
    const { ticketId, number } = await kiosk.do('issue', A);
    hall.clock.moveBy(6_000);
    await printerIs('unreachable');
    expect(await kiosk.refused('issue', A)).toBe('kiosk-no-paper');
    hall.clock.moveBy(66_000);
    await slipIs(ticketId, 'expired');
    detach = await devices.attach(hall);
    await printerIs('ready');
    const next = await kiosk.do('issue', A);
    await slipIs(next['ticketId'], 'printed');
    expect(slipsOf(number)).toEqual([]);
  });
});
