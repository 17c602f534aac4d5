import type { CounterSnapshot } from '#libs/contracts/snapshots';

type Ticket = NonNullable<CounterSnapshot['current']>;

export const NOW = new Date('2026-03-02T01:05:00Z');

export const calledTicket = (change: Partial<Ticket> = {}): Ticket => ({
  ticketId: 't17',
  number: 'A017',
  queueId: 'qa',
  queueName: '户籍业务',
  matterId: 'm1',
  state: 'called',
  issuedAt: '2026-03-02T00:46:00.000Z',
  carried: false,
  calledAt: '2026-03-02T01:04:50.000Z',
  begunAt: null,
  calls: 1,
  maxCalls: 6,
  recallAt: '2026-03-02T01:04:55.000Z',
  missAt: '2026-03-02T01:04:55.000Z',
  minimumCalls: 1,
  defaultOutcome: 'completed',
  matters: [{ id: 'm1', name: '居民身份证换领' }],
  groupName: null,
  helperName: null,
  batchSize: null,
  ...{ pickUp: false, receipt: null, signed: false },
  nextQueueName: null,
  ...change,
});

export const servingTicket = (change: Partial<Ticket> = {}): Ticket =>
  calledTicket({ state: 'serving', begunAt: '2026-03-02T01:04:58.000Z', ...change });

export const counterSnapshot = (change: Partial<CounterSnapshot>): CounterSnapshot => ({
  kind: 'counter',
  hall: { name: '安平县政务服务中心', nameEn: 'Anping', timeZone: 'Asia/Shanghai', complaintPhone: '0318' },
  counterId: 'c3',
  counterNumber: 3,
  post: '户籍业务',
  staff: { name: '王秀兰', post: '户籍业务', postEn: 'Household', staffNumber: 'AP0107', photoUrl: '' },
  pausedFor: null,
  helpAskedAt: null,
  current: null,
  waiting: [],
  waitingCount: 1,
  parked: [],
  missed: [],
  lastVisit: null,
  counters: [],
  queues: [],
  devices: [],
  quickFinishSeconds: 10,
  callByNumber: false,
  afterHours: false,
  ...change,
});
