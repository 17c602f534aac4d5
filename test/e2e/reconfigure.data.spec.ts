import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HallConfig } from '#libs/hall/config';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import { testConfig } from '../support/test-config.js';
import { TestHall } from '../support/test-hall.js';

let hall: TestHall;
let admin: Client;
const kept = testConfig('hall');
beforeAll(async () => {
  hall = await TestHall.start();
  await hall.hire('admin', ['hall-administrator']);
  admin = await hall.signIn('admin', null);
});
afterAll(() => hall.stop());

/** The hall without its board, its kiosk, and counter 3 with all that stands there. */
const smaller: HallConfig = {
  ...kept,
  name: '新名大厅',
  counters: kept.counters.slice(0, 2),
  devices: kept.devices.filter(
    ({ id, counterId }) => counterId !== 'hall-counter-3' && !/board|kiosk/.test(id),
  ),
};

it('screens that are taken out of the hall while they are on do not harm the others', async () => {
  const gone = ['hall-board', 'hall-kiosk', 'hall-sign-3', 'hall-pad-3'];
  const screens = await Promise.all(gone.map((deviceId) => hall.screen(deviceId)));
  const shown = screens.map((screen) => screen.watch());
  await Promise.all(
    shown.map(
      ({ messages, socket }) => messages.length || new Promise((first) => socket.once('snapshot', first)),
    ),
  );
  const left = await hall.screen('hall-sign-1');
  const sign = left.watch();
  await sign.sees('sign');
  const duty = admin.look({ page: 'duty' });
  expect(await admin.do('configure-hall', { document: smaller })).toEqual({ version: 2 });
  await sign.sees('sign', (picture) => picture.hall.name === '新名大厅');
  await duty.sees('duty', ({ counters }) => counters.length === 2);
  await hall.clerk(1);
  await sign.sees('sign', ({ state }) => state === 'free');
  expect((await screens[1]?.ask('issue', { queueId: 'hall-queue-a', matterId: null }))?.ok).toBe(false);
  for (const client of [...screens, left, admin]) client.close();
});

it('what was taken out can be put back, and takes its place again', async () => {
  expect(await admin.do('configure-hall', { document: kept })).toEqual({ version: 3 });
  const kiosk = await hall.kiosk();
  expect(await kiosk.do('issue', { queueId: 'hall-queue-a', matterId: null })).toMatchObject({
    number: 'A001',
  });
});

it('every event names the configuration it was decided under', async () => {
  const { event } = hall.server.app.get(PrismaClient);
  const issued = await event.findFirstOrThrow({ where: { ledgerId: 'hall', type: 'ticket-issued' } });
  expect(issued.configVersion).toBe(3);
});

it('a queue in which somebody waits, and a configuration at odds with itself, are refused', async () => {
  const queues = kept.queues.slice(1);
  const counters = kept.counters.map((counter) => ({ ...counter, queueIds: ['hall-queue-b'] }));
  const reply = await admin.ask('configure-hall', { document: { ...kept, queues, counters } });
  expect(reply).toMatchObject({
    refusal: { code: 'bad-input', params: { fault: 'queue-in-use', queue: 'hall-queue-a' } },
  });
  const twice = { ...kept, queues: [...kept.queues, ...kept.queues] };
  expect(await admin.refused('configure-hall', { document: twice })).toBe('bad-input');
});
