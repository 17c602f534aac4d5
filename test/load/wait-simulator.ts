import type { CounterNow, Waiting } from '#libs/queueing/expected-wait';
import type { Serves } from '#libs/queueing/day-lesson';
import type { Turn } from '#libs/queueing/pace';

/** A hall of the simulator. Minutes of the day. */
export interface SimulatedHall {
  serves: Serves;
  /** By queue: tickets a day, and the typical minutes of one. */
  queues: Record<string, { tickets: number; minutes: number }>;
  open: number;
  close: number;
}

/** Seen by whoever takes a ticket: what the server would know at that moment. */
export interface Sight {
  minute: number;
  waiting: readonly Waiting[];
  counters: readonly CounterNow[];
}

export type Random = () => number;

/** Mulberry32: the same days for the same seed. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
/** About 1, never negative. */
const factor = (random: Random, spread: number): number =>
  Math.exp(spread * normal(random) - spread ** 2 / 2);

interface Clerk {
  id: string;
  queueIds: readonly string[];
  /** Slower above 1. */
  speed: number;
  arrives: number;
  leaves: number;
  lunch: { from: number; to: number };
  /** Minutes until the next break that nobody announces. */
  nextBreak: number;
  freeAt: number;
  turn: SimulatedTurn | null;
}

interface SimulatedTurn extends Turn {
  givesUpAt: number;
  comes: boolean;
}

/** A day: who came when, who was called when, told to `see` as each ticket is taken. What the day is like, nobody is told. */
export function simulateDay(
  hall: SimulatedHall,
  random: Random,
  see: (turn: Turn, sight: Sight) => void,
): Turn[] {
  const mood = { pace: factor(random, 0.1), afternoon: factor(random, 0.08), crowd: factor(random, 0.12) };
  const clerks = clerksOf(hall, random);
  const coming = arrivals(hall, mood.crowd, random);
  const day: SimulatedTurn[] = [];
  const line: SimulatedTurn[] = [];
  const minutesOf = (turn: SimulatedTurn, clerk: Clerk, minute: number): number => {
    const typical = hall.queues[turn.queueId]?.minutes ?? 5;
    const drift = mood.pace * (minute > 13 * 60 ? mood.afternoon : 1);
    return turn.comes ? typical * clerk.speed * drift * factor(random, 0.6) : 1 + random();
  };
  for (const turn of [...coming, null]) {
    serveUntil(turn?.takenAt ?? 24 * 60, { clerks, line, minutesOf, random });
    if (!turn) break;
    see(turn, sightOf(turn.takenAt, line, clerks));
    day.push(turn);
    line.push(turn);
  }
  return day;
}

function clerksOf({ serves, open, close }: SimulatedHall, random: Random): Clerk[] {
  return [...serves].map(([id, queueIds], place) => {
    const lunch = (place % 2 === 0 ? 11.5 : 12.5) * 60 + 8 * normal(random);
    const early = random() < 0.08;
    return {
      ...{ id, queueIds, speed: 0.85 + (0.3 * ((place * 7) % 10)) / 10, turn: null },
      arrives: open + Math.abs(4 * normal(random)),
      leaves: early ? open + (close - open) * (0.4 + 0.5 * random()) : close + 120,
      lunch: { from: lunch, to: lunch + 50 + 15 * random() },
      nextBreak: open + 60 + 90 * random(),
      freeAt: open,
    };
  });
}

/** A rush in the morning and a smaller one after lunch; three in a hundred give up, four never come when called. */
function arrivals({ queues, open, close }: SimulatedHall, crowd: number, random: Random): SimulatedTurn[] {
  const all: SimulatedTurn[] = [];
  for (const [queueId, { tickets }] of Object.entries(queues)) {
    const count = Math.round(tickets * crowd * factor(random, 0.08));
    for (let one = 0; one < count; one++) {
      const takenAt = arrival(open, close - 20, random);
      const givesUpAt = random() < 0.03 ? takenAt + 10 + 40 * random() : Infinity;
      all.push({
        queueId,
        counterId: null,
        takenAt,
        calledAt: null,
        leftAt: null,
        givesUpAt,
        comes: random() > 0.04,
      });
    }
  }
  return all.sort((a, b) => a.takenAt - b.takenAt);
}

function arrival(open: number, close: number, random: Random): number {
  const kind = random();
  if (kind < 0.35) return within(open + 60 + 40 * normal(random), open, close);
  if (kind < 0.55) return within(14.25 * 60 + 40 * normal(random), open, close);
  return open + (close - open) * random();
}

const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));

interface Running {
  clerks: Clerk[];
  line: SimulatedTurn[];
  minutesOf: (turn: SimulatedTurn, clerk: Clerk, minute: number) => number;
  random: Random;
}

/** Calls in the order of numbers, each counter its own queues, until the next ticket is taken. */
function serveUntil(until: number, { clerks, line, minutesOf, random }: Running): void {
  for (;;) {
    let next: { clerk: Clerk; turn: SimulatedTurn; at: number } | null = null;
    for (const clerk of clerks)
      for (const turn of line) {
        if (!clerk.queueIds.includes(turn.queueId)) continue;
        const at = worksFrom(clerk, Math.max(clerk.freeAt, turn.takenAt));
        if (turn.givesUpAt <= at) continue;
        if (at < until && (!next || at < next.at)) next = { clerk, turn, at };
        break;
      }
    const gone = next?.at ?? until;
    for (const turn of line.filter(({ givesUpAt }) => givesUpAt <= gone)) {
      turn.leftAt = turn.givesUpAt;
      line.splice(line.indexOf(turn), 1);
    }
    if (!next) return;
    call(next, line, minutesOf, random);
  }
}

function call(
  { clerk, turn, at }: { clerk: Clerk; turn: SimulatedTurn; at: number },
  line: SimulatedTurn[],
  minutesOf: Running['minutesOf'],
  random: Random,
): void {
  line.splice(line.indexOf(turn), 1);
  Object.assign(turn, { counterId: clerk.id, calledAt: at, leftAt: at + minutesOf(turn, clerk, at) });
  clerk.turn = turn;
  clerk.freeAt = (turn.leftAt ?? at) + 0.3 * random();
  if (clerk.freeAt < clerk.nextBreak) return;
  clerk.freeAt += 4 + 8 * random(); // nobody pauses the counter for it
  clerk.nextBreak = clerk.freeAt + 60 + 90 * random();
}

/** When a clerk who is free can really call. */
function worksFrom({ arrives, leaves, lunch }: Clerk, free: number): number {
  const at = Math.max(free, arrives);
  const back = at >= lunch.from && at < lunch.to ? lunch.to : at;
  return back >= leaves ? Infinity : back;
}

function sightOf(minute: number, line: readonly SimulatedTurn[], clerks: readonly Clerk[]): Sight {
  return {
    minute,
    waiting: line.map(({ queueId }) => ({ queueId, targetCounterId: null })),
    counters: clerks.map(({ id, queueIds, turn, ...clerk }) => {
      const busy = turn && turn.calledAt !== null && minute < (turn.leftAt ?? 0);
      const away = minute >= clerk.lunch.from && minute < clerk.lunch.to;
      const open = minute >= clerk.arrives && minute < clerk.leaves && !away;
      return {
        ...{ id, queueIds, open: open || Boolean(busy) },
        busy: busy ? { queueId: turn.queueId, minutes: minute - (turn.calledAt ?? minute) } : null,
      };
    }),
  };
}
