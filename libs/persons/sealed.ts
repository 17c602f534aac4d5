import type { Attachment } from '../hall/decision.js';
import type { Recorded } from './record-visitor.js';

/** What of a decision was sealed at the door: the visitors it put down, and words or drawings by the row they go into. */
export const sealed = (
  recorded: readonly (Recorded | null)[],
  texts: Readonly<Record<string, string | null>> = {},
): Attachment => ({
  kind: 'sealed',
  visitors: Object.fromEntries(
    recorded.flatMap((one) => (one ? [[one.visitorId, one.visitor] as const] : [])),
  ),
  texts,
});
