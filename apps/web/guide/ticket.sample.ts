import type { GuideTicket } from '#libs/contracts/snapshots';

/** A ticket that waits, with what the test changes. */
export const sampleTicket = (change: Partial<GuideTicket> = {}): GuideTicket => ({
  ...{ ticketId: 't-1', number: 'A017', queueId: 'a', queueName: '业务A', queueNameEn: 'Queue A' },
  ...{ state: 'waiting', ahead: 4, wait: null, counterNumber: null, groupId: null, urgent: false },
  ...{ helperId: null, helperName: null, visitorId: null, batchSize: null, mayRejoin: true, carriedTo: null },
  ...{ issuedAt: '2026-03-02T01:00:00.000Z', statusAt: '2026-03-02T01:00:00.000Z' },
  ...change,
});
