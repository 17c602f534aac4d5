import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guideDesk, guideHistory, guideResults, hallDirectory, publicGuide } from '#libs/contracts/guides';
import { wholeGuide } from '#libs/disclosure/guide.fixture';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import { TestHall } from '../support/test-hall.js';

let hall: TestHall;
let maker: Client;
let approver: Client;
let phone: Client;
beforeAll(async () => {
  hall = await TestHall.start({
    change: (config) => ({
      ...config,
      enquiries: {
        replyMinutes: 60,
        departments: [
          { id: 'tax', name: '税务局', nameEn: 'Tax', place: '2 楼', person: '李老师', phone: '0000-2' },
        ],
      },
    }),
  });
  await hall.hire('maker', ['reviewer']);
  await hall.hire('approver', ['approver']);
  maker = await hall.signIn('maker', null);
  approver = await hall.signIn('approver', null);
  phone = hall.nobody();
});
afterAll(() => hall.stop());

const read = async (client: Client, path: string): Promise<unknown> =>
  (await client.rest('GET', `/api/halls/hall/${path}`)).json();
const found = async (query: string) =>
  guideResults.parse(await read(phone, `guides?query=${encodeURIComponent(query)}`));
const names = async (query: string) => (await found(query)).guides.map(({ name }) => name);
const desk = async () => guideDesk.parse(await read(maker, 'guide-desk'));
const row = async (code: string) => (await desk()).guides.find((guide) => guide.code === code);
const idOf = async (code: string): Promise<string> => (await row(code))?.guideId ?? '';
const publish = async (code: string, version: number, effectiveFrom: string) =>
  approver.ask('publish-guide', { guideId: await idOf(code), version, effectiveFrom });

describe('a guide, from the file to the public (requirements 96, 98, 99)', () => {
  it('comes in with others as a draft, and the office sees what is empty', async () => {
    const guides = [
      {
        matterId: 'matter-a',
        document: wholeGuide({ code: 'T-a', name: '居民身份证换领', place: '', supervisor: '' }),
      },
      { matterId: null, document: wholeGuide({ code: 'T-x', name: '居住证办理', nameEn: '', events: [] }) },
    ];
    expect(await maker.do('import-guides', { guides })).toEqual({ created: 2, revised: 0 });
    expect(await row('T-a')).toMatchObject({ version: 1, inForce: null, missing: ['监督机构'] });
    expect(await row('T-x')).toMatchObject({ missing: [] });
    expect(await names('')).toEqual([]);
  });

  it('is not published with an item of the list empty, and is told which', async () => {
    expect(await publish('T-a', 1, '2026-03-02')).toMatchObject({
      refusal: { code: 'guide-incomplete', params: { items: '监督机构' } },
    });
  });

  it('is found once it is whole: by name, by pinyin, by initials, and read with its counters', async () => {
    const document = wholeGuide({ code: 'T-a', name: '居民身份证换领', place: '' });
    const guideId = await idOf('T-a');
    await maker.do('save-guide', { guideId, matterId: 'matter-a', document });
    expect(await publish('T-a', 2, '2026-03-02')).toMatchObject({ ok: true });
    for (const query of ['身份证', 'jmsfz', 'shenfenzheng', 'ＪＭＳＦＺ'])
      expect(await names(query), query).toEqual(['居民身份证换领']);
    const guide = publicGuide.parse(await read(phone, `guides/${guideId}`));
    expect(guide).toMatchObject({ version: 2, effectiveFrom: '2026-03-02', document });
    expect(guide.counters.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(guide.queueIds).toEqual(['hall-queue-a', 'hall-queue-b']);
  });

  it('that is not there has its nearest named, and a draft answers nobody', async () => {
    expect(await found('身份证明')).toMatchObject({
      total: 0,
      guides: [],
      nearest: [{ name: '居民身份证换领' }],
    });
    expect((await phone.rest('GET', `/api/halls/hall/guides/${await idOf('T-x')}`)).status).toBe(404);
  });
});

it('the directory tells the plan, who waits, the departments and what there is to read (requirements 29 to 31)', async () => {
  const kiosk = await hall.kiosk();
  await kiosk.do('issue', { queueId: 'hall-queue-a', matterId: 'matter-a' });
  const directory = hallDirectory.parse(await read(phone, 'directory'));
  expect(directory).toMatchObject({
    ...{ name: '测试大厅', complaintPhone: '0000-1', list: 'ten' },
    departments: [{ name: '税务局', place: '2 楼', person: '李老师', phone: '0000-2' }],
    authorities: [{ name: '示例县公安局', guides: 1 }],
    events: [{ event: 'moving', guides: 1 }],
  });
  expect(directory.queues.map(({ waiting }) => waiting)).toEqual([1, 0]);
  expect(directory.zones[0]?.counters.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(directory.address).toBe(`${hall.server.url}/enquiry/?hall=hall`);
});

it('a version comes into effect with its day, in the hall’s own time, and not before', async () => {
  const guideId = await idOf('T-a');
  const document = wholeGuide({ code: 'T-a', name: '居民身份证到期换领', place: '' });
  await maker.do('save-guide', { guideId, matterId: 'matter-a', document });
  expect(await publish('T-a', 3, '2026-03-01')).toMatchObject({ refusal: { code: 'effective-date-past' } });
  expect(await publish('T-a', 3, '2026-03-03')).toMatchObject({ ok: true });
  expect(await row('T-a')).toMatchObject({ inForce: 2, coming: { version: 3, effectiveFrom: '2026-03-03' } });
  hall.clock.moveTo(new Date('2026-03-02T15:59:30Z'));
  expect(await names('jmsfz')).toEqual(['居民身份证换领']);
  hall.clock.moveTo(new Date('2026-03-02T16:00:30Z'));
  expect(await names('jmsfz')).toEqual(['居民身份证到期换领']);
  expect(await row('T-a')).toMatchObject({ inForce: 3, coming: null });
});

it('a withdrawn guide is gone from the public at once; its history keeps who did what (requirement 106)', async () => {
  const guideId = await idOf('T-a');
  await approver.do('withdraw-guide', { guideId, reason: 'content-wrong' });
  expect(await names('jmsfz')).toEqual([]);
  expect((await phone.rest('GET', `/api/halls/hall/guides/${guideId}`)).status).toBe(404);
  expect(await row('T-a')).toMatchObject({ withdrawn: true, inForce: null });
  const history = guideHistory.parse(await read(maker, `guide-desk/${guideId}`));
  expect(history.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(history.versions[0]).toMatchObject({
    ...{ savedBy: '员工maker', publishedBy: '员工approver', effectiveFrom: '2026-03-03' },
    ...{ reason: 'content-wrong', withdrawnAt: expect.any(String) },
  });
  expect(history.versions[2]).toMatchObject({ publishedAt: null, withdrawnAt: null });
});

it('the chain holds hashes and ids of guides, and none of their words', async () => {
  const events = await hall.server.app
    .get(PrismaClient)
    .event.findMany({ where: { type: { startsWith: 'guide-' } }, select: { record: true } });
  const records = events.map(({ record }) => record).join('\n');
  expect(records).toContain('"documentHash"');
  expect(records).not.toContain('居民身份证');
});

it('guides are the hall’s own, and there is none of a hall that is not', async () => {
  expect((await phone.rest('GET', '/api/halls/nowhere/guides')).status).toBe(404);
  const other = guideResults.parse(await (await phone.rest('GET', '/api/halls/other/guides')).json());
  expect(other.total).toBe(0);
});
