import type { AppointmentPolicy } from '#libs/appointments/appointment-policy';
import type { NoonRota } from '#libs/calendar/hall-calendar';
import { DEFAULT_SLIP } from '#libs/fleet/default-slip';
import { PLAIN_COLLECTIONS } from '#libs/collections/collection';
import { PLAIN_PUBLICATIONS } from '#libs/publication/publication-policy';
import { PLAIN_DISCLOSURE } from '#libs/disclosure/disclosure-policy';
import type { Counter, Device, HallConfig, Route, Zone } from '#libs/hall/config';
import type { OrderPolicy } from '#libs/queueing/order-policy';
import { demoEnquiries } from './demo-departments.js';
import { countyWires, townWires, type DemoPorts } from './demo-devices.js';
import { matterIds } from './demo-matters.js';
import { demoQueues, queueId } from './demo-queues.js';

const zones: Zone[] = [
  { id: 'zone-1', name: '一区 民生服务', nameEn: 'Zone 1', kind: 'service' },
  { id: 'zone-2', name: '二区 企业与社保', nameEn: 'Zone 2', kind: 'service' },
  { id: 'zone-3', name: '三区 税务与综合', nameEn: 'Zone 3', kind: 'service' },
];

/** Post, its English, zone, and the prefixes served: one line a counter, numbered as they stand. */
const COUNTERS: readonly (readonly [post: string, postEn: string, zoneId: string, prefixes: string])[] = [
  ['户籍业务', 'Household', 'zone-1', 'A'],
  ['身份证业务', 'Identity cards', 'zone-1', 'A'],
  ['不动产登记', 'Real estate', 'zone-1', 'B'],
  ['不动产登记', 'Real estate', 'zone-1', 'B'],
  ['企业登记', 'Companies', 'zone-2', 'C'],
  ['企业登记', 'Companies', 'zone-2', 'C'],
  ['社会保险', 'Social insurance', 'zone-2', 'D'],
  ['医疗保险', 'Medical insurance', 'zone-2', 'D'],
  ['税务服务', 'Tax', 'zone-3', 'E'],
  ['税务服务', 'Tax', 'zone-3', 'E'],
  ['综合服务', 'General service', 'zone-3', 'ABCDEF'],
  ['咨询取件', 'Enquiries and collection', 'zone-3', 'F'],
];

const counters: Counter[] = COUNTERS.map(([post, postEn, zoneId, prefixes], place) => ({
  id: `counter-${place + 1}`,
  number: place + 1,
  ...{ zoneId, post, postEn },
  queueIds: [...prefixes].map(queueId),
  backupQueueIds: [],
}));

function devices(ports: DemoPorts): Device[] {
  const screens = counters.flatMap(({ id, number }): Device[] => [
    { id: `sign-${number}`, kind: 'sign', name: `${number}号窗口屏`, counterId: id },
    ...(number === 2
      ? []
      : [{ id: `pad-${number}`, kind: 'pad' as const, name: `${number}号评价平板`, counterId: id }]),
  ]);
  return [
    { id: 'kiosk-1', kind: 'kiosk', name: '1号取号机', printerId: 'printer-1' },
    ...zones.map(({ id, name }): Device => ({
      id: `board-${id}`,
      kind: 'board',
      name: `${name}叫号屏`,
      zoneId: id,
    })),
    { id: 'board-hall', kind: 'board', name: '大厅叫号屏' },
    ...screens,
    { id: 'agent-1', kind: 'agent', name: '设备代理' },
    ...countyWires(ports),
  ];
}

/** 一件事: one number for two counters (requirements 13, 14). */
const routes: Route[] = [
  {
    id: 'route-flat',
    name: '购房办证缴税一件事',
    nameEn: 'Buying a flat: register and pay the tax',
    queueIds: [queueId('B'), queueId('E')],
  },
  {
    id: 'route-company',
    name: '企业开办一件事',
    nameEn: 'Opening a company: licence and tax',
    queueIds: [queueId('C'), queueId('E')],
  },
];

/** Requirement 9: one counter of each post through noon, and the one that takes everything. */
const noonRotas: NoonRota[] = [
  {
    days: [1, 2, 3, 4, 5],
    from: '12:00',
    to: '13:00',
    counterIds: [1, 3, 5, 7, 9, 11].map((number) => `counter-${number}`),
  },
];

/** The groups that requirement 20 and the priority signs of other halls name. */
const callOrder: OrderPolicy = {
  groups: [
    { id: 'elderly', name: '老年人', nameEn: 'Older people', evidence: 'birth-date', fromAge: 60 },
    { id: 'disabled', name: '残障人士', nameEn: 'Disabled people', evidence: 'certificate', fromAge: null },
    {
      id: 'pregnant',
      name: '孕妇及带婴儿者',
      nameEn: 'Pregnant or with an infant',
      evidence: 'visible',
      fromAge: null,
    },
    {
      id: 'military',
      name: '军人及军属',
      nameEn: 'Service members and families',
      evidence: 'certificate',
      fromAge: null,
    },
    { id: 'veteran', name: '退役军人', nameEn: 'Veterans', evidence: 'certificate', fromAge: null },
    { id: 'martyr', name: '烈士遗属', nameEn: 'Martyrs’ families', evidence: 'certificate', fromAge: null },
    { id: 'firefighter', name: '消防救援人员', nameEn: 'Firefighters', evidence: 'uniform', fromAge: null },
  ],
  share: { priority: 1, ordinary: 2 },
  ageingMinutes: 60,
  callByNumber: false,
};

