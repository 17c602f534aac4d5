import type { TestOutcome } from './device-test.js';

/** 报修: what somebody at a counter says is wrong with a device. */
export const FAULT_KINDS = ['does-not-respond', 'wrong-display', 'paper', 'other'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What a printer says of itself. */
export const PRINTER_STATES = [
  'ready',
  'paper-low',
  /** It prints, but its last slip hangs there: nobody took it. */
  'slip-left',
  'paper-out',
  'cover-open',
  'fault',
  'unreachable',
] as const;

/** How a slip's job ended; the wire's words (libs/contracts/slip.ts). */
export const SLIP_OUTCOMES = [
  'printed',
  'paper-out',
  'cover-open',
  'fault',
  'unreachable',
  'expired',
  'unknown',
] as const;
export type SlipOutcome = (typeof SLIP_OUTCOMES)[number];

export type FleetEvent =
  | {
      type: 'slip-queued';
      jobId: string;
      ticketId: string;
      number: string;
      printerId: string;
      ahead: number;
      reprint: boolean;
      /** ISO instant: not printed any more after it. */
      expiresAt: string;
    }
  | { type: 'slip-ended'; jobId: string; ticketId: string; outcome: SlipOutcome }
  /** `cause`: what the agent heard, in short words; of nobody. */
  | { type: 'device-reported'; deviceId: string; state: string; cause: string | null }
  | { type: 'device-tested'; deviceId: string; outcome: TestOutcome }
  | { type: 'fault-reported'; deviceId: string; what: FaultKind }
  | { type: 'fault-cleared'; deviceId: string }
  /** Of everything; `paper`: printers print a page as well. */
  | { type: 'self-test-begun'; day: string; paper: boolean }
  | { type: 'self-test-ended'; failed: readonly string[] }
  /** Hashes of the one-time code and of the token stand in rows of their own. */
  | { type: 'enrolment-offered'; deviceId: string; codeHash: string; endsAt: string }
  | { type: 'device-enrolled'; deviceId: string; tokenHash: string };
