import type { OwnBooking } from '#libs/contracts/rest';

/** What the page's head and foot tell of the hall. */
export type HallNames = Pick<OwnBooking, 'hallName' | 'hallNameEn' | 'complaintPhone'>;
