import type {
  CANCEL_REASONS,
  EXPEDITE_REASONS,
  EXPIRE_REASONS,
  PARK_REASONS,
  PAUSE_REASONS,
  TRANSFER_REASONS,
} from '#libs/contracts/commands';
import type { CounterSnapshot, PrinterState, SlipState, TICKET_STATES } from '#libs/contracts/snapshots';
import { LEVELS, type Level } from '#libs/evaluation/levels';
import type { Outcome } from '#libs/hall/config';

type Codes<T extends readonly string[]> = T[number];
type Reason =
  | Codes<typeof PARK_REASONS>
  | Codes<typeof TRANSFER_REASONS>
  | Codes<typeof CANCEL_REASONS>
  | Codes<typeof PAUSE_REASONS>
  | Codes<typeof EXPEDITE_REASONS>
  | Codes<typeof EXPIRE_REASONS>;
type CounterState = CounterSnapshot['counters'][number]['state'];

/** The words for every code that more than one page shows: the compiler finds the one that is missing. */
export interface Terms {
  level: Readonly<Record<string, string>>;
  outcome: Readonly<Record<Outcome, string>>;
  reason: Readonly<Record<Reason, string>>;
  state: Readonly<Record<Codes<typeof TICKET_STATES> | CounterState, string>>;
  printer: Readonly<Record<PrinterState | SlipState, string>>;
}

/** `level.5` … `level.1`. */
export const levelWords = (name: (level: Level) => string): Record<string, string> =>
  Object.fromEntries(LEVELS.map((level) => [String(level), name(level)]));
