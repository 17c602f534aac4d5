import type { OpenSpan } from '#libs/calendar/hours';

/** Days that follow each other become a span: [1,2,3,4,5] is 1–5. */
export function dayRuns(days: readonly number[]): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

export interface HoursLine {
  runs: [from: number, to: number][];
  times: string[];
}

/** The hours of some queues, the same days together, each span once. */
export function hoursLines(spans: readonly OpenSpan[]): HoursLine[] {
  const lines = new Map<string, HoursLine>();
  for (const { days, from, to } of spans) {
    const runs = dayRuns(days);
    const key = JSON.stringify(runs);
    const line = lines.get(key) ?? { runs, times: [] };
    const time = `${from}–${to}`;
    if (!line.times.includes(time)) line.times.push(time);
    lines.set(key, line);
  }
  return [...lines.values()].map((line) => ({ ...line, times: line.times.sort() }));
}
