import type { Bench } from './judge.js';
/** A day in numbers, recounted from its events. Waits are from the number to its first call, of those called before the night. */
export interface Figures {
  issued: number;
  served: number;
  missed: number;
  cancelled: number;
  expired: number;
  carried_over: number;
  rated: number;
  called_by_key: number;
  median_wait_min: number;
  p80_wait_min: number;
  longest_wait_min: number;
  /** Calls by the rule that found them, and how often each other thing happened. */
  rules: Record<string, number>;
  events: Record<string, number>;
}

/** People waiting at a moment of the day, hall time. */
export interface Quarter {
  time: string;
  waiting: number;
}

const FIGURES = `WITH wait AS (
    SELECT extract(epoch FROM min(at) FILTER (WHERE type = 'ticket-called') - min(at))::float / 60 AS minutes
    FROM stand WHERE carried_to = '' GROUP BY ticket),
  ended AS (SELECT status FROM stand WHERE until IS NULL),
  rule AS (SELECT f->'why'->>'rule' AS rule, count(*) AS times FROM stand WHERE type = 'ticket-called' GROUP BY 1),
  kind AS (SELECT type, count(*) AS times FROM fact GROUP BY 1)
  SELECT (SELECT count(*)::int FROM ended) AS issued,
    (SELECT count(*)::int FROM ended WHERE status = 'served') AS served,
    (SELECT count(*)::int FROM fact WHERE type = 'ticket-missed') AS missed,
    (SELECT count(*)::int FROM ended WHERE status = 'cancelled') AS cancelled,
    (SELECT count(*)::int FROM ended WHERE status = 'expired') AS expired,
    (SELECT count(*)::int FROM fact WHERE type = 'ticket-went-on') AS carried_over,
    (SELECT count(*)::int FROM fact WHERE type = 'visit-rated') AS rated,
    (SELECT count(*)::int FROM stand WHERE type = 'ticket-called' AND actor LIKE 'device:%') AS called_by_key,
    round(percentile_cont(0.5) WITHIN GROUP (ORDER BY minutes)::numeric, 1)::float AS median_wait_min,
    round(percentile_cont(0.8) WITHIN GROUP (ORDER BY minutes)::numeric, 1)::float AS p80_wait_min,
    round(max(minutes)::numeric, 1)::float AS longest_wait_min,
    (SELECT jsonb_object_agg(rule, times) FROM rule) AS rules,
    (SELECT jsonb_object_agg(type, times) FROM kind) AS events
  FROM wait`;

const QUARTERS = `WITH span AS (SELECT date_bin('15 minutes', min(at), timestamptz '2026-01-01') AS first,
                  max(at) AS last FROM stand
               WHERE carried_to = '' AND status <> 'expired')
  SELECT to_char(moment AT TIME ZONE 'Asia/Shanghai', 'HH24:MI') AS time,
    (SELECT count(*)::int FROM stand WHERE status = 'waiting' AND at <= moment
       AND (until_at IS NULL OR until_at > moment)) AS waiting
  FROM span, generate_series(first, last + interval '15 minutes', interval '15 minutes') AS moment ORDER BY moment`;

export async function figuresOf(database: Bench): Promise<Figures> {
  const { rows } = await database.query<Figures>(FIGURES);
  const [figures] = rows;
  if (!figures) throw new Error('the day has no figures');
  return figures;
}

export async function quartersOf(database: Bench): Promise<Quarter[]> {
  const { rows } = await database.query<Quarter>(QUARTERS);
  return rows;
}

/** Widest bar of the picture, in characters. */
const WIDTH = 60;

/** Waiting by quarter of an hour, as bars of a terminal. */
export function picture(quarters: readonly Quarter[]): string {
  const most = Math.max(1, ...quarters.map(({ waiting }) => waiting));
  return quarters
    .map(({ time, waiting }) => `${time} ${'█'.repeat(Math.round((waiting / most) * WIDTH))} ${waiting}`)
    .join('\n');
}
