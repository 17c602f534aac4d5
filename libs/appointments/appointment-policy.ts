/** 预约 (requirement 18): slots of one queue, cut out of its opening hours. */
export interface AppointmentPolicy {
  queueId: string;
  slotMinutes: number;
  /** Bookings a slot. */
  capacity: number;
  /** How many days after today may be booked. */
  daysAhead: number;
  /** Until so many hours before its slot a booking may be cancelled. */
  cancelHours: number;
  /** A ticket is given from so long before the slot begins … */
  checkInEarlyMinutes: number;
  /** … until so long after it ends. */
  checkInLateMinutes: number;
}
