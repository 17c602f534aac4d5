import type { PARK_REASONS, PAUSE_REASONS, TRANSFER_REASONS } from '#libs/contracts/commands';
import type { FaultKind } from '#libs/fleet/fleet-event';
import type { Outcome } from '#libs/hall/config';

/** Each code beside the digit that chooses it: the compiler finds the one that is missing. */
export const PARK_DIGITS: Readonly<Record<(typeof PARK_REASONS)[number], string>> = {
  'fetching-papers': '1',
  'filling-form': '2',
  paying: '3',
  'waiting-for-approval': '4',
};

export const PAUSE_DIGITS: Readonly<Record<(typeof PAUSE_REASONS)[number], string>> = {
  'short-break': '1',
  meal: '2',
  'back-office': '3',
  meeting: '4',
  equipment: '5',
};

export const TRANSFER_DIGITS: Readonly<Record<(typeof TRANSFER_REASONS)[number], string>> = {
  'wrong-choice': '1',
  'other-counter': '2',
  specialist: '3',
  'next-step': '4',
  'counter-closing': '5',
};

export const FAULT_DIGITS: Readonly<Record<FaultKind, string>> = {
  'does-not-respond': '1',
  'wrong-display': '2',
  paper: '3',
  other: '4',
};

export const OUTCOME_DIGITS: Readonly<Record<Outcome, string>> = {
  accepted: '1',
  completed: '2',
  advised: '3',
  collected: '4',
  'supplement-needed': '5',
  'not-accepted': '6',
  referred: '7',
};
