import { PLAIN_SIGNS, type Counter, type Device, type HallConfig, type Queue } from '#libs/hall/config';
import { PLAIN_COLLECTIONS } from '#libs/collections/collection';
import { PLAIN_DISCLOSURE } from '#libs/disclosure/disclosure-policy';
import { PLAIN_ENQUIRIES } from '#libs/enquiries/enquiry-policy';
import { PLAIN_VISITORS } from '#libs/persons/visitor-policy';
import { PLAIN_PUBLICATIONS } from '#libs/publication/publication-policy';
import { DEFAULT_SLIP } from '#libs/fleet/default-slip';
import { PLAIN_ORDER } from '#libs/queueing/order-policy';
import type { Matter } from '#libs/hall/person';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

export const testMatters: Matter[] = ['a', 'b'].map((letter) => ({
  id: `matter-${letter}`,
  code: `T-${letter}`,
  name: letter === 'a' ? '换证' : '登记',
  nameEn: letter === 'a' ? 'Renewal' : 'Registration',
}));

export interface Shape {
  /** Counters 1…n; every counter serves every queue. */
  counters?: number;
  prefixes?: string;
  devices?: Device[];
  change?: (config: HallConfig) => HallConfig;
}

const queue = (prefix: string, hall: string): Queue => ({
  id: `${hall}-queue-${prefix.toLowerCase()}`,
  prefix,
  name: `业务${prefix}`,
  nameEn: `Queue ${prefix}`,
  forWhom: '所有人',
  forWhomEn: 'Everyone',
  zoneId: `${hall}-zone`,
  matterIds: testMatters.map(({ id }) => id),
  hours: [{ days: EVERY_DAY, from: '00:00', to: '24:00' }],
  stopIssuingMinutes: 0,
  quota: { daily: null, periods: [] },
  firstNumber: 1,
  numberDigits: 3,
  defaultOutcome: 'completed',
  pickUp: false,
  calls: { maxRecalls: 3, recallPauseSeconds: 5, minimumCalls: 2, rejoinPlaces: 2, missedMay: 'rejoin' },
});

/** A hall for tests: open all day, a pad page, a sign at each counter, a kiosk without a printer and a board. */
export function testConfig(
  hall: string,
  { counters = 3, prefixes = 'AB', devices = [], change }: Shape = {},
): HallConfig {
  const queues = [...prefixes].map((prefix) => queue(prefix, hall));
  const places = Array.from({ length: counters }, (_none, place): Counter => ({
    id: `${hall}-counter-${place + 1}`,
    number: place + 1,
    zoneId: `${hall}-zone`,
    post: '综合服务',
    postEn: 'General',
    queueIds: queues.map(({ id }) => id),
    backupQueueIds: [],
  }));
  const config: HallConfig = {
    ...{ name: '测试大厅', nameEn: 'Test hall', timeZone: 'Asia/Shanghai', complaintPhone: '0000-1' },
    ...{
      dutyChief: '值班长 测试',
      guideDesk: '导办台',
      guideDeskEn: 'the guide desk',
      notices: [],
      slipHints: [],
      slipTemplate: [...DEFAULT_SLIP],
    },
    ...{ invitationSeconds: 30, reasonSeconds: 45, quickFinishSeconds: 10 },
    ...{ calendar: { specialDays: [], extraHours: [] }, noonRotas: [], callOrder: PLAIN_ORDER },
    ...{ routes: [], routeRating: 'last', appointments: [], visitors: PLAIN_VISITORS, signs: PLAIN_SIGNS },
    ...{ undecidedAtClose: 'expire', skills: [], enquiries: PLAIN_ENQUIRIES, collections: PLAIN_COLLECTIONS },
    ...{ selfTestMinutes: null, publications: PLAIN_PUBLICATIONS, disclosure: PLAIN_DISCLOSURE },
    zones: [{ id: `${hall}-zone`, name: '一区', nameEn: 'Zone 1', kind: 'service' }],
    counters: places,
    queues,
    devices: [
      { id: `${hall}-kiosk`, kind: 'kiosk', name: '取号机' },
      { id: `${hall}-board`, kind: 'board', name: '叫号屏' },
      ...places.flatMap(({ id, number }): Device[] => [
        { id: `${hall}-sign-${number}`, kind: 'sign', name: `${number}号窗口屏`, counterId: id },
        { id: `${hall}-pad-${number}`, kind: 'pad', name: `${number}号评价平板`, counterId: id },
      ]),
      ...devices,
    ],
  };
  return change ? change(config) : config;
}
