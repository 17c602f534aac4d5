import type { GuidePart, WithdrawReason } from './guide.js';

/** About guides: ids, dates and the document's hash. The document itself stands in a row. */
export type GuideEvent =
  | {
      type: 'guide-saved';
      guideId: string;
      code: string;
      matterId: string | null;
      version: number;
      documentHash: string;
      empty: GuidePart[];
    }
  | { type: 'guide-published'; guideId: string; version: number; effectiveFrom: string }
  | { type: 'guide-withdrawn'; guideId: string; versions: number[]; reason: WithdrawReason };
