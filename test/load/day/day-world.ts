import type { Act, Agenda } from './agenda.js';
import type { Asking } from './asking.js';
import type { DaySize } from './day-config.js';
import type { DayHall, Staffed } from './day-hall.js';
import type { Plan } from './day-plan.js';

/** A counter where somebody will stand again. */
export interface Expecting {
  expect(seconds: number, what: 'resume' | 'call-number', guest: Guest): void;
}

/** A visitor as a counter meets one. */
export interface Guest {
  readonly plan: Plan;
  readonly ticketId: string | null;
  readonly number: string;
  /** Wants nothing any more. */
  readonly gone: boolean;
  /** Where it waits or is served, and the receipt it shows there. */
  readonly queueId: string;
  readonly receipt: string;
  atCounter: Plan['atCounter'];
  standsUp(round: number): boolean;
  sentOn(queueId: string | null): void;
  missedAt(desk: Expecting): void;
  finished(outcome: string): void;
  startAgain(): void;
  leave(): void;
  /** Leaves the counter in the middle, and the hall. */
  walkOut(): void;
}

/** Whose a number or a booking is: known to the players, and to nobody else once the day is purged. */
export interface Owned {
  id: string;
  person: number;
  /** Of a number that staff gave and named no group for: when its visitor was born. */
  born: string | null;
}

/** What everybody in the hall has in common on a day. */
export interface DayWorld {
  readonly hall: DayHall;
  readonly staffed: Staffed;
  readonly size: DaySize;
  readonly agenda: Agenda;
  readonly asking: Asking;
  /** By ticket. */
  readonly visitors: Map<string, Guest>;
  /** Visits whose pad did not show the invitation that its visitor was going to press. */
  readonly darkPads: string[];
  readonly owned: Owned[];
  /** What is left for the end of the day, and for the next morning. */
  readonly evening: Act[];
  readonly morning: Act[];
  /** How many visitors want nothing any more. */
  left: number;
  readonly over: boolean;
  visitor(ticketId: string): Guest;
}
