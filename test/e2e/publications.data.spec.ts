import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  publicationDesk,
  publicationDetail,
  publicationList,
  type PublicationDetail,
} from '#libs/contracts/publications';
import { PrismaClient } from '#prisma/client/client';
import type { Client } from '../support/client.js';
import type { Looking } from '../support/looking.js';
import { TestHall } from '../support/test-hall.js';

const LICENCE = {
  kind: 'licence-decision',
  ...{
    documentNumber: '示许〔2026〕7 号',
    projectName: '道路运输经营',
    category: '普通',
    areaCode: '999901',
  },
  ...{ content: '准予李小明从事运输，电话 13800001234', subjectName: '李小明', codeKind: 'none' },
  ...{ subjectCode: '', validFrom: '2026-03-02', validUntil: '2030-03-01', authority: '示例县交通局' },
  ...{ licenceState: 'normal', decidedOn: '2026-02-26' },
};
const PASS = { ruled: { decision: 'pass' } };

let hall: TestHall;
let clerk: Client;
let reviewer: Client;
let approver: Client;
let chief: Client;
let board: Client;
let screen: Looking;
beforeAll(async () => {
  hall = await TestHall.start();
  clerk = await hall.clerk(1);
  for (const [name, roles] of [
    ['reviewer', ['reviewer', 'approver']],
    ['approver', ['approver']],
    ['chief', ['duty-chief']],
  ] as const)
    await hall.hire(name, roles);
  reviewer = await hall.signIn('reviewer', null);
  approver = await hall.signIn('approver', null);
  chief = await hall.signIn('chief', null);
  board = await hall.screen('hall-board');
  screen = board.watch();
});
afterAll(() => hall.stop());

const detail = async (client: Client, id: string): Promise<PublicationDetail> =>
  publicationDetail.parse(await (await client.rest('GET', `/api/halls/hall/publication-desk/${id}`)).json());
const listed = async () => {
  const answer = await hall.nobody().rest('GET', '/api/halls/hall/publications');
  return publicationList.parse(await answer.json()).publications;
};
const onBoard = async () => (await screen.sees('board', () => true)).publications;

