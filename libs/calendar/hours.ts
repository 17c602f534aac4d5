/** A span of weekdays, hall time: `from` included, `to` excluded. `24:00` ends a day. */
export interface OpenSpan {
  /** ISO weekdays, 1 = Monday … 7 = Sunday. */
  days: number[];
  from: string;
  to: string;
}
export type WeeklyHours = OpenSpan[];
