import type { Agenda } from './agenda.js';
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
  atCounter: Plan['atCounter'];
  standsUp(round: number): boolean;
  sentOn(): void;
  missedAt(desk: Expecting): void;
  finished(): void;
  startAgain(): void;
  leave(): void;
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
  /** How many visitors want nothing any more. */
  left: number;
  readonly over: boolean;
  visitor(ticketId: string): Guest;
}
