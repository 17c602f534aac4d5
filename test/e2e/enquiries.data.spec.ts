import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enquiryDesk, type EnquiryDesk } from '#libs/contracts/enquiries';
import { PrismaClient } from '#prisma/client/client';
import { Ledger } from '../../apps/server/src/ledger/ledger.js';
import { hallScope } from '../../apps/server/src/ledger/hall.scope.js';
import type { Client } from '../support/client.js';
import { TestHall } from '../support/test-hall.js';

const SAID = { name: '封三娘', phone: '13800001234' };
const QUESTION = '封三娘问：换证要带什么材料';

let hall: TestHall;
let guide: Client;
let clerk: Client;
let expert: Client;
let chief: Client;
beforeAll(async () => {
  hall = await TestHall.start({
    change: (config) => ({
      ...config,
      visitors: { ...config.visitors, keepDays: 0 },
      enquiries: {
        replyMinutes: 60,
        departments: [
          { id: 'tax', name: '税务局', nameEn: 'Tax', place: '2 楼', person: '李老师', phone: '0000-2' },
        ],
      },
    }),
  });
  for (const [name, roles] of [
    ['guide', ['guide']],
    ['expert', ['reviewer']],
    ['chief', ['duty-chief']],
  ] as const)
    await hall.hire(name, roles);
  clerk = await hall.clerk(1);
  guide = await hall.signIn('guide', null);
  expert = await hall.signIn('expert', null);
  chief = await hall.signIn('chief', null);
});
afterAll(() => hall.stop());

const deskOf = async (client: Client): Promise<EnquiryDesk> =>
  enquiryDesk.parse(await (await client.rest('GET', '/api/halls/hall/enquiries')).json());
const stored = (id: unknown) =>
  hall.server.app.get(PrismaClient).enquiry.findUniqueOrThrow({ where: { id: String(id) } });

describe('an enquiry by telephone (requirements 26 to 28, 32, 34)', () => {
  let enquiryId: string;

  it('is put down with what was asked and by whom, which only those it concerns can read', async () => {
    const asked = { channel: 'phone', matterId: 'matter-a', question: QUESTION, visitor: SAID };
    enquiryId = String((await clerk.do('log-enquiry', asked))['enquiryId']);
    const [row] = (await deskOf(clerk)).enquiries;
    expect(row).toMatchObject({
      ...{ enquiryId, question: QUESTION, topic: '换证', status: 'open', mine: true, toName: null },
      ...{
        visitorName: '封**',
        visitorPhone: '138****1234',
        dueAt: expect.stringMatching(/^2026-03-02T02:0/),
      },
    });
    expect((await deskOf(expert)).enquiries).toEqual([]);
    expect((await deskOf(guide)).enquiries).toMatchObject([{ enquiryId, mine: false }]);
  });

  it('leaves no readable word in the chain, the commands or the rows', async () => {
    const prisma = hall.server.app.get(PrismaClient);
    const text = JSON.stringify([
      ...(await prisma.event.findMany()),
      ...(await prisma.command.findMany()),
      ...(await prisma.enquiry.findMany()),
    ]);
    expect(text).toContain('enquiry-logged');
    for (const plain of [QUESTION, SAID.name, SAID.phone]) expect(text).not.toContain(plain);
  });

  it('is handed to a colleague, who is reminded at the duty desk when the time has run out', async () => {
    const to = { kind: 'person', personId: 'person-expert' };
    await clerk.do('hand-over-enquiry', { enquiryId, to, warm: true, replyMinutes: 30 });
    expect((await deskOf(expert)).enquiries).toMatchObject([{ enquiryId, mine: true, warm: true }]);
    const duty = chief.look({ page: 'duty' });
    await duty.sees('duty', ({ enquiries }) => enquiries[0]?.toName === '员工expert');
    hall.clock.moveBy(30 * 60_000);
    const late = await duty.sees('duty', ({ enquiries }) => enquiries[0]?.overdue === true);
    expect(JSON.stringify(late)).not.toContain(QUESTION);
    chief.close();
  });

  it('is replied to, told and closed', async () => {
    expect(
      await chief.refused('hand-over-enquiry', {
        enquiryId,
        to: { kind: 'department', departmentId: 'x' },
        warm: false,
      }),
    ).toBe('department-unknown');
    await expert.do('reply-enquiry', { enquiryId, words: '带旧证和照片' });
    expect((await deskOf(clerk)).enquiries).toMatchObject([
      { status: 'replied', reply: '带旧证和照片', mine: true },
    ]);
    await clerk.do('answer-enquiry', { enquiryId, outcome: 'answered' });
    expect((await deskOf(guide)).enquiries).toEqual([]);
    expect(await stored(enquiryId)).toMatchObject({ status: 'closed', outcome: 'answered', overdue: true });
  });
});

it('an enquiry that ends without an outcome does not end', async () => {
  const { enquiryId } = await guide.do('log-enquiry', { channel: 'on-site', question: '税务局在哪里' });
  expect(await guide.refused('answer-enquiry', { enquiryId })).toBe('bad-input');
  await guide.do('answer-enquiry', { enquiryId, outcome: 'redirected', departmentId: 'tax' });
});

it('is counted by way and outcome, in time and late (requirements 33, 37)', async () => {
  const at = '/api/halls/hall/enquiries/figures?from=2026-03-01&to=2026-03-02';
  expect(await (await guide.rest('GET', at)).json()).toMatchObject({
    all: { all: 2, inTime: 1, late: 1, running: 0 },
    channels: { phone: { all: 1, late: 1 }, 'on-site': { all: 1, inTime: 1 }, online: { all: 0 } },
    outcomes: { answered: 1, redirected: 1 },
    days: [{ day: '2026-03-02', channels: { phone: 1 } }],
  });
  expect((await guide.rest('GET', at.replace('03-01', '03-09'))).status).toBe(400);
});

it('its words are purged on their day; what remains is counted all the same', async () => {
  const prisma = hall.server.app.get(PrismaClient);
  hall.clock.moveTo(new Date('2026-03-03T00:00:01+08:00'));
  await expect.poll(() => prisma.enquiry.count({ where: { purged: true } }), { timeout: 10_000 }).toBe(2);
  for (const { question, reply, note, channel } of await prisma.enquiry.findMany())
    expect([question, reply, note, channel === '']).toEqual([null, null, null, false]);
  const state = await hall.server.app.get(Ledger).hall('hall', structuredClone);
  expect((await hallScope.load(prisma, 'hall', state.sequence)).enquiries).toEqual(new Map());
});
