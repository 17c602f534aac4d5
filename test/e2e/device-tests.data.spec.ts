import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigInForce } from '#libs/contracts/config-in-force';
import type { DutySnapshot } from '#libs/contracts/snapshots';
import { DEMO_PERSONS, laid } from '#devices/id-card-reader/demo-documents';
import type { PluggedIn } from '#devices/contract/plugged-in';
import { PrismaClient } from '#prisma/client/client';
import { PAD_ADDRESS } from '../support/browser-devices.js';
import type { Client } from '../support/client.js';
import type { Looking } from '../support/looking.js';
import { TestHall } from '../support/test-hall.js';
import { KEYPAD_ADDRESS, WiredDevices } from '../support/wired-devices.js';

const PATIENCE_MS = 20_000;
/** 顺呼, hardware.md 4.b. */
const NEXT = 0x0c;
const WIRED = ['hall-printer', 'hall-keypad', 'bar', 'caller', 'reader', 'scanner'];

let plugged: PluggedIn = { serial: [], hid: [], problems: [] };
let devices: WiredDevices;
let hall: TestHall;
let chief: Client;
let clerk: Client;
let duty: Looking;
let detach: () => Promise<void>;

beforeAll(async () => {
  devices = await WiredDevices.start();
  hall = await TestHall.start({ change: (config) => devices.furnish(config, 'hall') });
  await hall.hire('chief', ['duty-chief']);
  chief = await hall.signIn('chief', null);
  clerk = await hall.clerk(1);
  duty = chief.look({ page: 'duty' });
  detach = await devices.bench.attach(hall, { look: () => Promise.resolve(plugged) });
  await sees(({ devices: rows }) => WIRED.every((id) => rowIn(rows, id)?.connected));
});
afterAll(async () => {
  duty.socket.close();
  await detach();
  await hall.stop();
  await devices.close();
});

const sees = (right: (snapshot: DutySnapshot) => boolean) => duty.sees('duty', right, PATIENCE_MS);
const rowIn = (rows: DutySnapshot['devices'], id: string) => rows.find((device) => device.id === id);
const test = async (deviceId: string): Promise<unknown> =>
  (await chief.rest('POST', `/api/halls/hall/devices/${deviceId}/test`, {})).json();
const prisma = () => hall.server.app.get(PrismaClient);
const events = (type: string) =>
  prisma().event.findMany({ where: { ledgerId: 'hall', type }, orderBy: { sequence: 'asc' } });

describe('a test of one device by hand', () => {
  it('prints a page that says what it is, whole and readable', async () => {
    const { printer } = devices.bench;
    expect(await test('hall-printer')).toEqual({ outcome: 'done', words: 'printed' });
    const slip = printer.slips().at(-1);
    expect(slip?.lines.join('\n')).toContain('测试大厅');
    expect(slip?.lines.some((line) => /^[0-9]{48}$/.test(line))).toBe(true);
    expect(slip?.qr[0]).toMatch(/^TEST hall-printer/);
  });

  it('shows 测试 on a sign, and then what it showed before', async () => {
    const { sign } = devices;
    const before = sign.bar.face.text;
    const testing = test('bar');
    await sign.until(() => sign.bar.face.text.includes('测试'));
    expect(await testing).toEqual({ outcome: 'done', words: 'shown' });
    await sign.until(() => sign.bar.face.text === before);
  });

  it('rings a keypad and lights all its digits, and a key pressed meanwhile calls nobody', async () => {
    const keypad = devices.keypad.bus.keypad(KEYPAD_ADDRESS);
    await chief.do('issue', { queueId: 'hall-queue-a', matterId: null });
    const testing = test('caller');
    await devices.keypad.until(() => keypad.display.ticket === '888' && keypad.display.waiting === '888');
    keypad.press(NEXT);
    expect(await testing).toEqual({ outcome: 'done', words: 'rung' });
    await devices.keypad.until(() => keypad.display.ticket !== '888');
    expect(await events('ticket-called')).toEqual([]);
  });

  it('asks a pad for a rating that never counts', async () => {
    const { pad } = devices.bench;
    const told = pad.bus.told(PAD_ADDRESS).length;
    const testing = test('hall-keypad');
    await pad.until(() => pad.bus.told(PAD_ADDRESS).length > told);
    pad.bus.press(PAD_ADDRESS, 3);
    expect(await testing).toEqual({ outcome: 'pressed', words: 'level-5' });
    expect(await prisma().evaluation.count()).toBe(0);
    expect(await events('visit-rated')).toEqual([]);
    expect(rowIn((await sees(() => true)).devices, 'hall-keypad')?.lastInput).toBeNull();
  });

  it('says that a card reads, and nothing of whose it is', async () => {
    const testing = test('reader');
    setTimeout(() => devices.reader.reader.lay(laid(DEMO_PERSONS.first)), 300);
    expect(await testing).toEqual({ outcome: 'done', words: 'read' });
    devices.reader.reader.takeAway();
    expect(rowIn((await sees(() => true)).devices, 'reader')?.lastInput).toBeNull();
  });

  it('waits for a code on a scanner', async () => {
    const testing = test('scanner');
    setTimeout(() => devices.scanner.scanner.scan('TEST'), 300);
    expect(await testing).toEqual({ outcome: 'done', words: 'scanned' });
  });

  it('says how a screen stands', async () => {
    expect(await test('hall-board')).toEqual({ outcome: 'failed', words: 'not-enrolled' });
  });

  it('is written down with who did it and how it went, and no more', async () => {
    const written = await events('device-tested');
    expect(written).toHaveLength(7);
    expect(written[3]).toMatchObject({ actor: 'person:person-chief' });
    expect(written[3]?.record).toMatch(/"deviceId":"hall-keypad","outcome":"pressed"/);
    expect(JSON.stringify(written)).not.toMatch(/level|演示/);
  });
});

