import type { WeeklyHours } from '#libs/calendar/hours';
import type { Queue } from '#libs/hall/config';
import { matterIds } from './demo-matters.js';

/** A demonstration is looked at in the evening too: most queues never close. */
const ALWAYS: WeeklyHours = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
/** Requirement 10's own hours. */
const OFFICE: WeeklyHours = [
  { days: [1, 2, 3, 4, 5], from: '09:00', to: '12:00' },
  { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
];

const calls = {
  maxRecalls: 3,
  recallPauseSeconds: 5,
  minimumCalls: 2,
  rejoinPlaces: 3,
  missedMay: 'rejoin',
} as const;

type Told = Pick<Queue, 'prefix' | 'name' | 'nameEn' | 'forWhom' | 'forWhomEn' | 'zoneId' | 'defaultOutcome'>;

const TOLD: readonly (Told & { hours: WeeklyHours })[] = [
  {
    ...{ prefix: 'A', name: '公安户籍', nameEn: 'Police and household', zoneId: 'zone-1', hours: ALWAYS },
    ...{
      forWhom: '身份证、户口、居住证',
      forWhomEn: 'Identity cards, household register, residence permits',
    },
    defaultOutcome: 'completed',
  },
  {
    ...{ prefix: 'B', name: '不动产登记', nameEn: 'Real estate', zoneId: 'zone-1', hours: ALWAYS },
    ...{ forWhom: '房屋、土地的登记与查询', forWhomEn: 'Registration of houses and land' },
    defaultOutcome: 'accepted',
  },
  {
    ...{ prefix: 'C', name: '企业开办', nameEn: 'Business', zoneId: 'zone-2', hours: ALWAYS },
    ...{ forWhom: '公司、个体户、食品许可', forWhomEn: 'Companies, sole traders, food licences' },
    defaultOutcome: 'accepted',
  },
  {
    ...{
      prefix: 'D',
      name: '社保医保',
      nameEn: 'Social and medical insurance',
      zoneId: 'zone-2',
      hours: ALWAYS,
    },
    ...{ forWhom: '参保、养老、报销、社保卡', forWhomEn: 'Enrolment, pensions, reimbursement, cards' },
    defaultOutcome: 'completed',
  },
  {
    ...{ prefix: 'E', name: '税务服务', nameEn: 'Tax', zoneId: 'zone-3', hours: ALWAYS },
    ...{ forWhom: '发票、契税、个税', forWhomEn: 'Invoices, deed tax, income tax' },
    defaultOutcome: 'completed',
  },
  {
    ...{
      prefix: 'F',
      name: '综合咨询与取件',
      nameEn: 'Enquiries and collection',
      zoneId: 'zone-3',
      hours: OFFICE,
    },
    ...{ forWhom: '不知道办什么，先到这里', forWhomEn: 'Not sure? Start here' },
    defaultOutcome: 'advised',
  },
];

export const queueId = (prefix: string): string => `queue-${prefix.toLowerCase()}`;

export const demoQueues: readonly Queue[] = TOLD.map((queue) => ({
  ...queue,
  id: queueId(queue.prefix),
  matterIds: matterIds(queue.prefix),
  stopIssuingMinutes: 0,
  quota: { daily: null, periods: [] },
  pickUp: queue.prefix === 'F',
  firstNumber: 1,
  numberDigits: 3,
  calls,
}));
