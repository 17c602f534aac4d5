import { describe, expect, it } from 'vitest';
import { BARE_KIOSK, NEXT, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { closeDay } from '../queueing/close-day.js';
import { issue } from '../queueing/issue.js';
import { miss, next, recall } from '../queueing/call.js';
import { cancel, rejoin } from '../queueing/set-aside.js';
import { visitor } from './persons.fixture.js';
import { revealVisitor } from './reveal.js';
import { checkedVisitor } from './visitor.js';
import { PLAIN_VISITORS, type VisitorPolicy } from './visitor-policy.js';

const said = { name: null, idKind: 'resident-id' as const, idNumber: null, phone: null, address: null };
const open = (change: Partial<VisitorPolicy> = {}) =>
  new SmallHall((config) => ({
    ...config,
    visitors: { ...PLAIN_VISITORS, ...change },
    callOrder: {
      ...config.callOrder,
      groups: [{ id: 'elderly', name: '老年人', nameEn: '', evidence: 'birth-date', fromAge: 65 }],
    },
  }));
const take = (hall: SmallHall, who: Parameters<typeof visitor>[0] | null, queueId = 'queue-a') =>
  hall.give(issue, { queueId, matterId: null, visitor: who && visitor(who) }, BARE_KIOSK);

describe('what a visitor says of himself', () => {
  it('is put in order: spaces, dashes and small letters go', () => {
    expect(checkedVisitor({ ...said, name: ' 张三 ', phone: '+86 138-0000 1234' })).toEqual({
      ...said,
      ...{ name: '张三', phone: '008613800001234' },
    });
    expect(checkedVisitor({ ...said, idKind: 'other', idNumber: 'e 123-456' }).idNumber).toBe('E123456');
  });

  it.each([
    ['id-number-wrong', { ...said, idNumber: '330102199003078510' }],
    ['id-number-wrong', { ...said, idKind: 'other' as const, idNumber: '港A1' }],
    ['phone-wrong', { ...said, phone: '12345' }],
  ])('%s: %o', (code, plain) => {
    expect(() => checkedVisitor(plain)).toThrow(code);
  });
});

describe('one waiting ticket a person and queue', () => {
  it('refuses a second one by phone or by document, naming the first for its slip', () => {
    const hall = open();
    const { ticketId } = take(hall, { phoneHash: 'p', idNumberHash: 'i' });
    for (const who of [{ phoneHash: 'p' }, { idNumberHash: 'i', phoneHash: 'q' }]) {
      const body = { queueId: 'queue-a', matterId: null, visitor: visitor(who) };
      const { code, params } = hall.refusal(issue, body, BARE_KIOSK);
      expect([code, params]).toEqual(['already-waiting', { number: 'A001', queue: '业务a', ticketId }]);
    }
  });

  it('lets a missed number rejoin unless its visitor took another one meanwhile', () => {
    const hall = open();
    const clerk = hall.sit('counter-1');
    const { ticketId } = take(hall, { phoneHash: 'p' });
    hall.give(next, NEXT, clerk);
    for (let calls = 1; calls < 3; calls++) {
      hall.pass(60);
      hall.give(recall, { ticketId: String(ticketId) }, clerk);
    }
    hall.pass(60);
    hall.give(miss, { ticketId: String(ticketId) }, clerk);
    const other = take(hall, { phoneHash: 'p' });
    expect(hall.refused(rejoin, { ticketId: String(ticketId) }, clerk)).toBe('already-waiting');
    hall.give(cancel, { ticketId: String(other['ticketId']), reason: 'visitor-left' }, clerk);
    hall.give(rejoin, { ticketId: String(ticketId) }, clerk);
  });

  it('leaves everybody else alone: other queues, other people, people nobody asked, and where it is not the rule', () => {
    const hall = open();
    const first = take(hall, { phoneHash: 'p' });
    take(hall, { phoneHash: 'p' }, 'queue-b');
    take(hall, { phoneHash: 'q' });
    take(hall, { name: '同名' });
    take(hall, { name: '同名' });
    take(hall, null);
    take(hall, null);
    hall.give(cancel, { ticketId: String(first['ticketId']), reason: 'visitor-left' }, hall.sit(null));
    expect(take(hall, { phoneHash: 'p' })['number']).toBe('A007');
    const lax = open({ oneTicketPerQueue: false });
    take(lax, { phoneHash: 'p' });
    expect(take(lax, { phoneHash: 'p' })['number']).toBe('A002');
  });
});

it('a birth date gives its group from the age the hall has set, on that very day (requirement 20)', () => {
  const hall = open();
  const [young, old] = ['1961-03-03', '1961-03-02'].map((birthDate) => take(hall, { birthDate }));
  expect(hall.ticket(String(young?.['ticketId'])).groupId).toBe(null);
  expect(hall.ticket(String(old?.['ticketId'])).groupId).toBe('elderly');
});

describe('the purge', () => {
  it('empties a row when its days are over, and no row of somebody still in a line', () => {
    const hall = open({ keepDays: 1 });
    take(hall, { phoneHash: 'p' });
    const goTo = (day: string) => {
      hall.at = new Date(`${day}T00:00:00+08:00`);
      hall.give(closeDay, {}, SYSTEM);
    };
    goTo('2026-03-03');
    expect(hall.state.visitors.size).toBe(1);
    goTo('2026-03-04');
    expect(hall.state.visitors.size).toBe(0);
    expect(hall.facts.filter(({ type }) => type === 'visitors-purged')).toHaveLength(1);
  });

  it('leaves nothing to reveal; a reveal says who and why', () => {
    const hall = open();
    take(hall, { phoneHash: 'p' });
    const [visitorId = ''] = hall.state.visitors.keys();
    const guide = hall.sit(null, 'guide', ['guide']);
    hall.give(revealVisitor, { visitorId, reason: 'contact-visitor' }, guide);
    expect(hall.facts.at(-1)).toEqual({ type: 'visitor-revealed', visitorId, reason: 'contact-visitor' });
    expect(hall.refused(revealVisitor, { visitorId: 'gone', reason: 'contact-visitor' }, guide)).toBe(
      'visitor-unknown',
    );
  });
});
