import { describe, expect, it } from 'vitest';
import { BARE_KIOSK, CLOSING, NEXT, SmallHall, SYSTEM } from '../hall/hall.fixture.js';
import { visitor } from '../persons/persons.fixture.js';
import { next } from '../queueing/call.js';
import { closeDay } from '../queueing/close-day.js';
import { issue } from '../queueing/issue.js';
import { begin, finish } from '../queueing/serve.js';
import { PROXY_PAPERS } from './collection.js';
import { recordCollection, showSignature, type CollectionBody } from './record-collection.js';

/** Queue A hands out, queue B does not; somebody is being served with a receipt. */
function served(queueId = 'queue-a') {
  const hall = new SmallHall((config) => ({
    ...config,
    queues: config.queues.map((queue) => ({ ...queue, pickUp: queue.id === 'queue-a' })),
    collections: { keepDays: 1 },
  }));
  const clerk = hall.sit('counter-1');
  const given = hall.give(issue, { queueId, matterId: 'matter-a', receipt: 'SL-2026-17' }, BARE_KIOSK);
  const ticketId = String(given['ticketId']);
  hall.give(next, NEXT, clerk);
  hall.give(begin, { ticketId }, clerk);
  const body: CollectionBody = {
    ...{ ticketId, receipt: 'SL-2026-17', by: 'self', papers: [], signature: 'sealed hand', visitor: null },
  };
  const collected = { ticketId, ...CLOSING, outcome: 'collected' as const };
  return { hall, clerk, ticketId, body, collected };
}

describe('取件 (requirements 87, 88, 89)', () => {
  it('the receipt stands on the ticket of a queue that hands out, on no other', () => {
    const { hall, ticketId } = served();
    expect(hall.ticket(ticketId).receipt).toBe('SL-2026-17');
    const other = served('queue-b');
    expect(other.hall.ticket(other.ticketId).receipt).toBeNull();
  });

  it('nothing is handed out before it is signed for', () => {
    const { hall, clerk, body, collected } = served();
    expect(hall.refused(finish, collected, clerk)).toBe('collection-missing');
    hall.give(recordCollection, body, clerk);
    hall.give(finish, collected, clerk);
    expect(JSON.stringify(hall.facts)).not.toContain('sealed hand');
  });

  it('another outcome needs no signature, and no other queue asks for one', () => {
    const { hall, clerk, collected } = served();
    hall.give(finish, { ...collected, outcome: 'advised' }, clerk);
    const other = served('queue-b');
    expect(other.hall.refused(recordCollection, other.body, other.clerk)).toBe('no-pick-up');
    other.hall.give(finish, other.collected, other.clerk);
  });

  it.each(PROXY_PAPERS)('a proxy without %s gets nothing', (paper) => {
    const { hall, clerk, body } = served();
    const papers = PROXY_PAPERS.filter((one) => one !== paper);
    expect(hall.refused(recordCollection, { ...body, by: 'proxy', papers }, clerk)).toBe('papers-missing');
    hall.give(recordCollection, { ...body, by: 'proxy', papers: [...PROXY_PAPERS] }, clerk);
  });

  it('is recorded at the counter that serves it', () => {
    const { hall, body } = served();
    const other = hall.sit('counter-2');
    expect(hall.refused(recordCollection, body, other)).toBe('not-at-this-counter');
  });
});

it('a signature is shown to persons only, is kept for its days, and then purged', () => {
  const { hall, clerk, body, collected } = served();
  const said = { ...body, visitor: visitor({ name: '代领人' }) };
  const collectionId = String(hall.give(recordCollection, said, clerk)['collectionId']);
  hall.give(finish, collected, clerk);
  expect(hall.refused(showSignature, { collectionId }, SYSTEM)).toBe('not-allowed');
  hall.give(showSignature, { collectionId }, clerk);
  for (let day = 0; day < 2; day++) {
    expect(hall.state.signatures.has(collectionId)).toBe(true);
    hall.pass(24 * 3600);
    hall.give(closeDay, {}, SYSTEM);
  }
  expect(hall.refused(showSignature, { collectionId }, clerk)).toBe('collection-unknown');
});
