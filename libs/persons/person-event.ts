/** About visitors who said who they are: ids only. What they said is in rows that can be emptied. */
export type PersonEvent =
  | { type: 'visitor-recorded'; visitorId: string; purgeOn: string }
  /** 代办员: somebody handed in so many cases for others (requirement 24). */
  | {
      type: 'agent-registered';
      batchId: string;
      day: string;
      visitorId: string;
      personId: string;
      size: number;
    }
  /** Their rows hold nothing any more. */
  | { type: 'visitors-purged'; visitorIds: string[] }
  /** Somebody of the staff was shown all of it, and why. */
  | { type: 'visitor-revealed'; visitorId: string; reason: string };
