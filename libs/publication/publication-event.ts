import type { PublicationKind } from './document.js';
import type { Rulings } from './screening.js';

/** A version's words stand in a row; the chain holds their hash. */
interface Version {
  publicationId: string;
  personId: string;
  kind: PublicationKind;
  version: number;
  hash: string;
}

interface Step {
  publicationId: string;
  personId: string;
  version: number;
}

/** About publications: ids, hashes and codes. Words and reasons are in rows. */
export type PublicationEvent =
  | ({ type: 'publication-drafted'; correctsId: string | null } & Version)
  | ({ type: 'publication-edited' } & Version)
  | ({ type: 'publication-submitted' } & Step)
  | ({ type: 'publication-reviewed' } & Step)
  | ({ type: 'publication-approved'; rulings: Rulings } & Step)
  /** Back to whoever drafted it, with a reason. */
  | ({ type: 'publication-returned' } & Step)
  | ({ type: 'publication-published'; correctsId: string | null; endsAt: string | null } & Step)
  | ({ type: 'publication-withdrawn' } & Step)
  | { type: 'publication-ended'; publicationId: string }
  /** A screen tells what was painted and visible on it (requirement 104). */
  | { type: 'displayed'; deviceId: string; spans: DisplaySpan[] };

/** ISO instants; `seconds`: of the time between, in which it was on the glass. */
export interface DisplaySpan {
  publicationId: string;
  from: string;
  to: string;
  seconds: number;
}
