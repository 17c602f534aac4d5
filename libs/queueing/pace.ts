/** One ticket of an earlier day, as its row tells it. Minutes of that day, hall time. */
export interface Turn {
  queueId: string;
  /** Where it was called; null when it never was. */
  counterId: string | null;
  takenAt: number;
  calledAt: number | null;
  /** When its counter was done with it, or when it left the line uncalled; null when nobody knows. */
  leftAt: number | null;
}

/** How long one ticket takes a counter, from its call to the next possible one. Minutes. */
export interface TurnTime {
  mean: number;
  /** Standard deviation. */
  spread: number;
}

/** What tickets with a forecast like this one really waited on earlier days: the half, and four in five. Minutes. */
export interface CurvePoint {
  forecast: number;
  median: number;
  bound: number;
}

export const QUARTER_MINUTES = 15;
export const QUARTERS = (24 * 60) / QUARTER_MINUTES;

/** What a hall has learnt of itself from its earlier days. Whatever it does not know has a sober default. */
export interface Pace {
  /** By queue. */
  turns: ReadonlyMap<string, TurnTime>;
  /** By counter: the share of earlier days on which it worked in each quarter hour. */
  presence: ReadonlyMap<string, readonly number[]>;
  /** By rising forecast, never falling. */
  curve: readonly CurvePoint[];
}

/** For a queue that has no history yet. */
export const DEFAULT_TURN: TurnTime = { mean: 6, spread: 6 };

/** For a hall that has no history yet: half the tickets as forecast, four in five within double that and a turn; none at a free counter. */
export const DEFAULT_CURVE: readonly CurvePoint[] = [
  { forecast: 0, median: 0, bound: 0 },
  { forecast: 6, median: 6, bound: 18 },
  { forecast: 60, median: 60, bound: 126 },
];

export const NO_PACE: Pace = { turns: new Map(), presence: new Map(), curve: DEFAULT_CURVE };

export const turnTime = (pace: Pace, queueId: string): TurnTime => pace.turns.get(queueId) ?? DEFAULT_TURN;
