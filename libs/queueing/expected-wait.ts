import { turnTime, type CurvePoint, type Pace } from './pace.js';
import { chances, doneAt } from './staffing.js';

/** Somebody in a line. */
export interface Waiting {
  queueId: string;
  /** Waits for this counter alone. */
  targetCounterId: string | null;
}

/** A counter as it stands now. */
export interface CounterNow {
  id: string;
  queueIds: readonly string[];
  /** Somebody sits there and works. */
  open: boolean;
  /** The ticket it is taken by, and for how many minutes it has been. */
  busy: { queueId: string; minutes: number } | null;
}

/** Whole minutes, rounded up: half the people wait at most `medianMinutes`, four in five at most `boundMinutes`. */
export interface Wait {
  medianMinutes: number;
  boundMinutes: number;
}

export interface Floor {
  counters: readonly CounterNow[];
  /** What the hall knows of its own pace. */
  service: Pace;
  /** Minutes since midnight in the hall. */
  minute: number;
}

interface Lane extends CounterNow {
  chance: (at: number) => number;
  /** From when the next ticket can be called, minutes of the day. */
  freeAt: number;
}

/** How long somebody waits who stands behind `ahead`, everybody in the order of calling; null when no open counter serves them. */
export function expectedWait({
  ahead,
  person,
  ...floor
}: Floor & { ahead: readonly Waiting[]; person: Waiting }): Wait | null {
  const lanes = lanesOf(floor);
  for (const other of ahead) seat(lanes, other, floor.service);
  return waitOf(
    lanes,
    person,
    floor,
    ahead.some(({ queueId }) => queueId === person.queueId),
  );
}

/** The waits of everybody in line, in the order of calling, and of whoever joins each of these queues now: one walk for a whole hall. */
export function expectedWaits({
  waiting,
  joining,
  ...floor
}: Floor & { waiting: readonly Waiting[]; joining: readonly string[] }): {
  waiting: (Wait | null)[];
  joining: (Wait | null)[];
} {
  const lanes = lanesOf(floor);
  const lines = new Set<string>();
  const told = waiting.map((person) => {
    const wait = waitOf(lanes, person, floor, lines.has(person.queueId));
    lines.add(person.queueId);
    seat(lanes, person, floor.service);
    return wait;
  });
  const last = (queueId: string) =>
    waitOf(lanes, { queueId, targetCounterId: null }, floor, lines.has(queueId));
  return { waiting: told, joining: joining.map(last) };
}

/** Minutes by the mean alone, before the experience of earlier days is laid on it; null when no open counter serves. */
export function plainForecast({
  ahead,
  person,
  ...floor
}: Floor & { ahead: readonly Waiting[]; person: Waiting }): number | null {
  const lanes = lanesOf(floor);
  for (const other of ahead) seat(lanes, other, floor.service);
  return forecast(lanes, person, floor);
}

const lanesOf = ({ counters, service, minute }: Floor): Lane[] =>
  counters.map((counter) => ({
    ...counter,
    chance: chances(service, counter.id, counter.open, minute),
    freeAt: minute + (counter.busy ? remaining(counter.busy, service) : 0),
  }));

/** What a turn that has run for a while still takes: a long one is never just about to end. */
function remaining({ queueId, minutes }: { queueId: string; minutes: number }, service: Pace): number {
  const { mean, spread } = turnTime(service, queueId);
  return Math.max(mean - minutes, spread / 2);
}

const serves = ({ id, queueIds }: CounterNow, { queueId, targetCounterId }: Waiting): boolean =>
  targetCounterId === null ? queueIds.includes(queueId) : targetCounterId === id;

/** The counter that is done with this person first, and when. */
function firstDone(
  lanes: readonly Lane[],
  person: Waiting,
  work: number,
): { lane: Lane; done: number } | null {
  let best: { lane: Lane; done: number } | null = null;
  for (const lane of lanes) {
    if (!serves(lane, person) || (best && lane.freeAt + work >= best.done)) continue;
    const done = doneAt(lane.freeAt, work, lane.chance);
    if (!best || done < best.done) best = { lane, done };
  }
  return best;
}

function seat(lanes: readonly Lane[], person: Waiting, service: Pace): void {
  const first = firstDone(lanes, person, turnTime(service, person.queueId).mean);
  if (first) first.lane.freeAt = first.done;
}

function forecast(lanes: readonly Lane[], person: Waiting, { service, minute }: Floor): number | null {
  if (!lanes.some((lane) => lane.open && serves(lane, person))) return null;
  const { mean } = turnTime(service, person.queueId);
  const first = firstDone(lanes, person, mean);
  return first && Math.max(0, first.done - mean - minute);
}

function waitOf(lanes: readonly Lane[], person: Waiting, floor: Floor, someoneAhead: boolean): Wait | null {
  const minutes = forecast(lanes, person, floor);
  if (minutes === null) return null;
  const { median, bound } = onCurve(floor.service.curve, minutes);
  const medianMinutes = Math.max(someoneAhead ? 1 : 0, Math.ceil(median));
  return { medianMinutes, boundMinutes: Math.max(medianMinutes, Math.ceil(bound)) };
}

/** Between two points along the line; beyond the last one in its proportion. */
export function onCurve(
  curve: readonly CurvePoint[],
  forecast: number,
): Pick<CurvePoint, 'median' | 'bound'> {
  const [first] = curve;
  const last = curve.at(-1);
  if (!first || !last) return { median: forecast, bound: forecast };
  if (forecast <= first.forecast) return first;
  if (forecast >= last.forecast) {
    const more = last.forecast > 0 ? forecast / last.forecast : 1;
    return { median: last.median * more, bound: last.bound * more };
  }
  const next = curve.findIndex((point) => point.forecast >= forecast);
  const [low, high] = [curve[next - 1] ?? first, curve[next] ?? last];
  const part = (forecast - low.forecast) / (high.forecast - low.forecast);
  const along = (from: number, to: number) => from + (to - from) * part;
  return { median: along(low.median, high.median), bound: along(low.bound, high.bound) };
}
