import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startCallKeypadSimulator,
  type CallKeypadSimulator,
} from '#devices/call-keypad/call-keypad.simulator';
import { CALL_KEYPAD } from '#devices/call-keypad/keypad-models';
import {
  startCounterSignSimulator,
  type CounterSignSimulator,
} from '#devices/counter-sign/counter-sign.simulator';
import { bxCard } from '#devices/counter-sign/virtual-bx-card';
import type { Device, HallConfig } from '#libs/hall/config';
import { PrismaClient } from '#prisma/client/client';
import { onThisMachine, startAgentOf } from '../support/agent-of.js';
import type { Client } from '../support/client.js';
import type { Looking } from '../support/looking.js';
import { TestHall } from '../support/test-hall.js';

/** Keys of the 21-key caller (hardware.md 4.b). */
const KEY = { call: 0x0c, recall: 0x0d, evaluate: 0x0b, confirm: 0x0f, pause: 0x12 } as const;
const PARK = 0;
const ADDRESS = 3;

let keypads: CallKeypadSimulator;
let led: CounterSignSimulator;
let hall: TestHall;
let guide: Client;
let page: Looking;
let detach: () => Promise<void>;

beforeAll(async () => {
  keypads = await startCallKeypadSimulator({ port: 0, addresses: [ADDRESS] });
  led = await startCounterSignSimulator({ port: 0, program: bxCard() });
  hall = await TestHall.start({ change: furnished });
  await hall.hire('guide', ['guide']);
  guide = await hall.signIn('guide', null);
  const clerk = await hall.clerk(1);
  page = clerk.look({ page: 'counter' });
  detach = await startAgentOf(hall);
});
afterAll(async () => {
  page.socket.close();
  await detach();
  await hall.stop();
  await Promise.all([keypads.close(), led.close()]);
});

function furnished(config: HallConfig): HallConfig {
  const at = { agentId: 'hall-agent', counterId: 'hall-counter-1' };
  const devices: Device[] = [
    ...config.devices,
    { id: 'hall-agent', kind: 'agent', name: '设备代理' },
    {
      ...{ id: 'hall-caller', kind: 'call-keypad', name: '呼叫器', ...at, address: ADDRESS },
      ...{ driver: 'call-keypad', port: onThisMachine(keypads) },
    },
    {
      ...{ id: 'hall-led', kind: 'counter-sign', name: '窗口条屏', ...at },
      ...{ driver: 'onbon-bx-6k', port: onThisMachine(led) },
    },
  ];
  return { ...config, devices, signs: { brightness: null, lit: { from: '08:00', to: '18:00' } } };
}

const keypad = () => keypads.bus.keypad(ADDRESS);
const shows = (ticket: string, waiting: string) =>
  keypads.until(() => keypad().display.ticket === ticket && keypad().display.waiting === waiting);
const signSays = (words: string) => led.until(() => led.bar.face.on && led.bar.face.text.includes(words));
const pageShows = (number: string | null) =>
  page.sees('counter', ({ current }) => (current?.number ?? null) === number, 20_000);

async function press(key: number, ...digits: number[]): Promise<void> {
  keypad().press(key, ...digits);
  await keypads.until(() => keypad().acknowledged);
}

/** The key that was pressed last: within the time in which keypads send again it would be the same press. */
async function pressAgain(key: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, CALL_KEYPAD.resendMs + 100));
  await press(key);
}

it('a clerk works by the keypad alone; display, sign and page agree at every step', async () => {
  await shows('   ', '000');
  await signSays('员工clerk-hall-1');
  for (let visitors = 0; visitors < 3; visitors++)
    await guide.do('issue', { queueId: 'hall-queue-a', matterId: null });
  await shows('   ', '003');

  await press(KEY.call);
  await Promise.all([shows('001', '002'), signSays('A001'), pageShows('A001')]);
  hall.clock.moveBy(60_000);
  await press(KEY.recall);
  await page.sees('counter', ({ current }) => current?.calls === 2, 20_000);

  hall.clock.moveBy(60_000);
  await press(KEY.evaluate);
  await Promise.all([shows('   ', '002'), pageShows(null)]);
  await signSays('员工clerk-hall-1');
  await press(KEY.call);
  await Promise.all([shows('002', '001'), signSays('A002')]);
  await press(KEY.confirm, PARK);
  await Promise.all([pageShows(null), shows('   ', '001')]);
  await press(KEY.pause);
  await signSays('暂停服务');
  await pressAgain(KEY.pause);
  await signSays('员工clerk-hall-1');

  const called = await hall.server.app
    .get(PrismaClient)
    .event.findMany({ where: { type: 'ticket-called' }, orderBy: { sequence: 'asc' } });
  expect(called.map(({ actor, record }) => [actor, JSON.parse(record).fact.personId])).toEqual(
    Array(2).fill(['device:hall-agent', 'person-clerk-hall-1']),
  );
});

it('a quick finish beeps and asks once more: the same key again says yes, and another key does not', async () => {
  await press(KEY.call);
  await shows('003', '000');
  const beeps = keypad().beeps;
  await press(KEY.evaluate);
  await keypads.until(() => keypad().beeps === beeps + 1);
  await pageShows('A003');
  await pressAgain(KEY.evaluate);
  await Promise.all([pageShows(null), shows('   ', '000')]);
});

it('a key pressed while the server is away calls nobody when it is back', async () => {
  await guide.do('issue', { queueId: 'hall-queue-a', matterId: null });
  await shows('   ', '001');
  await hall.restart(async () => {
    await press(KEY.call);
    hall.clock.moveBy(10 * 60_000);
  });
  await shows('   ', '001');
  await pageShows(null);
  await press(KEY.call);
  await Promise.all([pageShows('A004'), shows('004', '000')]);
});

it('the sign is dark at night, and lit again in the morning', async () => {
  hall.clock.moveTo(new Date('2026-03-02T18:30:00+08:00'));
  await press(KEY.evaluate);
  await led.until(() => !led.bar.face.on);
  hall.clock.moveTo(new Date('2026-03-03T08:00:10+08:00'));
  await led.until(() => led.bar.face.on);
});
