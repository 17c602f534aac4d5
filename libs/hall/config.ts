import type { AppointmentPolicy } from '../appointments/appointment-policy.js';
import type { HallCalendar, NoonRota } from '../calendar/hall-calendar.js';
import type { WeeklyHours } from '../calendar/hours.js';
import type { CollectionPolicy } from '../collections/collection.js';
import type { DisclosurePolicy } from '../disclosure/disclosure-policy.js';
import type { EnquiryPolicy } from '../enquiries/enquiry-policy.js';
import type { PublicationPolicy } from '../publication/publication-policy.js';
import type { VisitorPolicy } from '../persons/visitor-policy.js';
import type { SlipLine } from '../fleet/slip-template.js';
import type { OrderPolicy } from '../queueing/order-policy.js';

/** Where a visitor stands or a thing is: the six kinds of zone of requirement 38. */
export const ZONE_KINDS = [
  'service',
  'waiting',
  'self-service',
  'information',
  'disclosure',
  'guide',
] as const;
export type ZoneKind = (typeof ZONE_KINDS)[number];

export interface Zone {
  id: string;
  name: string;
  nameEn: string;
  kind: ZoneKind;
}

export interface Counter {
  id: string;
  /** The number on the sign, spoken as a number. Unique in a hall. */
  number: number;
  zoneId: string;
  /** 岗位: what is done here, e.g. 户籍业务. */
  post: string;
  postEn: string;
  queueIds: string[];
  /** Taken when nobody waits for its own queues (requirement 7: any counter can serve any business). */
  backupQueueIds: string[];
}

export const OUTCOMES = [
  'accepted',
  'completed',
  'advised',
  'collected',
  'supplement-needed',
  'not-accepted',
  'referred',
] as const;
/** 受理, 办结, 咨询, 取件, 补正, 不予受理, 转办. */
export type Outcome = (typeof OUTCOMES)[number];

export interface CallPolicy {
  /** How often a ticket may be recalled at one counter. Halls are seen to use 5. */
  maxRecalls: number;
  /** Seconds between two calls of one ticket, counted from the end of the speech. */
  recallPauseSeconds: number;
  /** A ticket may be set down as missed after this many calls. */
  minimumCalls: number;
  /** How many places down a missed ticket rejoins the line. */
  rejoinPlaces: number;
  /** What a missed ticket may do. `void`: its visitor takes a new number. */
  missedMay: 'rejoin' | 'void';
}

/** How many tickets a queue gives, counted by business day; null: as many as are asked for. */
export interface Quota {
  daily: number | null;
  /** Of the tickets taken between these hall times (`from` included, `to` excluded). */
  periods: { from: string; to: string; tickets: number }[];
}

/** 流程: a visitor needs several queues in turn on one number (requirements 13, 14). */
export interface Route {
  id: string;
  name: string;
  nameEn: string;
  /** In order; the first one gives the number. */
  queueIds: string[];
}

/** Which queues a person may serve, at whatever counter (requirements 7, 8). Whoever has no row may serve them all. */
export interface PersonSkill {
  personId: string;
  queueIds: string[];
}

export interface Queue {
  id: string;
  /** One capital letter; numbers are unique by prefix and business day. */
  prefix: string;
  name: string;
  nameEn: string;
  /** Who it is for, in one line. */
  forWhom: string;
  forWhomEn: string;
  zoneId: string;
  matterIds: string[];
  hours: WeeklyHours;
  /** No tickets in the last minutes of each opening; whoever holds a number is served (requirement 12). */
  stopIssuingMinutes: number;
  quota: Quota;
  firstNumber: number;
  /** At least this many digits: 3 makes A001. */
  numberDigits: number;
  defaultOutcome: Outcome;
  /** 取件: who comes has a receipt, and signs for what is handed out (requirements 87 to 89). */
  pickUp: boolean;
  calls: CallPolicy;
}

