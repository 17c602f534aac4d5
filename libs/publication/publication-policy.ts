export interface PublicationPolicy {
  /** A decision is published within so many working days (requirement 103). */
  publishWorkingDays: number;
  /** And so many working days before that is over, the duty desk is told. */
  warnWorkingDays: number;
  /** A published decision is shown for so many days, the day it is published not counted (requirement 104). */
  rollDays: number;
}

export const PLAIN_PUBLICATIONS: PublicationPolicy = {
  publishWorkingDays: 7,
  warnWorkingDays: 2,
  rollDays: 10,
};
