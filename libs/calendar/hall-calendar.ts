import type { OpenSpan } from './hours.js';

/** A day that is not as its weekday: a public holiday, or a day worked in its place (调休). */
export type SpecialDay =
  | { day: string; kind: 'holiday'; name: string }
  /** Hours are those of the ISO weekday it stands for. */
  | { day: string; kind: 'workday'; name: string; asWeekday: number };

/** 延时服务 (requirement 18): one queue is open longer on one day. `from` included, `to` excluded, hall time. */
export interface ExtraHours {
  day: string;
  queueId: string;
  from: string;
  to: string;
}

export interface HallCalendar {
  specialDays: SpecialDay[];
  extraHours: ExtraHours[];
}

/** Requirement 9: through noon these counters are staffed; the queues stay open. */
export interface NoonRota extends OpenSpan {
  counterIds: string[];
}
