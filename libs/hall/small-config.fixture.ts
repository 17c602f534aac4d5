import { PLAIN_COLLECTIONS } from '../collections/collection.js';
import { PLAIN_DISCLOSURE } from '../disclosure/disclosure-policy.js';
import { PLAIN_ENQUIRIES } from '../enquiries/enquiry-policy.js';
import { PLAIN_VISITORS } from '../persons/visitor-policy.js';
import { PLAIN_PUBLICATIONS } from '../publication/publication-policy.js';
import { DEFAULT_SLIP } from '../fleet/default-slip.js';
import { PLAIN_ORDER } from '../queueing/order-policy.js';
import { PLAIN_SIGNS, type Counter, type Device, type HallConfig, type Queue } from './config.js';

const queue = (letter: string): Queue => ({
  id: `queue-${letter}`,
  prefix: letter.toUpperCase(),
  name: `业务${letter}`,
  nameEn: `Queue ${letter}`,
  forWhom: '',
  forWhomEn: '',
  zoneId: 'zone',
  matterIds: ['matter-a', 'matter-b'],
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  stopIssuingMinutes: 0,
  quota: { daily: null, periods: [] },
  firstNumber: 1,
  numberDigits: 3,
  defaultOutcome: 'completed',
  pickUp: false,
  calls: { maxRecalls: 2, recallPauseSeconds: 5, minimumCalls: 2, rejoinPlaces: 2, missedMay: 'rejoin' },
});

const counter = (number: number): Counter => ({
  id: `counter-${number}`,
  number,
  zoneId: 'zone',
  post: '综合服务',
  postEn: 'General',
  queueIds: ['queue-a', 'queue-b'],
  backupQueueIds: [],
});

const devices: Device[] = [
  { id: 'agent', kind: 'agent', name: '设备代理' },
  { id: 'printer', kind: 'slip-printer', name: '打印机', agentId: 'agent' },
  { id: 'kiosk', kind: 'kiosk', name: '取号机', printerId: 'printer' },
  { id: 'bare-kiosk', kind: 'kiosk', name: '无打印取号机' },
  { id: 'board', kind: 'board', name: '叫号屏', zoneId: 'zone' },
  { id: 'pad-1', kind: 'pad', name: '1号评价平板', counterId: 'counter-1' },
  { id: 'pad-2', kind: 'evaluator-pad', name: '2号评价器', counterId: 'counter-2', agentId: 'agent' },
];

/** Two queues, three counters that serve both; a pad page at counter 1, a wired pad at 2, none at 3. */
export const smallConfig = (): HallConfig => ({
  ...{ name: '测试大厅', nameEn: 'Test hall', timeZone: 'Asia/Shanghai', complaintPhone: '0000-1' },
  ...{ dutyChief: '', guideDesk: '导办台', guideDeskEn: 'the guide desk', notices: [], slipHints: [] },
  slipTemplate: [...DEFAULT_SLIP],
  ...{ invitationSeconds: 30, reasonSeconds: 45, quickFinishSeconds: 10 },
  ...{ calendar: { specialDays: [], extraHours: [] }, noonRotas: [], callOrder: PLAIN_ORDER },
  ...{ routes: [], routeRating: 'last', appointments: [], visitors: PLAIN_VISITORS, signs: PLAIN_SIGNS },
  ...{ undecidedAtClose: 'expire', skills: [], enquiries: PLAIN_ENQUIRIES, collections: PLAIN_COLLECTIONS },
  ...{ selfTestMinutes: null, publications: PLAIN_PUBLICATIONS, disclosure: PLAIN_DISCLOSURE },
  zones: [{ id: 'zone', name: '一区', nameEn: 'Zone 1', kind: 'service' }],
  counters: [1, 2, 3].map(counter),
  queues: [queue('a'), queue('b')],
  devices,
});

/** The same change to every queue. */
export const ofQueues =
  (change: Partial<Queue>) =>
  (config: HallConfig): HallConfig => ({
    ...config,
    queues: config.queues.map((one) => ({ ...one, ...change })),
  });
