import { businessDay, dayAfter } from '../calendar/business-day.js';

/** One entry of the log: on which screen, from when to when, and how long of it on the glass. */
export interface Shown {
  deviceId: string;
  from: Date;
  to: Date;
  seconds: number;
}

/** Rolling on, a list comes round again: what is apart by no more than this was shown without a gap. */
const ROUND_MS = 15 * 60_000;

export interface ProofDay {
  day: string;
  /** On the glass of any screen, added up. */
  minutes: number;
  screens: { deviceId: string; first: Date; last: Date; minutes: number }[];
  /** Between its first and last showing of the day no screen had it for longer than a round. */
  gaps: { from: Date; to: Date }[];
}

/** Every day of its time, with those on which no screen showed it (requirement 104). */
export function proofOf(
  log: readonly Shown[],
  { from, until }: { from: string; until: string },
  timeZone: string,
): ProofDay[] {
  const byDay = new Map<string, Shown[]>();
  for (const entry of log) {
    const day = businessDay(entry.from, timeZone);
    byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  }
  const days: ProofDay[] = [];
  for (let day = from; day <= until; day = dayAfter(day)) days.push(proofDay(day, byDay.get(day) ?? []));
  return days;
}

function proofDay(day: string, log: Shown[]): ProofDay {
  const sorted = [...log].sort((one, other) => one.from.getTime() - other.from.getTime());
  const gaps: ProofDay['gaps'] = [];
  let reached: Date | null = null;
  for (const { from, to } of sorted) {
    if (reached && from.getTime() - reached.getTime() > ROUND_MS) gaps.push({ from: reached, to: from });
    if (!reached || to > reached) reached = to;
  }
  return { day, minutes: minutesOf(sorted), screens: screensOf(sorted), gaps };
}

const minutesOf = (log: readonly Shown[]): number =>
  Math.round(log.reduce((sum, { seconds }) => sum + seconds, 0) / 6) / 10;

function screensOf(sorted: readonly Shown[]): ProofDay['screens'] {
  const ids = [...new Set(sorted.map(({ deviceId }) => deviceId))].sort();
  return ids.map((deviceId) => {
    const own = sorted.filter((entry) => entry.deviceId === deviceId);
    const first = own.reduce((least, { from }) => (from < least ? from : least), own[0]?.from ?? new Date(0));
    const last = own.reduce((most, { to }) => (to > most ? to : most), first);
    return { deviceId, first, last, minutes: minutesOf(own) };
  });
}
