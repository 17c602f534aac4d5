import { businessDay } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { queueOf, ticketOf } from '../hall/lookup.js';
import { recordVisitor } from '../persons/record-visitor.js';
import { sealed } from '../persons/sealed.js';
import type { SealedVisitor } from '../persons/visitor.js';
import { Refusal } from '../refusal.js';
import { askingPerson } from './own-enquiry.js';
import type { EnquiryChannel } from './enquiry.js';

export interface LogEnquiryBody {
  channel: EnquiryChannel;
  queueId: string | null;
  matterId: string | null;
  ticketId: string | null;
  replyMinutes: number | null;
  /** Sealed. */
  question: string;
  visitor: SealedVisitor | null;
}

/** Whoever is asked first puts it down and answers for it from then on (requirements 26, 27, 28). */
export function logEnquiry(
  state: HallState,
  body: LogEnquiryBody,
  asking: Asking,
): Decision<{ enquiryId: string; dueAt: string }> {
  const ownerId = askingPerson(asking).personId;
  const { channel, queueId, matterId, ticketId } = body;
  if (queueId !== null) queueOf(state, queueId);
  if (ticketId !== null) ticketOf(state, ticketId);
  mustKnowMatter(state, matterId);
  const day = businessDay(asking.at, state.config.timeZone);
  const recorded = body.visitor && recordVisitor(state, body.visitor, day, asking);
  const enquiryId = asking.newId();
  const dueAt = dueIn(state, body.replyMinutes, asking);
  return {
    facts: [
      ...(recorded?.facts ?? []),
      {
        ...{ type: 'enquiry-logged', enquiryId, day, channel, queueId, matterId, ticketId, ownerId, dueAt },
        visitorId: recorded?.visitorId ?? null,
      },
    ],
    answer: { enquiryId, dueAt },
    attachment: sealed([recorded], { [enquiryId]: body.question }),
  };
}

/** When a reply is due that somebody waits for from now on (requirement 34). */
export function dueIn({ config }: HallState, minutes: number | null, { at }: Asking): string {
  return new Date(at.getTime() + (minutes ?? config.enquiries.replyMinutes) * 60_000).toISOString();
}

function mustKnowMatter({ config }: HallState, matterId: string | null): void {
  const known = config.queues.some(({ matterIds }) => matterId !== null && matterIds.includes(matterId));
  if (matterId !== null && !known) throw new Refusal('matter-unknown');
}
