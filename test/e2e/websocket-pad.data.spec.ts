import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RatePadSimulator } from '#devices/evaluator-pad/rate-pad.simulator';
import type { HallConfig } from '#libs/hall/config';
import { PrismaClient } from '#prisma/client/client';
import { startAgentOf } from '../support/agent-of.js';
import type { Client } from '../support/client.js';
import { TestHall } from '../support/test-hall.js';
import { CLOSING } from './visits.fixture.js';

const KEY = 'window-one-key';
let port: number;
let hall: TestHall;
let guide: Client;
let clerk: Client;
let detach: () => Promise<void>;

beforeAll(async () => {
  port = await freePort();
  hall = await TestHall.start({ change: furnished });
  await hall.hire('guide', ['guide']);
  guide = await hall.signIn('guide', null);
  clerk = await hall.clerk(1);
  detach = await startAgentOf(hall);
});
afterAll(async () => {
  await detach();
  await hall.stop();
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const furnished = (config: HallConfig): HallConfig => ({
  ...config,
  devices: [
    ...config.devices.filter(({ id }) => id !== 'hall-pad-1'),
    { id: 'hall-agent', kind: 'agent', name: '设备代理' },
    {
      ...{ id: 'hall-tablet', kind: 'evaluator-pad', name: '评价平板', agentId: 'hall-agent' },
      ...{ counterId: 'hall-counter-1', driver: 'websocket-rate-pad', address: 1 },
      ...{ port: { kind: 'websocket', host: '127.0.0.1', port }, settings: { key: KEY } },
    },
  ],
});

function tablet(key: string): RatePadSimulator {
  const pad = new RatePadSimulator({ url: `ws://127.0.0.1:${port}/?key=${key}`, window: '1' });
  pad.network.plug();
  return pad;
}

it('a tablet that logs in is asked to rate, and its answer is the visit’s one evaluation', async () => {
  const pad = tablet(KEY);
  await expect.poll(() => pad.loggedIn, { timeout: 15_000 }).toBe(true);
  const { ticketId } = await guide.do('issue', { queueId: 'hall-queue-a', matterId: null });
  await clerk.do('next', { seen: null, confirmed: false });
  await clerk.do('finish', { ticketId, ...CLOSING });
  await expect.poll(() => pad.lit, { timeout: 15_000 }).not.toBe(null);
  pad.press('5');
  pad.press('1');
  const { evaluation } = hall.server.app.get(PrismaClient);
  await expect
    .poll(() => evaluation.findMany({ where: { ticketId: String(ticketId) } }), { timeout: 15_000 })
    .toMatchObject([{ level: 5, counterId: 'hall-counter-1', deviceId: 'hall-tablet' }]);
  await pad.close();
});

it('a tablet with another key is not let in', async () => {
  const stranger = tablet('some-other-key');
  await expect.poll(() => stranger.network.heard.length, { timeout: 15_000 }).toBeGreaterThan(0);
  expect(stranger.loggedIn).toBe(false);
  await stranger.close();
});
