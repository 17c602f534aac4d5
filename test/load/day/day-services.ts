import type { AppointmentPolicy } from '#libs/appointments/appointment-policy';
import type { Device, HallConfig, PersonSkill, Queue } from '#libs/hall/config';
import { clock, counterId, EVERY_DAY, queueId, type DaySize } from './day-config.js';

/** The letter whose visitors collect something, and those that are booked; the second one after hours, too. */
export const PICK_UP = 'C';
export const BOOKED = ['A', 'B'] as const;
export const AFTER_HOURS = 'B';
export const SLOT_S = 900;
export const DEPARTMENT = 'tax';
const AGENT = 'hall-agent';

/** A caller with keys at every third counter. */
export const hasKeypad = (place: number): boolean => place % 3 === 1;
export const keypadId = (place: number): string => `hall-caller-${place + 1}`;
export const agentId = AGENT;

/** What a hall of today does beside calling numbers: bookings, home visits, enquiries, collections, callers with keys. */
export function withServices(config: HallConfig, size: DaySize): HallConfig {
  return {
    ...config,
    queues: config.queues.map((queue): Queue =>
      queue.prefix === PICK_UP ? { ...queue, pickUp: true, defaultOutcome: 'collected' } : queue,
    ),
    devices: [...config.devices, ...keypads(size)],
    visitors: {
      ...{ booking: 'optional', oneTicketPerQueue: true, noShows: { limit: 2, days: 30 }, keepDays: 0 },
    },
    collections: { keepDays: 0 },
    enquiries: {
      replyMinutes: 60,
      departments: [
        { id: DEPARTMENT, name: '税务局', nameEn: 'Tax', place: '2 楼', person: '李老师', phone: '0000-2' },
      ],
    },
    appointments: [
      ...BOOKED.map((letter) => policy(letter, 'slot', 3)),
      {
        ...policy(AFTER_HOURS, 'extended', 3),
        spans: [{ days: EVERY_DAY, from: clock(size.closes), to: clock(size.closes + 6 * SLOT_S) }],
      },
      policy(BOOKED[0], 'home-visit', 4),
    ],
  };
}

const policy = (letter: string, kind: AppointmentPolicy['kind'], capacity: number): AppointmentPolicy => ({
  ...{ queueId: queueId(letter), kind, spans: [], slotMinutes: SLOT_S / 60, capacity },
  ...{ daysAhead: 3, cancelHours: 0, checkInEarlyMinutes: 15, checkInLateMinutes: 15 },
});

function keypads({ counters }: DaySize): Device[] {
  const port = { kind: 'tcp' as const, host: '127.0.0.1', port: 4_001 };
  const places = Array.from({ length: counters }, (_none, place) => place).filter(hasKeypad);
  return [
    { id: AGENT, kind: 'agent', name: '设备代理' },
    ...places.map((place): Device => ({
      ...{
        id: keypadId(place),
        kind: 'call-keypad',
        name: `呼叫器 ${place + 1}`,
        counterId: counterId(place),
      },
      ...{ agentId: AGENT, driver: 'call-keypad', port, address: place + 1 },
    })),
  ];
}

/** Every fifth clerk has not learnt one of the queues of the counter. Said once its people are known. */
export const withSkills = (config: HallConfig): HallConfig => ({
  ...config,
  skills: config.counters.flatMap(({ queueIds, backupQueueIds }, place): PersonSkill[] =>
    place % 5 === 2
      ? [{ personId: clerkId(place), queueIds: [...queueIds.slice(1), ...backupQueueIds] }]
      : [],
  ),
});

export const clerkName = (place: number): string => `clerk-${place + 1}`;
export const clerkId = (place: number): string => `person-${clerkName(place)}`;
