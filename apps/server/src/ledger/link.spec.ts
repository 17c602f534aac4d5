import { describe, expect, it } from 'vitest';
import { recordOf } from './chain.js';
import { factOf, strayColumn, type StoredEvent } from './link.js';

const fact = { type: 'ticket-parked', ticketId: 't-1', counterId: 'c-1', reason: 'paying' };
const envelope = {
  ...{ sequence: 7, at: new Date('2026-03-02T01:00:00.123Z'), type: fact.type },
  ...{ actor: 'person:p-1', requestId: 'r-1', configVersion: 2 },
};
const event: StoredEvent = {
  ...envelope,
  ticketId: 't-1',
  record: recordOf(envelope, fact),
  hash: '',
};

describe('the columns of an event', () => {
  it('say what its record says', () => {
    expect([strayColumn(event), factOf(event.record)]).toEqual([null, fact]);
  });

  it.each<[string, Partial<StoredEvent>]>([
    ['sequence', { sequence: 8 }],
    ['at', { at: new Date('2026-03-02T01:00:00.124Z') }],
    ['type', { type: 'ticket-missed' }],
    ['actor', { actor: 'person:p-2' }],
    ['requestId', { requestId: 'r-2' }],
    ['configVersion', { configVersion: 3 }],
    ['ticketId', { ticketId: 't-2' }],
    ['ticketId', { ticketId: null }],
    ['record', { record: '{"sequence":7' }],
    ['record', { record: '[]' }],
  ])('are caught where %s is another', (column, change) => {
    expect(strayColumn({ ...event, ...change })).toBe(column);
  });

  it('have no ticket where the fact has none', () => {
    const closed = { type: 'day-closed', day: '2026-03-02', nextDay: '2026-03-03' };
    const record = recordOf({ ...envelope, type: closed.type }, closed);
    expect(strayColumn({ ...event, type: closed.type, ticketId: null, record })).toBeNull();
  });
});
