import type { Actor } from '../hall/actor.js';
import type { HallConfig } from '../hall/config.js';
import { SmallHall } from '../hall/hall.fixture.js';
import { book } from './book.js';

export const PUBLIC: Actor = { kind: 'public' };
export const MON = '2026-03-02';
export const TUE = '2026-03-03';
export const booker = (bookingId: string): Actor => ({ kind: 'booker', bookingId });

/** Half-hour slots of two places in queue A, a week ahead; it is Monday, nine. */
export const withSlots = (config: HallConfig): HallConfig => ({
  ...config,
  appointments: [
    {
      kind: 'slot',
      spans: [],
      ...{ queueId: 'queue-a', slotMinutes: 30, capacity: 2, daysAhead: 7, cancelHours: 2 },
      ...{ checkInEarlyMinutes: 30, checkInLateMinutes: 15 },
    },
  ],
});

export const open = (change: (config: HallConfig) => HallConfig = (config) => config) =>
  new SmallHall((config) => change(withSlots(config)));
export const take = (hall: SmallHall, day = MON, from = '14:00'): string =>
  String(hall.give(book, { queueId: 'queue-a', day, from }, PUBLIC)['bookingId']);
/** Moves the clock to a time of Monday, hall time. */
export const goTo = (hall: SmallHall, time: string): void => {
  hall.at = new Date(`${MON}T${time}:00+08:00`);
};
