import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor, Role } from '../hall/actor.js';
import { device, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { nextDue } from '../hall/due.js';
import { urgencyOf } from './deadline.js';
import {
  approvePublication,
  endPublications,
  publishPublication,
  reviewPublication,
  withdrawPublication,
} from './decide-on.js';
import { faultsOf, type LicenceDecision } from './document.js';
import { correctPublication, draftPublication, editPublication, submitPublication } from './draft.js';
import { PUBLICATION_MOVES } from './publication.js';
import { proofOf } from './proof.js';
import { reportDisplay } from './report-display.js';

const LICENCE: LicenceDecision = {
  kind: 'licence-decision',
  ...{ documentNumber: '示许〔2026〕1 号', projectName: '食品经营许可', category: '普通', content: '热食类' },
  ...{ subjectName: '示例餐饮公司', codeKind: 'credit', subjectCode: '91350100M000100Y43' },
  ...{ validFrom: '2026-03-02', validUntil: '2031-03-01', authority: '示例县局', licenceState: 'normal' },
  ...{ areaCode: '999901', decidedOn: '2026-02-27' },
};
const PASS = { ruled: { decision: 'pass' as const } };
const BACK = { ruled: { decision: 'return' as const, reason: '文号有误' } };

const person = (personId: string, ...roles: Role[]): Actor => ({
  kind: 'person',
  ...{ personId, sessionId: 's', roles, counterId: null },
});
const owner = person('owner', 'clerk', 'reviewer', 'approver');
const reviewer = person('reviewer', 'reviewer', 'approver');
const approver = person('approver', 'approver');
const BOARD = device('board', 'board');

let hall: SmallHall;
let publicationId: string;
const draft = (document: LicenceDecision = LICENCE): string =>
  String(hall.give(draftPublication, { document, hash: 'h' }, owner)['publicationId']);
const stands = (id = publicationId) => hall.state.publications.get(id)?.state;
function publish(id = publicationId): void {
  hall.give(submitPublication, { publicationId: id }, owner);
  hall.give(reviewPublication, { publicationId: id, ...PASS }, reviewer);
  hall.give(approvePublication, { publicationId: id, ...PASS, rulings: [] }, approver);
  hall.give(publishPublication, { publicationId: id }, owner);
}
beforeEach(() => {
  hall = new SmallHall();
  publicationId = draft();
});

describe('the eleven fields (requirement 108)', () => {
  it.each([
    [{ areaCode: '99990' }, 'areaCode', 'area'],
    [{ areaCode: '999901001002' }, null, null],
    [{ subjectCode: '91350100M000100Y44' }, 'subjectCode', 'code'],
    [{ codeKind: 'none' as const }, 'subjectCode', 'code'],
    [{ codeKind: 'none' as const, subjectCode: '' }, null, null],
    [{ codeKind: 'organisation' as const, subjectCode: '12345678-X' }, null, null],
    [{ codeKind: 'registration' as const, subjectCode: '999900000000001' }, null, null],
    [{ validUntil: '2026-03-01' }, 'validUntil', 'backwards'],
    [{ decidedOn: '2026-02-30' }, 'decidedOn', 'date'],
    [{ projectName: ' ' }, 'projectName', 'missing'],
  ])('%j', (change, field, fault) =>
    expect(faultsOf({ ...LICENCE, ...change })).toEqual(field === null ? [] : [{ field, fault }]),
  );

  it('stop a draft from being handed in while one is missing or wrong', () => {
    const id = draft({ ...LICENCE, authority: '', areaCode: '1' });
    const refusal = hall.refusal(submitPublication, { publicationId: id }, owner);
    expect([refusal.code, refusal.params]).toEqual(['publication-incomplete', { count: 2 }]);
  });
});

describe('three people (requirement 102)', () => {
  it('draft, review, approve, and the first of them publishes', () => {
    publish();
    expect(stands()).toBe('published');
    expect(hall.happened()).toEqual([
      ...['publication-drafted', 'publication-submitted', 'publication-reviewed'],
      ...['publication-approved', 'publication-published'],
    ]);
  });

  it('are three: nobody reviews or approves his own, nor approves what he reviewed', () => {
    hall.give(submitPublication, { publicationId }, owner);
    expect(hall.refused(reviewPublication, { publicationId, ...PASS }, owner)).toBe('publication-own');
    hall.give(reviewPublication, { publicationId, ...PASS }, reviewer);
    const approval = { publicationId, ...PASS, rulings: [] };
    expect(hall.refused(approvePublication, approval, owner)).toBe('publication-own');
    expect(hall.refused(approvePublication, approval, reviewer)).toBe('publication-reviewed-by-you');
    hall.give(approvePublication, approval, approver);
    expect(hall.refused(publishPublication, { publicationId }, approver)).toBe('publication-not-yours');
  });

  it('send it back with a reason, and then it goes the whole way again', () => {
    hall.give(submitPublication, { publicationId }, owner);
    hall.give(reviewPublication, { publicationId, ...PASS }, reviewer);
    hall.give(approvePublication, { publicationId, ...BACK, rulings: [] }, approver);
    expect(stands()).toBe('drafted');
    const edited = { publicationId, document: { ...LICENCE, content: '冷食类' }, hash: 'i' };
    hall.give(editPublication, edited, owner);
    expect(hall.state.publications.get(publicationId)).toMatchObject({
      version: 2,
      hash: 'i',
      reviewerId: null,
    });
    publish();
  });

  it('pass no step over', () => {
    const steps = [
      ['submit', () => hall.refused(submitPublication, { publicationId }, owner)],
      ['edit', () => hall.refused(editPublication, { publicationId, document: LICENCE, hash: 'h' }, owner)],
      ['review', () => hall.refused(reviewPublication, { publicationId, ...PASS }, reviewer)],
      ['approve', () => hall.refused(approvePublication, { publicationId, ...PASS, rulings: [] }, approver)],
      ['publish', () => hall.refused(publishPublication, { publicationId }, owner)],
    ] as const;
    const away = (state: string) => {
      for (const [move, refused] of steps)
        if (!PUBLICATION_MOVES[move].some((from) => from === state))
          expect([state, move, refused()]).toEqual([state, move, 'publication-wrong-state']);
    };
    away('drafted');
    hall.give(submitPublication, { publicationId }, owner);
    away('submitted');
    hall.give(reviewPublication, { publicationId, ...PASS }, reviewer);
    away('reviewed');
    hall.give(approvePublication, { publicationId, ...PASS, rulings: [] }, approver);
    away('approved');
    hall.give(publishPublication, { publicationId }, owner);
    away('published');
    hall.give(withdrawPublication, { publicationId, reason: '撤回' }, owner);
    away('withdrawn');
    expect(hall.refused(withdrawPublication, { publicationId, reason: '撤回' }, owner)).toBe(
      'publication-wrong-state',
    );
  });
});

it('is not approved while something found has not been ruled on (requirement 107)', () => {
  const id = draft({ ...LICENCE, content: '联系人：张三丰，13800001234' });
  hall.give(submitPublication, { publicationId: id }, owner);
  hall.give(reviewPublication, { publicationId: id, ...PASS }, reviewer);
  const approval = { publicationId: id, ...PASS, rulings: [{ key: 'content:4', ruling: 'masked' as const }] };
  const refusal = hall.refusal(approvePublication, approval, approver);
  expect([refusal.code, refusal.params]).toEqual(['findings-open', { count: 1 }]);
  approval.rulings.push({ key: 'content:8', ruling: 'masked' });
  hall.give(approvePublication, approval, approver);
  expect(JSON.stringify(hall.facts)).not.toMatch(/张三丰|13800001234/);
});

it('is shown for ten days after the one it is published on, then ends by itself (requirement 104)', () => {
  publish();
  expect(nextDue(hall.state).command).toBe('close-day');
  const { endsAt } = hall.state.publications.get(publicationId) ?? {};
  expect(endsAt?.toISOString()).toBe('2026-03-12T16:00:00.000Z'); // the thirteenth begins
  hall.at = new Date('2026-03-12T15:59:59Z');
  hall.give(endPublications, {}, SYSTEM);
  expect(stands()).toBe('published');
  hall.pass(1);
  hall.give(endPublications, {}, SYSTEM);
  expect(stands()).toBe('ended');
});

it('is corrected by another that takes the same road; the first stands until then (requirement 106)', () => {
  publish();
  const body = { publicationId, document: { ...LICENCE, content: '更正' }, hash: 'c', reason: '内容有误' };
  const correction = String(hall.give(correctPublication, body, owner)['publicationId']);
  expect(hall.refused(correctPublication, body, owner)).toBe('correction-open');
  expect(stands()).toBe('published');
  hall.give(withdrawPublication, { publicationId: correction, reason: '不用了' }, owner);
  const second = String(hall.give(correctPublication, body, owner)['publicationId']);
  publish(second);
  expect([stands(), stands(second)]).toEqual(['corrected', 'published']);
});

it.each([
  ['2026-03-05T01:00:00Z', 'none'],
  ['2026-03-06T01:00:00Z', 'soon'], // Friday: Monday and Tuesday are left
  ['2026-03-10T15:00:00Z', 'soon'],
  ['2026-03-10T16:00:00Z', 'overdue'],
])('decided on 27 February, at %s it is %s (requirement 103)', (at, urgency) => {
  const publication = hall.state.publications.get(publicationId);
  expect(publication && urgencyOf(hall.state.config, publication, new Date(at))).toBe(urgency);
});

describe('proof of display (requirement 104)', () => {
  const span = (from: string, to: string, seconds: number, id = publicationId) => ({
    ...{ publicationId: id, from: `2026-03-02T${from}Z`, to: `2026-03-02T${to}Z`, seconds },
  });

  it('takes nothing of what was not public, nor of the time before it was or that is to come', () => {
    const unpublished = { spans: [span('01:00:00', '01:10:00', 600)] };
    expect(hall.give(reportDisplay, unpublished, BOARD)).toEqual({ taken: 0 });
    publish();
    hall.pass(300);
    const spans = [
      span('00:50:00', '01:02:00', 720),
      span('01:02:00', '01:09:00', 420),
      span('00:10:00', '00:50:00', 9),
    ];
    expect(hall.give(reportDisplay, { spans }, BOARD)).toEqual({ taken: 2 });
    expect(hall.facts.at(-1)).toMatchObject({
      deviceId: 'board',
      spans: [
        { from: '2026-03-02T01:00:00.000Z', seconds: 120 },
        { to: '2026-03-02T01:05:00.000Z', seconds: 180 },
      ],
    });
    expect(hall.refused(reportDisplay, { spans }, owner)).toBe('not-allowed');
  });

  it('names each day of its time, the screens, and where no screen had it', () => {
    const entry = (from: string, to: string, deviceId: string) => ({
      ...{ deviceId, seconds: 60, from: new Date(`2026-03-02T${from}Z`), to: new Date(`2026-03-02T${to}Z`) },
    });
    const log = [
      entry('02:00:00', '02:05:00', 'b'),
      entry('01:00:00', '01:05:00', 'a'),
      entry('01:20:00', '01:25:00', 'a'),
    ];
    const [monday, tuesday, ...rest] = proofOf(
      log,
      { from: '2026-03-02', until: '2026-03-03' },
      'Asia/Shanghai',
    );
    expect(rest).toEqual([]);
    expect(monday).toMatchObject({
      minutes: 3,
      screens: [
        { deviceId: 'a', minutes: 2 },
        { deviceId: 'b', minutes: 1 },
      ],
      gaps: [{ from: new Date('2026-03-02T01:25:00Z'), to: new Date('2026-03-02T02:00:00Z') }],
    });
    expect(tuesday).toEqual({ day: '2026-03-03', minutes: 0, screens: [], gaps: [] });
  });
});