it('what somebody really does is told as the last input, and a rating only as one', async () => {
  devices.scanner.scanner.scan('BOOKING');
  const row = ({ devices: rows }: DutySnapshot) => rowIn(rows, 'scanner')?.lastInput;
  expect(row(await sees((snapshot) => row(snapshot)?.kind === 'scan'))).toMatchObject({ kind: 'scan' });
});

it('what is plugged in is shown with who uses it', async () => {
  const port = { maker: 'FTDI', serialNumber: 'A1', vendorId: 0x0403, productId: 0x6001 };
  const serial = [{ path: '/dev/ttyUSB0', stablePath: '/dev/serial/by-id/usb-FTDI_A1', ...port }];
  plugged = { serial, hid: [], problems: ['HID devices: not here'] };
  const told = await sees(({ plugged: [there] }) => there?.serial.length === 1);
  expect(told.plugged).toMatchObject([
    {
      agentId: 'hall-agent',
      serial: [{ path: '/dev/ttyUSB0', usedBy: [] }],
      problems: ['HID devices: not here'],
    },
  ]);
});

it('a clerk reports a device of the own counter; whoever keeps the devices settles it', async () => {
  expect(await clerk.do('report-fault', { deviceId: 'bar', what: 'wrong-display' })).toEqual({
    deviceName: '1号窗口条屏',
  });
  const { faults } = await sees((snapshot) => snapshot.faults.length === 1);
  expect(faults).toMatchObject([{ deviceId: 'bar', counterNumber: 1, what: 'wrong-display' }]);
  expect(await clerk.refused('report-fault', { deviceId: 'hall-keypad', what: 'other' })).toBe(
    'device-unknown',
  );
  await chief.do('clear-fault', { deviceId: 'bar' });
  await sees((snapshot) => snapshot.faults.length === 0);
});

describe('a test of everything', () => {
  const begin = async (): Promise<unknown> =>
    (await chief.rest('POST', '/api/halls/hall/self-test', {})).json();

  it('tries what needs nobody, prints nothing, and names what failed', async () => {
    const cuts = devices.bench.printer.slips().length;
    const shown = devices.sign.bar.history.length;
    const answer = await begin();
    expect(answer).toMatchObject({
      rows: expect.arrayContaining([
        { deviceId: 'bar', outcome: 'done', words: 'shown' },
        { deviceId: 'caller', outcome: 'done', words: 'rung' },
        { deviceId: 'reader', outcome: 'done', words: 'well' },
        { deviceId: 'hall-printer', outcome: 'done', words: 'well' },
        { deviceId: 'hall-board', outcome: 'failed', words: 'not-enrolled' },
      ]),
    });
    expect(devices.sign.bar.history.length).toBeGreaterThan(shown);
    expect(devices.bench.printer.slips()).toHaveLength(cuts);
    const { selfTest } = await sees((snapshot) => snapshot.selfTest?.running === false);
    expect(selfTest?.failed).toContainEqual({
      deviceId: 'hall-board',
      name: '叫号屏',
      words: 'not-enrolled',
    });
    expect(await events('self-test-ended')).toHaveLength(1);
  });

  it('happens by itself before the first opening, where the hall says so', async () => {
    await hall.hire('administrator', ['hall-administrator']);
    const administrator = await hall.signIn('administrator', null);
    const answer = await administrator.rest('GET', '/api/halls/hall/config');
    const { document, version }: ConfigInForce = JSON.parse(await answer.text());
    await administrator.do('configure-hall', {
      document: { ...document, selfTestMinutes: 30 },
      basedOn: version,
    });
    hall.clock.moveBy(24 * 3_600_000); // the hall opens at midnight: at once when the day has turned
    await sees(({ selfTest }) => selfTest?.running === true);
    await sees(({ selfTest }) => selfTest?.running === false && selfTest.endedAt !== null);
    const begun = await events('self-test-begun');
    expect(begun.at(-1)?.actor).toBe('system');
  });
});

it('while its agent is away no device can be tried, and that is said', async () => {
  await detach();
  detach = () => Promise.resolve();
  await sees(({ devices: rows }) => rowIn(rows, 'hall-agent')?.connected === false);
  expect(await test('bar')).toMatchObject({
    ok: false,
    refusal: { code: 'agent-away', params: { device: '1号窗口条屏' } },
  });
});
