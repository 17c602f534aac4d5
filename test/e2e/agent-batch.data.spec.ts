import { afterAll, beforeAll, expect, it } from 'vitest';
import { ticketHistory } from '#libs/contracts/rest';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import { TestHall } from '../support/test-hall.js';

let hall: TestHall;
let guide: Client;
let clerk: Client;
let given: { ticketId: string; number: string }[];
let batchId: unknown;
beforeAll(async () => {
  hall = await TestHall.start();
  await hall.hire('guide', ['guide']);
  guide = await hall.signIn('guide', null);
  clerk = await hall.clerk(1);
});
afterAll(() => hall.stop());

const item = (letter: string, visitor: object | null = null) => ({
  ...{ queueId: `hall-queue-${letter}`, matterId: 'matter-a', visitor },
});

it('an agent’s cases each take a number at once; agent and applicants stand sealed (requirements 24, 25)', async () => {
  const applicant = { name: '封四娘', phone: '13900001234' };
  const answer = await guide.do('issue-agent-batch', {
    visitor: { name: '封三娘', phone: '13800001234' },
    items: [item('a', applicant), item('b'), item('a')],
  });
  batchId = answer['batchId'];
  given = Array.isArray(answer['tickets']) ? answer['tickets'] : [];
  expect(given.map(({ number }) => number)).toEqual(['A001', 'B001', 'A002']);
  const prisma = hall.server.app.get(PrismaClient);
  const text = JSON.stringify([
    ...(await prisma.event.findMany()),
    ...(await prisma.command.findMany()),
    ...(await prisma.visitor.findMany()),
  ]);
  for (const plain of ['封三娘', '13800001234', ...Object.values(applicant)])
    expect(text).not.toContain(plain);
  const batch = await prisma.agentBatch.findUniqueOrThrow({ where: { id: String(batchId) } });
  expect(batch).toMatchObject({ size: 3, day: '2026-03-02', personId: 'person-guide' });
  const { visitorId } = await prisma.ticket.findUniqueOrThrow({ where: { id: given[0]?.ticketId ?? '' } });
  const names = await Promise.all(
    [batch.visitorId, visitorId].map(async (id) =>
      (await guide.rest('GET', `/api/halls/hall/visitors/${id}`)).json(),
    ),
  );
  expect(names).toMatchObject([{ phone: '138****1234' }, { phone: '139****1234' }]);
});

it('the counter sees that it was handed in by an agent, and with how many others', async () => {
  const page = clerk.look({ page: 'counter' });
  await page.sees(
    'counter',
    ({ waiting }) => waiting.length === 3 && waiting.every(({ byAgent }) => byAgent),
  );
  await clerk.do('next', { seen: null, confirmed: false });
  await page.sees('counter', ({ current }) => current?.number === 'A001' && current.batchSize === 3);
  clerk.close();
});

it('its history says so', async () => {
  const at = `/api/halls/hall/tickets/${given[0]?.ticketId}/history`;
  const { steps } = ticketHistory.parse(await (await guide.rest('GET', at)).json());
  expect(steps[0]).toMatchObject({
    type: 'ticket-issued',
    details: { batchSize: 3 },
    actorName: '员工guide',
  });
});

it('one case that cannot be taken refuses all of them, and the agent has a name', async () => {
  const before = await hall.server.app.get(PrismaClient).ticket.count();
  const agent = { name: '封三娘' };
  expect(await guide.refused('issue-agent-batch', { visitor: agent, items: [item('a'), item('z')] })).toBe(
    'queue-unknown',
  );
  expect(await guide.refused('issue-agent-batch', { items: [item('a')] })).toBe('agent-needed');
  expect(await guide.refused('issue-agent-batch', { visitor: agent, items: [] })).toBe('bad-input');
  expect(await hall.server.app.get(PrismaClient).ticket.count()).toBe(before);
});
