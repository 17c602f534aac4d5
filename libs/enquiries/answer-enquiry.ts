import { businessDay, dayAfter } from '../calendar/business-day.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallFact } from '../hall/hall-event.js';
import type { HallState } from '../hall/hall-state.js';
import { sealed } from '../persons/sealed.js';
import { Refusal } from '../refusal.js';
import { awaitsReply, type EnquiryOutcome, type EnquiryTarget } from './enquiry.js';
import { dueIn } from './log-enquiry.js';
import { askingPerson, ownEnquiry } from './own-enquiry.js';

/** To a colleague or a department, with a time for the reply; `warm`: they were called and know of it (requirements 27, 32, 34). */
export function handOverEnquiry(
  state: HallState,
  body: { enquiryId: string; to: EnquiryTarget; warm: boolean; replyMinutes: number | null },
  asking: Asking,
): Decision<{ dueAt: string }> {
  const { id: enquiryId } = ownEnquiry(state, body.enquiryId, asking);
  const { to, warm } = body;
  if (to.kind === 'department') mustKnowDepartment(state, to.departmentId);
  const dueAt = dueIn(state, body.replyMinutes, asking);
  return {
    facts: [
      {
        ...{ type: 'enquiry-handed-over', enquiryId, warm, dueAt },
        toPersonId: to.kind === 'person' ? to.personId : null,
        toDepartmentId: to.kind === 'department' ? to.departmentId : null,
      },
    ],
    answer: { dueAt },
  };
}

/** The answer is there: the clock stops, and whoever was asked first tells the visitor (requirement 34). */
export function replyEnquiry(
  state: HallState,
  body: { enquiryId: string; words: string },
  asking: Asking,
): Decision {
  const enquiry = ownEnquiry(state, body.enquiryId, asking);
  if (!awaitsReply(enquiry)) throw new Refusal('enquiry-over');
  const { personId } = askingPerson(asking);
  return {
    facts: [{ type: 'enquiry-replied', enquiryId: enquiry.id, personId }],
    answer: {},
    attachment: sealed([], { [enquiry.id]: body.words }),
  };
}

/** It ends in an outcome or not at all: answered, accepted, guided, or told where to go (requirements 28, 30). */
export function answerEnquiry(
  state: HallState,
  body: {
    enquiryId: string;
    outcome: EnquiryOutcome;
    departmentId: string | null;
    words: string | null;
  },
  asking: Asking,
): Decision {
  const { id: enquiryId } = ownEnquiry(state, body.enquiryId, asking);
  const { outcome, departmentId, words } = body;
  if (departmentId !== null) mustKnowDepartment(state, departmentId);
  const { personId } = askingPerson(asking);
  const today = businessDay(asking.at, state.config.timeZone);
  const purgeOn = dayAfter(today, state.config.visitors.keepDays + 1);
  return {
    facts: [{ type: 'enquiry-closed', enquiryId, personId, outcome, departmentId, purgeOn }],
    answer: {},
    attachment: sealed([], { [enquiryId]: words }),
  };
}

/** Nobody replied in time: written down once, and the duty desk is told (requirement 34). */
export function flagEnquiries(state: HallState, _body: object, { at }: Asking): Decision {
  const facts: HallFact[] = [];
  for (const enquiry of state.enquiries.values())
    if (awaitsReply(enquiry) && !enquiry.overdue && enquiry.dueAt <= at)
      facts.push({ type: 'enquiry-overdue', enquiryId: enquiry.id });
  return { facts, answer: {} };
}

function mustKnowDepartment({ config }: HallState, departmentId: string): void {
  if (!config.enquiries.departments.some(({ id }) => id === departmentId))
    throw new Refusal('department-unknown');
}
