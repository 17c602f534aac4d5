/**
 * By which rule a ticket was called: `urgent` an approved insertion, `aged` it had waited as long as the hall lets anyone
 * wait, `share` the turn between groups and others, `order` first come first served, `backup` nobody waited for the
 * counter's own queues, `by-number` a clerk named it, `resumed` its visit was parked here.
 */
export const CALL_RULES = ['urgent', 'aged', 'share', 'order', 'backup', 'by-number', 'resumed'] as const;
export type CallRule = (typeof CALL_RULES)[number];

/** Why this ticket: stored when the call is decided, together with the configuration's version (requirements 19, 20). */
export interface CallReason {
  rule: CallRule;
  groupId: string | null;
  /** The booking that put it into the groups' lane. */
  appointmentId: string | null;
  rank: number;
  /** Rank of the first of the other class that waited for this counter; null when the class was alone. */
  otherRank: number | null;
  /** The counter's place in the share after this call; null when the share was not asked. */
  turn: number | null;
}