export const DEVICE_KINDS = [
  'kiosk',
  'board',
  'sign',
  'pad',
  'agent',
  'slip-printer',
  'evaluator-pad',
  'call-keypad',
  'counter-sign',
  'id-card-reader',
  'scanner',
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** Kinds that sign in by themselves with a one-time code; the others hang on an agent. */
export const ENROLLED_KINDS = ['kiosk', 'board', 'sign', 'pad', 'agent'] as const satisfies DeviceKind[];
export type EnrolledKind = (typeof ENROLLED_KINDS)[number];

/**
 * How an agent reaches a device: a TCP socket (also of a serial server), datagrams, a WebSocket the agent listens on and the
 * device logs in at with its address, a serial port, a file such as /dev/usb/lp0, or a HID device
 * by what it says it is.
 */
export type DevicePort =
  | { kind: 'tcp' | 'udp' | 'websocket'; host: string; port: number }
  | { kind: 'serial'; path: string; baudRate: number }
  | { kind: 'character'; path: string }
  | {
      kind: 'hid';
      vendorId: number;
      productId: number;
      serialNumber?: string | undefined;
      usagePage?: number | undefined;
      usage?: number | undefined;
    };

export interface Device {
  id: string;
  kind: DeviceKind;
  name: string;
  counterId?: string | undefined;
  zoneId?: string | undefined;
  /** Of what reads a visitor's card or code: where he stands. */
  kioskId?: string | undefined;
  /** Of a kiosk: the printer that cuts its slips. */
  printerId?: string | undefined;
  /** Of a device on a wire: the agent beside it, the driver's name, its port and its address on a bus. */
  agentId?: string | undefined;
  driver?: string | undefined;
  port?: DevicePort | undefined;
  address?: number | undefined;
  /** What the hall says of the model (libs/contracts/device-settings.ts). */
  settings?: Readonly<Record<string, unknown>> | undefined;
}

/** How the signs at the counters shine. */
export interface SignPolicy {
  /** 1 to 16; null: as the sign itself has it. */
  brightness: number | null;
  /** Lit from and until, hall time; null: day and night. */
  lit: { from: string; to: string } | null;
}

export const PLAIN_SIGNS: SignPolicy = { brightness: null, lit: null };

/** Everything a hall administrator decides. One whole document a version; every event names the version it was decided under. */
export interface HallConfig {
  name: string;
  nameEn: string;
  /** IANA name. A hall's day begins and ends at midnight there. */
  timeZone: string;
  /** Shown on slips, screens and kiosk (requirement 114). */
  complaintPhone: string;
  /** 值班长 of the day (requirement 165). */
  dutyChief: string;
  /** Where a visitor without a slip is sent, e.g. 一楼导办台. */
  guideDesk: string;
  guideDeskEn: string;
  /** Fixed texts for the board's notice column, beside the published ones: no screen shows what nobody approved (requirement 187). */
  notices: string[];
  slipHints: string[];
  /** What the slip says, line by line. */
  slipTemplate: SlipLine[];
  zones: Zone[];
  counters: Counter[];
  queues: Queue[];
  devices: Device[];
  /** Seconds a pad stays lit: 30 to 120. */
  invitationSeconds: number;
  /** Seconds after a press in which standard reasons may be added. */
  reasonSeconds: number;
  /** Finishing sooner than this after call or begin asks once more. */
  quickFinishSeconds: number;
  calendar: HallCalendar;
  noonRotas: NoonRota[];
  callOrder: OrderPolicy;
  routes: Route[];
  /** Of a route: every visit is rated, or the last one. */
  routeRating: 'each' | 'last';
  appointments: AppointmentPolicy[];
  visitors: VisitorPolicy;
  signs: SignPolicy;
  /** What becomes at midnight of a number that nobody decided about (requirement 12). */
  undecidedAtClose: 'expire' | 'carry-over';
  skills: PersonSkill[];
  enquiries: EnquiryPolicy;
  collections: CollectionPolicy;
  /** So many minutes before the first opening of a day all devices are tested; null: only when somebody asks. */
  selfTestMinutes: number | null;
  publications: PublicationPolicy;
  disclosure: DisclosurePolicy;
}
