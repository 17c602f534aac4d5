/** About visitors who said who they are: ids only. What they said is in rows that can be emptied. */
export type PersonEvent =
  | { type: 'visitor-recorded'; visitorId: string; purgeOn: string }
  /** Their rows hold nothing any more. */
  | { type: 'visitors-purged'; visitorIds: string[] }
  /** Somebody of the staff was shown all of it, and why. */
  | { type: 'visitor-revealed'; visitorId: string; reason: string };
