import type { WeeklyHours } from '../calendar/hours.js';

/** 预约服务, 延时服务, 上门服务 (requirement 18). */
export const APPOINTMENT_KINDS = ['slot', 'extended', 'home-visit'] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];
/** Those that become a ticket in the hall. */
export type SlotKind = Exclude<AppointmentKind, 'home-visit'>;

/** How one queue is booked; a queue has one policy a kind at most. */
export interface AppointmentPolicy {
  queueId: string;
  /** `slot`: cut out of the queue's opening hours. `extended`: out of `spans` beside them. `home-visit`: half-days, no slots and no check-in. */
  kind: AppointmentKind;
  /** Of `extended`: hours of the week in which only bookings are served. */
  spans: WeeklyHours;
  slotMinutes: number;
  /** Bookings a slot; of `home-visit`: visits a half-day. */
  capacity: number;
  /** How many days after today may be booked. */
  daysAhead: number;
  /** Until so many hours before its beginning it may be cancelled. */
  cancelHours: number;
  /** A ticket is given from so long before the slot begins … */
  checkInEarlyMinutes: number;
  /** … until so long after it ends. */
  checkInLateMinutes: number;
}
