import { lessonOf, meanAndSpread, type DayLesson, type Serves } from './day-lesson.js';
import { plainForecast, type CounterNow } from './expected-wait.js';
import { DEFAULT_CURVE, QUARTERS, type CurvePoint, type Pace, type Turn, type TurnTime } from './pace.js';

/** Of fewer turns no mean is made, of fewer forecasts no bound. */
const FEWEST_TURNS = 30;
const FEWEST_FORECASTS = 60;
/** Learning holds up the server while it lasts: no more old tickets are forecast than these. */
const MOST_FORECASTS = 1_500;
const POINTS = 12;
const FEWEST_OF_A_POINT = 40;

/**
 * What earlier days teach about the coming one. Every day is forecast by what the other days teach, as if it were to come, and
 * what its tickets really waited becomes the curve: so the bound holds whatever the forecast cannot see.
 */
export function learnPace(days: readonly (readonly Turn[])[], serves: Serves): Pace {
  const lessons = days.map((day) => lessonOf(day, serves));
  const tickets = days.reduce((sum, day) => sum + day.length, 0);
  const stride = Math.max(1, Math.ceil(tickets / MOST_FORECASTS));
  const pairs = lessons.flatMap((lesson) =>
    experience(
      lesson,
      stride,
      habits(
        lessons.filter((other) => other !== lesson),
        serves,
      ),
      serves,
    ),
  );
  const known = pairs.filter(({ forecast }) => forecast > 0).length >= FEWEST_FORECASTS;
  return { ...habits(lessons, serves), curve: known ? curveOf(pairs) : DEFAULT_CURVE };
}

const habits = (lessons: readonly DayLesson[], serves: Serves): Pace => ({
  turns: turnTimes(lessons),
  presence: presenceOf(lessons, serves),
  curve: DEFAULT_CURVE,
});

function turnTimes(lessons: readonly DayLesson[]): Map<string, TurnTime> {
  const all = new Map<string, number[]>();
  for (const [queueId, lengths] of lessons.flatMap((lesson) => [...lesson.lengths]))
    all.set(queueId, [...(all.get(queueId) ?? []), ...lengths]);
  const known = [...all].filter(([, lengths]) => lengths.length >= FEWEST_TURNS);
  return new Map(known.map(([queueId, lengths]) => [queueId, meanAndSpread(lengths)]));
}

/** Of the days that tell anything of a quarter hour; where few do, it is like the quarter before. */
function presenceOf(lessons: readonly DayLesson[], serves: Serves): Map<string, number[]> {
  const presence = new Map<string, number[]>();
  for (const counterId of serves.keys()) {
    const days = lessons.flatMap(({ worked }) => [worked.get(counterId) ?? []]);
    let share = 0;
    const habit = Array.from({ length: QUARTERS }, (_none, quarter) => {
      const telling = days.flatMap((day) => day[quarter] ?? []);
      if (telling.length > 0 && telling.length >= days.length / 3)
        share = telling.filter(Boolean).length / telling.length;
      return share;
    });
    if (habit.some((known) => known > 0)) presence.set(counterId, habit);
  }
  return presence;
}

interface Pair {
  forecast: number;
  actual: number;
}

/** What was forecast for the tickets of a day, and what they waited. */
function experience(lesson: DayLesson, stride: number, service: Pace, serves: Serves): Pair[] {
  return lesson.turns.flatMap((turn, place) => {
    if (place % stride !== 0 || turn.calledAt === null || turn.counterId === null) return [];
    const minute = turn.takenAt;
    const ahead = lesson.turns.slice(0, place).filter((other) => leftLine(other) > minute);
    const counters = [...serves].map(([id, queueIds]) => counterAt(lesson, { id, queueIds }, minute));
    const forecast = plainForecast({
      ahead: ahead.map(({ queueId }) => ({ queueId, targetCounterId: null })),
      person: { queueId: turn.queueId, targetCounterId: null },
      ...{ counters, service, minute },
    });
    return forecast === null ? [] : [{ forecast, actual: turn.calledAt - minute }];
  });
}

const leftLine = ({ calledAt, leftAt }: Turn): number => calledAt ?? leftAt ?? Infinity;

function counterAt(
  { spans, lanes }: DayLesson,
  counter: Pick<CounterNow, 'id' | 'queueIds'>,
  minute: number,
): CounterNow {
  const turn = lanes.get(counter.id)?.find(({ calledAt, endedAt }) => calledAt <= minute && minute < endedAt);
  return {
    ...counter,
    open: spans.get(counter.id)?.some(({ from, to }) => from <= minute && minute < to) ?? false,
    busy: turn ? { queueId: turn.queueId, minutes: minute - turn.calledAt } : null,
  };
}

/** Points of as many tickets each, made to rise: who has more ahead is never told less. Who need not wait is a point apart. */
function curveOf(pairs: readonly Pair[]): CurvePoint[] {
  const sorted = [...pairs].sort((a, b) => a.forecast - b.forecast);
  const idle = sorted.filter(({ forecast }) => forecast === 0);
  const busy = sorted.slice(idle.length);
  const points = Math.max(1, Math.min(POINTS, Math.floor(busy.length / FEWEST_OF_A_POINT)));
  const cut = (point: number) => Math.floor((point * busy.length) / points);
  const parts = Array.from({ length: points }, (_none, point) => busy.slice(cut(point), cut(point + 1)));
  const last = { median: 0, bound: 0 };
  return [...(idle.length > 0 ? [idle] : []), ...parts].map((part) => {
    const waits = part.map(({ actual }) => actual).sort((a, b) => a - b);
    last.median = Math.max(last.median, quantile(waits, 0.5));
    last.bound = Math.max(last.bound, quantile(waits, 0.8));
    return { forecast: part.reduce((sum, pair) => sum + pair.forecast, 0) / part.length, ...last };
  });
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
