import { expect, it } from 'vitest';
import { actsFor } from './acts.js';
import { sampleTicket } from './ticket.sample.js';

const guide = { personId: 'me', roles: ['guide'] } as const;
const chief = { personId: 'me', roles: ['duty-chief'] } as const;
const queue = { name: '业务', nameEn: 'Queue', waiting: 0, open: true, pickUp: false, matters: [] };
const hall = {
  groups: [
    { id: 'elderly', name: '老年人', nameEn: 'Older people', evidence: 'birth-date' as const, fromAge: 60 },
  ],
  queues: ['A', 'B'].map((prefix) => ({ ...queue, id: prefix, prefix })),
};

it('offers the guide what fits the ticket', () => {
  expect(actsFor(sampleTicket(), guide, hall)).toEqual(['mark', 'help', 'reprint', 'transfer', 'cancel']);
  const missed = sampleTicket({ state: 'missed', ahead: null });
  expect(actsFor(missed, guide, hall)).toEqual(['rejoin', 'mark', 'help', 'reprint', 'cancel']);
  const serving = sampleTicket({ state: 'serving', ahead: null, helperId: 'me' });
  expect(actsFor(serving, guide, hall)).toEqual(['unhelp', 'reprint']);
});

it('offers urgency to the duty chief alone, and once', () => {
  expect(actsFor(sampleTicket(), guide, hall)).not.toContain('expedite');
  expect(actsFor(sampleTicket(), chief, hall)).toContain('expedite');
  expect(actsFor(sampleTicket({ urgent: true }), chief, hall)).not.toContain('expedite');
});

it('puts nobody back where missed numbers lapse', () => {
  const lapsed = sampleTicket({ state: 'missed', ahead: null, mayRejoin: false });
  expect(actsFor(lapsed, guide, hall)).not.toContain('rejoin');
});