const manners = {
  ...{ calendar: { specialDays: [], extraHours: [] }, noonRotas: [], callOrder, routes: [] },
  routeRating: 'last' as const,
  visitors: {
    ...{ booking: 'optional' as const, oneTicketPerQueue: true, keepDays: 30 },
    noShows: { limit: 3, days: 30 },
  },
  signs: { brightness: null, lit: null },
  slipTemplate: [...DEFAULT_SLIP],
  undecidedAtClose: 'expire' as const,
  skills: [],
  enquiries: demoEnquiries,
  collections: PLAIN_COLLECTIONS,
  selfTestMinutes: null,
  publications: PLAIN_PUBLICATIONS,
  disclosure: PLAIN_DISCLOSURE,
  invitationSeconds: 30,
  reasonSeconds: 45,
  quickFinishSeconds: 10,
  timeZone: 'Asia/Shanghai',
};

/** Half-hour slots, four places each, two weeks ahead. */
const demoSlots = (prefix: string): AppointmentPolicy => ({
  kind: 'slot',
  spans: [],
  ...{ queueId: queueId(prefix), slotMinutes: 30, capacity: 4, daysAhead: 14, cancelHours: 2 },
  ...{ checkInEarlyMinutes: 30, checkInLateMinutes: 15 },
});

/** 上门服务: two a half-day, a week ahead. */
const homeVisits = (prefix: string): AppointmentPolicy => ({
  ...{ ...demoSlots(prefix), capacity: 2, daysAhead: 7 },
  kind: 'home-visit',
});

/** 示例县政务服务中心: three zones, twelve counters, six queues. */
export const demoHall = (ports: DemoPorts): HallConfig => ({
  ...manners,
  name: '示例县政务服务中心',
  nameEn: 'Shili County Government Service Centre',
  complaintPhone: '0000-12345',
  dutyChief: '林静',
  guideDesk: '一楼导办台',
  guideDeskEn: 'the guide desk on the ground floor',
  notices: [
    '请您留意屏幕与广播，叫到号后到对应窗口办理。',
    '老年人、残障人士、军人等可到导办台请求协助。',
    '请保管好随身物品。',
  ],
  slipHints: [
    '请在等候区休息，留意屏幕与广播',
    '过号后请到导办台或原窗口重新排队',
    '凭此二维码可在手机上查看排队进度',
  ],
  zones,
  counters,
  queues: [...demoQueues],
  routes,
  noonRotas,
  appointments: [...['A', 'B', 'C'].map(demoSlots), homeVisits('D')],
  devices: devices(ports),
});

/** A small second hall of the same organisation: nobody sees across. */
export const townHall = (ports: DemoPorts): HallConfig => ({
  ...manners,
  name: '示例镇便民服务中心',
  nameEn: 'Shili Town Service Centre',
  complaintPhone: '0000-12346',
  dutyChief: '何平',
  guideDesk: '门口咨询台',
  guideDeskEn: 'the enquiry desk at the entrance',
  appointments: [],
  notices: ['欢迎光临，请先取号。'],
  slipHints: ['请留意屏幕叫号'],
  zones: [{ id: 'town-zone', name: '服务大厅', nameEn: 'Service hall', kind: 'service' }],
  counters: [1, 2].map((number) => ({
    ...{
      id: `town-counter-${number}`,
      number,
      zoneId: 'town-zone',
      post: '综合服务',
      postEn: 'General service',
    },
    queueIds: ['town-queue-a'],
    backupQueueIds: [],
  })),
  queues: demoQueues
    .filter(({ prefix }) => prefix === 'A')
    .map((queue) => ({
      ...queue,
      id: 'town-queue-a',
      zoneId: 'town-zone',
      name: '综合业务',
      nameEn: 'General',
      forWhom: '本镇居民各项业务',
      forWhomEn: 'All services for residents',
      matterIds: [...matterIds('A'), ...matterIds('D')],
    })),
  devices: [
    { id: 'town-kiosk', kind: 'kiosk', name: '取号机', printerId: 'town-printer' },
    { id: 'town-board', kind: 'board', name: '叫号屏', zoneId: 'town-zone' },
    { id: 'town-sign-1', kind: 'sign', name: '1号窗口屏', counterId: 'town-counter-1' },
    { id: 'town-pad-1', kind: 'pad', name: '1号评价平板', counterId: 'town-counter-1' },
    { id: 'town-agent', kind: 'agent', name: '设备代理' },
    ...townWires(ports),
  ],
});