describe('a licence decision', () => {
  let publicationId: string;

  it('is put down with gaps, but not handed in with them (requirement 108)', async () => {
    const gaps = { ...LICENCE, authority: '', areaCode: '12345' };
    publicationId = String((await clerk.do('draft-publication', { document: gaps }))['publicationId']);
    const refusal = await clerk.ask('submit-publication', { publicationId });
    expect(refusal).toMatchObject({ refusal: { code: 'publication-incomplete', params: { count: 2 } } });
    await clerk.do('edit-publication', { publicationId, document: LICENCE });
    await clerk.do('submit-publication', { publicationId });
  });

  it('warns two working days before its time is over, and says when it is (requirement 103)', async () => {
    const duty = chief.look({ page: 'duty' });
    const told = await duty.sees('duty', () => true);
    expect(told.publications).toEqual([]);
    hall.clock.moveTo(new Date('2026-03-05T01:00:00Z'));
    const warned = await duty.sees('duty', ({ publications }) => publications.length === 1);
    expect(warned.publications).toMatchObject([{ publishBy: '2026-03-09', urgency: 'soon' }]);
    hall.clock.moveTo(new Date('2026-03-10T01:00:00Z'));
    const late = await duty.sees('duty', ({ publications }) => publications[0]?.urgency === 'overdue');
    expect(JSON.stringify(late)).not.toContain('李小明');
    const desk = await (await clerk.rest('GET', '/api/halls/hall/publication-desk')).json();
    expect(publicationDesk.parse(desk).publications).toMatchObject([{ urgency: 'overdue', mine: true }]);
    chief.close();
  });

  it('needs three people, and everything found ruled on (requirements 102, 107)', async () => {
    expect(await clerk.refused('review-publication', { publicationId, ...PASS })).toBe('not-allowed');
    await reviewer.do('review-publication', { publicationId, ...PASS });
    expect(await reviewer.refused('approve-publication', { publicationId, ...PASS })).toBe(
      'publication-reviewed-by-you',
    );
    expect(await approver.refused('approve-publication', { publicationId, ...PASS })).toBe('findings-open');
    const { findings, may } = await detail(approver, publicationId);
    expect(may).toEqual(['approve', 'withdraw']);
    expect(findings.map(({ kind, found }) => [kind, found])).toEqual([
      ['person-name', '李小明'],
      ['phone', '13800001234'],
      ['person-name', '李小明'],
    ]);
    const rulings = findings.map(({ key, kind, field }) => ({
      key,
      ruling: kind === 'person-name' && field === 'subjectName' ? 'public' : 'masked',
    }));
    await approver.do('approve-publication', { publicationId, ...PASS, rulings });
  });

  it('is on no screen and in no list before it is published', async () => {
    expect(await onBoard()).toEqual([]);
    expect(await listed()).toEqual([]);
    expect(await clerk.ask('publish-publication', { publicationId })).toMatchObject({ ok: true });
    const shown = await screen.sees('board', ({ publications }) => publications.length === 1);
    expect(shown.publications).toMatchObject([
      { publicationId, detail: '李小明 · 示例县交通局 · 2026-03-02–2030-03-01' },
    ]);
  });

  it('is public with what was ruled masked, as page and as files of eleven fields (requirements 105, 107)', async () => {
    expect(await listed()).toMatchObject([
      { publicationId, document: { subjectName: '李小明', content: '准予李**从事运输，电话 138****1234' } },
    ]);
    const csv = await (await hall.nobody().rest('GET', '/api/halls/hall/publications.csv')).text();
    const [head = '', row = ''] = csv.split('\r\n');
    expect(head.split(',')).toHaveLength(12);
    expect(row).toContain('示许〔2026〕7 号,道路运输经营,普通,');
    expect(csv).not.toContain('13800001234');
    const json = await hall.nobody().rest('GET', '/api/halls/hall/publications.json');
    expect(await json.json()).toMatchObject({ licences: [{ areaCode: '999901', licenceState: '正常' }] });
  });

  it('is proved by what the screen says it painted, also after a restart (requirement 104)', async () => {
    const from = hall.clock.now();
    hall.clock.moveBy(5 * 60_000);
    const span = { publicationId, from: from.toISOString(), to: hall.clock.now().toISOString(), seconds: 90 };
    expect(await board.do('report-display', { spans: [span] })).toEqual({ taken: 1 });
    expect(await clerk.refused('report-display', { spans: [span] })).toBe('not-allowed');
    await hall.restart(() => Promise.resolve());
    hall.clock.moveBy(24 * 3_600_000);
    const { proof } = await detail(clerk, publicationId);
    expect(proof).toMatchObject([
      { day: '2026-03-10', minutes: 1.5, screens: [{ deviceId: 'hall-board', minutes: 1.5 }] },
      { day: '2026-03-11', minutes: 0, screens: [] },
    ]);
    expect((await onBoard()).map((one) => one.publicationId)).toEqual([publicationId]);
  });

  it('is corrected by one that takes its place, and the trace stays (requirement 106)', async () => {
    const document = { ...LICENCE, content: '准予从事运输', codeKind: 'credit', subjectName: '示例运输公司' };
    const body = { publicationId, reason: '内容有误' };
    const right = { ...document, subjectCode: '91350100M000100Y43' };
    const answer = await clerk.do('correct-publication', { ...body, document: right });
    const next = { publicationId: String(answer['publicationId']) };
    await clerk.do('submit-publication', next);
    await reviewer.do('review-publication', { ...next, ...PASS });
    await approver.do('approve-publication', { ...next, ...PASS });
    await clerk.do('publish-publication', next);
    await screen.sees('board', ({ publications }) => publications[0]?.publicationId === next.publicationId);
    expect(await listed()).toMatchObject([{ ...next, correctsId: publicationId }]);
    expect(await detail(chief, publicationId)).toMatchObject({
      ...{ state: 'corrected', correctionId: next.publicationId, whole: false, version: 2 },
      document: { content: '准予李**从事运输，电话 138****1234' },
    });
    const { steps } = await detail(chief, next.publicationId);
    expect(steps.map(({ step, name, reason }) => [step, name, reason])).toEqual([
      ['drafted', '员工clerk-hall-1', '内容有误'],
      ['submitted', '员工clerk-hall-1', null],
      ['reviewed', '员工reviewer', null],
      ['approved', '员工approver', null],
      ['published', '员工clerk-hall-1', null],
    ]);
  });

  it('leaves the screens by itself when its ten days are over, and stays public', async () => {
    hall.clock.moveBy(12 * 24 * 3_600_000);
    await screen.sees('board', ({ publications }) => publications.length === 0);
    expect(await listed()).toMatchObject([{ rolling: false }]);
  });
});

it('keeps private words out of the chain and the commands', async () => {
  const prisma = hall.server.app.get(PrismaClient);
  const text = JSON.stringify([await prisma.event.findMany(), await prisma.command.findMany()]);
  expect(text).toContain('publication-approved');
  for (const plain of ['李小明', '13800001234', '内容有误']) expect(text).not.toContain(plain);
});
