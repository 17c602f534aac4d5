import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { Refusal } from '../refusal.js';
import type { DisplaySpan } from './publication-event.js';

/** What a screen says it has shown (requirement 104), as far as it can be: of what was public, and not before it was nor later than now. */
export function reportDisplay(
  { publications }: HallState,
  { spans }: { spans: DisplaySpan[] },
  { actor, at }: Asking,
): Decision<{ taken: number }> {
  if (actor.kind !== 'device') throw new Refusal('not-allowed');
  const taken = spans.flatMap((span): DisplaySpan[] => {
    const publishedAt = publications.get(span.publicationId)?.publishedAt ?? null;
    if (publishedAt === null) return [];
    const from = Math.max(Date.parse(span.from), publishedAt.getTime());
    const to = Math.min(Date.parse(span.to), at.getTime());
    const seconds = Math.min(span.seconds, Math.ceil((to - from) / 1000));
    if (seconds <= 0) return [];
    return [{ ...span, from: new Date(from).toISOString(), to: new Date(to).toISOString(), seconds }];
  });
  const { deviceId } = actor;
  return {
    facts: taken.length > 0 ? [{ type: 'displayed', deviceId, spans: taken }] : [],
    answer: { taken: taken.length },
  };
}
