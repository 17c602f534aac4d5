import { describe, expect, it } from 'vitest';
import { DAY, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { nextDue } from '../hall/due.js';
import type { Actor } from '../hall/actor.js';
import { visitor } from '../persons/persons.fixture.js';
import { PLAIN_VISITORS } from '../persons/visitor-policy.js';
import { closeDay } from '../queueing/close-day.js';
import { answerEnquiry, flagEnquiries, handOverEnquiry, replyEnquiry } from './answer-enquiry.js';
import { enquiryFigures } from './figures.js';
import { logEnquiry, type LogEnquiryBody } from './log-enquiry.js';

const TAX = { id: 'tax', name: '税务局', nameEn: 'Tax', place: '2 楼', person: '李', phone: '0000-2' };

function desk() {
  const hall = new SmallHall((config) => ({
    ...config,
    visitors: { ...PLAIN_VISITORS, keepDays: 1 },
    enquiries: { replyMinutes: 60, departments: [TAX] },
  }));
  const owner = hall.sit('counter-1');
  const log = (body: Partial<LogEnquiryBody> = {}, actor: Actor = owner): string => {
    const asked = {
      ...{ channel: 'phone' as const, queueId: null, matterId: null, ticketId: null, replyMinutes: null },
      ...{ question: 'sealed words', visitor: null },
    };
    return String(hall.give(logEnquiry, { ...asked, ...body }, actor)['enquiryId']);
  };
  const of = (id: string) => hall.state.enquiries.get(id);
  const over = (enquiryId: string, personId: string, replyMinutes: number | null = null) =>
    hall.give(
      handOverEnquiry,
      { enquiryId, to: { kind: 'person', personId }, warm: true, replyMinutes },
      owner,
    );
  const close = (enquiryId: string, actor: Actor = owner) =>
    hall.give(answerEnquiry, { enquiryId, outcome: 'answered', departmentId: null, words: null }, actor);
  return { hall, owner, log, of, over, close };
}

describe('首问责任 (requirements 26, 27, 28)', () => {
  it('whoever is asked first answers for it, by whichever way it came', () => {
    const { hall, log, of } = desk();
    const id = log({ visitor: visitor({ phoneHash: 'p' }), queueId: 'queue-a', matterId: 'matter-a' });
    expect(of(id)).toMatchObject({ ownerId: 'clerk-counter-1', channel: 'phone', status: 'open' });
    expect(hall.state.visitors.has(of(id)?.visitorId ?? '')).toBe(true);
    expect(JSON.stringify(hall.facts)).not.toContain('sealed words');
  });

  it('ends in an outcome, once', () => {
    const { hall, log, of, close, owner } = desk();
    const id = log();
    close(id);
    expect(of(id)).toMatchObject({ status: 'closed', outcome: 'answered', repliedAt: hall.at });
    const again = { enquiryId: id, outcome: 'guided' as const, departmentId: null, words: null };
    expect(hall.refused(answerEnquiry, again, owner)).toBe('enquiry-over');
  });

  it('is about a matter, a queue and a ticket that there are, and ends at a department that there is', () => {
    const { hall, log, owner } = desk();
    const body = { channel: 'online' as const, queueId: null, matterId: null, ticketId: null };
    const asked = { ...body, replyMinutes: null, question: '', visitor: null };
    expect(hall.refused(logEnquiry, { ...asked, matterId: 'none' }, owner)).toBe('matter-unknown');
    expect(hall.refused(logEnquiry, { ...asked, queueId: 'none' }, owner)).toBe('queue-unknown');
    expect(hall.refused(logEnquiry, { ...asked, ticketId: 'none' }, owner)).toBe('ticket-unknown');
    expect(hall.refused(logEnquiry, asked, SYSTEM)).toBe('not-allowed');
    const end = { enquiryId: log(), outcome: 'redirected' as const, words: null };
    expect(hall.refused(answerEnquiry, { ...end, departmentId: 'none' }, owner)).toBe('department-unknown');
    hall.give(answerEnquiry, { ...end, departmentId: 'tax' }, owner);
  });

  it('concerns the one asked, the one it was handed to, and the guide desk', () => {
    const { hall, log, over, close } = desk();
    const [other, guide] = [hall.sit(null, 'other'), hall.sit(null, 'guide', ['guide'])];
    const id = log();
    const reply = { enquiryId: id, words: 'x' };
    expect(hall.refused(replyEnquiry, reply, other)).toBe('enquiry-not-yours');
    expect(hall.refused(replyEnquiry, { ...reply, enquiryId: 'none' }, other)).toBe('enquiry-unknown');
    over(id, 'other');
    hall.give(replyEnquiry, reply, other);
    close(id, guide);
  });
});

describe('转交与限时答复 (requirements 32, 34)', () => {
  it('handing over says to whom, whether they were called, and until when', () => {
    const { hall, log, of, over } = desk();
    const id = log();
    hall.pass(60);
    over(id, 'expert', 30);
    expect(of(id)).toMatchObject({ status: 'handed-over', toPersonId: 'expert', warm: true });
    expect(of(id)?.ownerId).toBe('clerk-counter-1');
    expect(of(id)?.dueAt).toEqual(new Date(hall.at.getTime() + 30 * 60_000));
  });

  it('the time runs out once, is then told, and starts anew with another hand-over', () => {
    const { hall, log, of, over } = desk();
    const id = log();
    expect(nextDue(hall.state)).toEqual({ command: 'flag-enquiries', at: of(id)?.dueAt });
    hall.pass(60 * 60 - 1);
    hall.give(flagEnquiries, {}, SYSTEM);
    expect(of(id)?.overdue).toBe(false);
    hall.pass(1);
    hall.give(flagEnquiries, {}, SYSTEM);
    hall.give(flagEnquiries, {}, SYSTEM);
    expect(hall.happened().filter((type) => type === 'enquiry-overdue')).toHaveLength(1);
    expect(nextDue(hall.state).command).toBe('close-day');
    over(id, 'expert');
    expect(of(id)?.overdue).toBe(false);
  });

  it('a reply stops the clock; the visitor is still to be told', () => {
    const { hall, log, of, owner } = desk();
    const id = log();
    hall.give(replyEnquiry, { enquiryId: id, words: 'sealed' }, owner);
    const repliedAt = hall.at;
    expect(nextDue(hall.state).command).toBe('close-day');
    expect(hall.refused(replyEnquiry, { enquiryId: id, words: 'again' }, owner)).toBe('enquiry-over');
    hall.pass(7200);
    hall.give(answerEnquiry, { enquiryId: id, outcome: 'accepted', departmentId: null, words: null }, owner);
    expect(of(id)?.repliedAt).toEqual(repliedAt);
  });
});

it('what was said is kept until the enquiry has been closed for its days, and who said it as long as it is open', () => {
  const { hall, log, of, close } = desk();
  const [open, closed] = [log({ visitor: visitor({ phoneHash: 'p' }) }), log()];
  close(closed);
  const visitorId = of(open)?.visitorId ?? '';
  for (let day = 0; day < 4; day++) {
    expect(hall.state.enquiries.has(closed)).toBe(day < 2);
    hall.pass(24 * 3600);
    hall.give(closeDay, {}, SYSTEM);
  }
  expect([...hall.state.enquiries.keys()]).toEqual([open]);
  expect(hall.state.visitors.has(visitorId)).toBe(true);
});

it('is counted by way, outcome and day, in time and late (requirements 33, 37)', () => {
  const at = (minute: number) => new Date(Date.parse('2026-03-02T01:00:00Z') + minute * 60_000);
  const row = (channel: string, day: string, repliedAt: Date | null, outcome: string | null = null) => ({
    ...{ channel, day, outcome, dueAt: at(60), repliedAt },
  });
  const figures = enquiryFigures(
    [
      row('phone', DAY, at(60), 'answered'),
      row('phone', DAY, at(61), 'answered'),
      row('online', '2026-03-01', null),
    ],
    at(30),
  );
  expect(figures.channels.phone).toEqual({ all: 2, inTime: 1, late: 1, running: 0 });
  expect(figures.channels['on-site'].all).toBe(0);
  expect(figures.all).toEqual({ all: 3, inTime: 1, late: 1, running: 1 });
  expect(figures.outcomes).toEqual({ answered: 2, accepted: 0, guided: 0, redirected: 0 });
  expect(figures.days.map(({ day, tally }) => [day, tally.all])).toEqual([
    [DAY, 2],
    ['2026-03-01', 1],
  ]);
  expect(enquiryFigures([row('online', DAY, null)], at(61)).all.late).toBe(1);
});
