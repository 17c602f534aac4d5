import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectionList, type CollectionList } from '#libs/contracts/collections';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import { TestHall } from '../support/test-hall.js';

const RECEIPT = 'SL-2026-0017';
const SIGNATURE = `data:image/png;base64,${Buffer.from('hand of somebody').toString('base64')}`;
const CLOSING = { outcome: 'collected', matterIds: ['matter-a'], confirmed: true };

let hall: TestHall;
let kiosk: Client;
let clerk: Client;
let chief: Client;
let guide: Client;
let ticketId: string;
beforeAll(async () => {
  hall = await TestHall.start({
    change: (config) => ({
      ...config,
      collections: { keepDays: 0 },
      queues: config.queues.map((queue) => ({ ...queue, pickUp: queue.prefix === 'A' })),
    }),
  });
  for (const [name, role] of [
    ['chief', 'duty-chief'],
    ['guide', 'guide'],
  ] as const)
    await hall.hire(name, [role]);
  kiosk = await hall.kiosk();
  clerk = await hall.clerk(1);
  chief = await hall.signIn('chief', null);
  guide = await hall.signIn('guide', null);
});
afterAll(() => hall.stop());

const register = async (query: string, client = chief): Promise<CollectionList['collections']> => {
  const answer = await client.rest('GET', `/api/halls/hall/collections?${query}`);
  return collectionList.parse(await answer.json()).collections;
};
const record = (change: object = {}) => ({
  ...{ ticketId, receipt: RECEIPT, by: 'self', papers: [], signature: SIGNATURE },
  ...change,
});

it('who comes to collect shows the receipt at the kiosk, and the counter sees it (requirement 87)', async () => {
  const given = await kiosk.do('issue', {
    ...{ queueId: 'hall-queue-a', matterId: null, receipt: ` ${RECEIPT.toLowerCase()} ` },
  });
  ticketId = String(given['ticketId']);
  expect(await kiosk.refused('issue', { queueId: 'hall-queue-a', matterId: null, receipt: '张三' })).toBe(
    'bad-input',
  );
  const page = clerk.look({ page: 'counter' });
  await clerk.do('next', { seen: null, confirmed: false });
  await clerk.do('begin', { ticketId });
  const seen = await page.sees('counter', ({ current }) => current?.state === 'serving');
  expect(seen.current).toMatchObject({ pickUp: true, receipt: RECEIPT, signed: false });
  clerk.close();
});

it('is signed for before it is finished, by a proxy only with all papers (requirements 88, 89)', async () => {
  expect(await clerk.refused('finish', { ticketId, ...CLOSING })).toBe('collection-missing');
  const proxy = { by: 'proxy', papers: ['authorisation', 'proxy-id'] };
  expect(await clerk.refused('record-collection', record(proxy))).toBe('papers-missing');
  expect(await clerk.refused('record-collection', record({ signature: '' }))).toBe('bad-input');
  expect(await clerk.refused('record-collection', record({ signature: 'data:image/png;base64,' }))).toBe(
    'bad-input',
  );
  const papers = ['authorisation', 'principal-id-copy', 'proxy-id'];
  const visitor = { name: '封三娘', phone: '13800001234' };
  await clerk.do('record-collection', record({ by: 'proxy', papers, visitor }));
  await clerk.do('finish', { ticketId, ...CLOSING });
});

it('leaves neither name nor hand readable anywhere', async () => {
  const prisma = hall.server.app.get(PrismaClient);
  const text = JSON.stringify([
    ...(await prisma.event.findMany()),
    ...(await prisma.command.findMany()),
    ...(await prisma.collection.findMany()),
    ...(await prisma.visitor.findMany()),
  ]);
  expect(text).toContain(RECEIPT);
  for (const plain of [SIGNATURE, '封三娘', '13800001234']) expect(text).not.toContain(plain);
});

it('stands in the register by day and by receipt, with the collector masked', async () => {
  const [row] = await register('day=2026-03-02');
  expect(row).toMatchObject({
    ...{ ticketNumber: 'A001', receipt: RECEIPT, by: 'proxy', counterNumber: 1, signed: true },
    ...{ collectorName: '封**', staffName: '员工clerk-hall-1' },
    papers: ['authorisation', 'principal-id-copy', 'proxy-id'],
  });
  expect(await register(`receipt=${RECEIPT.toLowerCase()}`)).toEqual([row]);
  expect(await register('day=2026-03-01')).toEqual([]);
  expect((await chief.rest('GET', '/api/halls/hall/collections')).status).toBe(400);
});

it('shows the signature to those who may see it, and writes down that it did', async () => {
  const [row] = await register('day=2026-03-02');
  const at = `/api/halls/hall/collections/${row?.collectionId}/signature`;
  expect((await guide.rest('POST', at, {})).status).toBe(403);
  expect(await (await chief.rest('POST', at, {})).json()).toEqual({ signature: SIGNATURE });
  const prisma = hall.server.app.get(PrismaClient);
  const shown = await prisma.event.findFirstOrThrow({ where: { type: 'signature-shown' } });
  expect(shown.actor).toBe('person:person-chief');
});

it('keeps the record when the signature is purged', async () => {
  hall.clock.moveTo(new Date('2026-03-03T00:00:01+08:00'));
  await expect
    .poll(async () => (await register('day=2026-03-02'))[0]?.signed, { timeout: 10_000 })
    .toBe(false);
  const row = await hall.server.app.get(PrismaClient).collection.findFirstOrThrow();
  expect([row.signature, row.receipt]).toEqual([null, RECEIPT]);
  const at = `/api/halls/hall/collections/${row.id}/signature`;
  expect((await chief.rest('POST', at, {})).status).toBe(409);
});
