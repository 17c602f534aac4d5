import { QUARTER_MINUTES, QUARTERS, type Turn, type TurnTime } from './pace.js';

/** A pause between two turns up to this belongs to the turn: nobody announces a cup of tea. Minutes. */
const LONGEST_BREATH = 15;
/** A counter that calls nobody for longer than this is taken to be away. Minutes. */
const LONGEST_IDLE = 25;

/** Which queues each counter serves. */
export type Serves = ReadonlyMap<string, readonly string[]>;
export type CalledTurn = Turn & { counterId: string; calledAt: number; endedAt: number };
export interface Span {
  from: number;
  to: number;
}

/** One earlier day, looked at once. */
export interface DayLesson {
  /** In the order they were taken. */
  turns: readonly Turn[];
  /** By counter, in the order of calls. */
  lanes: ReadonlyMap<string, readonly CalledTurn[]>;
  /** When each counter was there. */
  spans: ReadonlyMap<string, readonly Span[]>;
  /** By queue: how long each turn took its counter. */
  lengths: ReadonlyMap<string, readonly number[]>;
  /** By counter and quarter hour: worked, or was missed by those who waited; null tells nothing of its habits. */
  worked: ReadonlyMap<string, readonly (boolean | null)[]>;
}

export function lessonOf(day: readonly Turn[], serves: Serves): DayLesson {
  const lanes = lanesOf(day);
  const spans = new Map([...lanes].map(([counterId, lane]) => [counterId, spansOf(lane)]));
  return {
    turns: [...day].sort((a, b) => a.takenAt - b.takenAt),
    lanes,
    spans,
    lengths: lengthsOf(lanes),
    worked: workedOf(spans, day, serves),
  };
}

function lanesOf(day: readonly Turn[]): Map<string, CalledTurn[]> {
  const lanes = new Map<string, CalledTurn[]>();
  for (const turn of day) {
    const { counterId, calledAt, leftAt } = turn;
    if (counterId === null || calledAt === null) continue;
    const lane = lanes.get(counterId) ?? [];
    lane.push({ ...turn, counterId, calledAt, endedAt: leftAt ?? calledAt + 1 });
    lanes.set(counterId, lane);
  }
  for (const lane of lanes.values()) lane.sort((a, b) => a.calledAt - b.calledAt);
  return lanes;
}

function spansOf(lane: readonly CalledTurn[]): Span[] {
  const spans: Span[] = [];
  for (const { calledAt, endedAt } of lane) {
    const last = spans.at(-1);
    if (last && calledAt - last.to <= LONGEST_IDLE) last.to = Math.max(last.to, endedAt);
    else spans.push({ from: calledAt, to: endedAt });
  }
  return spans;
}

/** Who was called and never came counts with the little time it took: no-shows are in the mean. */
function lengthsOf(lanes: ReadonlyMap<string, readonly CalledTurn[]>): Map<string, number[]> {
  const lengths = new Map<string, number[]>();
  for (const lane of lanes.values())
    for (const [place, turn] of lane.entries()) {
      const known = lengths.get(turn.queueId) ?? [];
      known.push(lengthOf(turn, lane[place + 1]));
      lengths.set(turn.queueId, known);
    }
  return lengths;
}

/** To the next call where somebody was waiting for it, else to the end. */
function lengthOf({ calledAt, endedAt }: CalledTurn, next: CalledTurn | undefined): number {
  const busy = next && next.takenAt < endedAt && next.calledAt - endedAt <= LONGEST_BREATH;
  return Math.max(0, (busy ? next.calledAt : endedAt) - calledAt);
}

/** Each quarter hour is judged by its middle. A counter that calls nobody while nobody waits may well be there. */
function workedOf(
  spans: ReadonlyMap<string, readonly Span[]>,
  day: readonly Turn[],
  serves: Serves,
): DayLesson['worked'] {
  const lines = linesOf(day);
  return new Map(
    [...serves].map(([counterId, queueIds]) => {
      const there = quarters(spans.get(counterId) ?? []);
      const missed = (quarter: number) => queueIds.some((id) => lines.get(id)?.[quarter]);
      return [counterId, there.map((worked, quarter) => (worked ? true : missed(quarter) ? false : null))];
    }),
  );
}

/** When anybody waited, by queue and quarter hour. */
function linesOf(day: readonly Turn[]): Map<string, boolean[]> {
  const waits = new Map<string, Span[]>();
  for (const { queueId, takenAt, calledAt, leftAt } of day) {
    const known = waits.get(queueId) ?? [];
    known.push({ from: takenAt, to: calledAt ?? leftAt ?? takenAt });
    waits.set(queueId, known);
  }
  return new Map([...waits].map(([queueId, spans]) => [queueId, quarters(spans)]));
}

function quarters(spans: readonly Span[]): boolean[] {
  const covered = Array.from({ length: QUARTERS }, () => false);
  for (const { from, to } of spans)
    for (let quarter = Math.ceil(from / QUARTER_MINUTES - 0.5); quarter < QUARTERS; quarter++) {
      if ((quarter + 0.5) * QUARTER_MINUTES >= to) break;
      covered[Math.max(0, quarter)] = true;
    }
  return covered;
}

export function meanAndSpread(values: readonly number[]): TurnTime {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean: Math.max(0.1, mean), spread: Math.sqrt(variance) };
}
