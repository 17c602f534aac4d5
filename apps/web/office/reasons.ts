import { CANCEL_REASONS, EXPIRE_REASONS } from '#libs/contracts/commands';

/** Why staff cancel a number. */
export const STAFF_CANCELS: readonly string[] = CANCEL_REASONS.filter((reason) => reason !== 'by-visitor');
/** Why a number ends with its day. */
export const EXPIRES: readonly string[] = EXPIRE_REASONS;
