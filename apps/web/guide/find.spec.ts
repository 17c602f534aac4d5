import { describe, expect, it } from 'vitest';
import type { GuideTicket } from '#libs/contracts/snapshots';
import { findTickets, whereOf } from './find.js';
import { sampleTicket } from './ticket.sample.js';

const line = ['A017', 'B017', 'A170'].map((number) => sampleTicket({ number, ticketId: number }));

it.each([
  ['A017', ['A017']],
  ['a17', ['A017']],
  [' Ａ０１７ 号', ['A017']],
  ['17', ['A017', 'B017']],
  ['C017', []],
  ['A', []],
  ['', []],
])('%j means %j', (typed, numbers) => {
  expect(findTickets(line, typed).map(({ number }) => number)).toEqual(numbers);
});

describe('where it stands', () => {
  it.each<[Partial<GuideTicket>, string]>([
    [{ ahead: 0 }, 'where.first'],
    [{ ahead: 4 }, 'where.waiting'],
    [{ state: 'called', ahead: null, counterNumber: 3 }, 'where.called'],
    [{ state: 'parked', ahead: null, counterNumber: 3 }, 'where.parked'],
    [{ state: 'missed', ahead: null }, 'where.missed'],
    [{ state: 'missed', ahead: null, mayRejoin: false }, 'where.void'],
    [{ state: 'carried', ahead: null, carriedTo: '2026-03-03' }, 'where.carried'],
  ])('%j: %s', (change, key) => expect(whereOf(sampleTicket(change), '业务A', 'zh-CN').key).toBe(key));

  it('says on which day a carried one goes on', () => {
    const carried = sampleTicket({ state: 'carried', ahead: null, carriedTo: '2026-03-03' });
    expect(whereOf(carried, '业务A', 'zh-CN').params).toMatchObject({ day: '3月3日星期二' });
  });

  it('counts places from one', () => {
    expect(whereOf(sampleTicket({ ahead: 4 }), '业务A', 'zh-CN').params).toMatchObject({
      place: 5,
      ahead: 4,
    });
  });
});
