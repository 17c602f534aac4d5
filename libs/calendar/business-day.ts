/** `Intl` formatters are slow to make and quick to use: one a time zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

export interface LocalTime {
  /** `2026-03-02` */
  day: string;
  /** `09:05` */
  time: string;
}

/** Wall clock of an instant in a time zone. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const part: Record<string, string> = {};
  for (const { type, value } of formatter(timeZone).formatToParts(at)) part[type] = value;
  return {
    day: `${part['year']}-${part['month']}-${part['day']}`,
    time: `${part['hour']}:${part['minute']}`,
  };
}

/** The business day of an instant: what numbers are counted by. */
export const businessDay = (at: Date, timeZone: string): string => localTime(at, timeZone).day;

/** The day so many days after a `2026-03-02`. */
export function dayAfter(day: string, days = 1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** ISO weekday of a `2026-03-02`: 1 = Monday … 7 = Sunday. */
export const isoWeekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The first instant at which a hall's clock shows a time of a day; `24:00` is the next day's beginning. Found by narrowing, so that zones with daylight saving come out right. */
export function instantAt(day: string, time: string, timeZone: string): Date {
  let low = Date.parse(`${day}T00:00:00Z`) - 15 * 3_600_000;
  let high = low + 54 * 3_600_000;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const shown = localTime(new Date(middle), timeZone);
    if (`${shown.day} ${shown.time}` < `${day} ${time}`) low = middle;
    else high = middle;
  }
  return new Date(high);
}

/** The first instant of a hall's day. */
export const startOfDay = (day: string, timeZone: string): Date => instantAt(day, '00:00', timeZone);
