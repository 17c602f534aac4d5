import { applyAppointments, forgetEnded } from '../appointments/apply-appointments.js';
import { startOfDay } from '../calendar/business-day.js';
import { applyCollections } from '../collections/apply-collections.js';
import { applyGuides } from '../disclosure/apply-guides.js';
import { applyEnquiries } from '../enquiries/apply-enquiries.js';
import { applyDesk } from '../queueing/apply-desk.js';
import { applyQueueing } from '../queueing/apply-queueing.js';
import { applyEvaluation } from '../evaluation/apply-evaluation.js';
import { applyFleet } from '../fleet/apply-fleet.js';
import { applyHomeVisits } from '../home-visits/apply-home-visits.js';
import { applyPersons } from '../persons/apply-persons.js';
import { applyPublications } from '../publication/apply-publications.js';
import type { Attachment } from './decision.js';
import {
  isAppointment,
  isCollection,
  isDesk,
  isEnquiry,
  isEvaluation,
  isFleet,
  isGuide,
  isHomeVisit,
  isPerson,
  isPublication,
  isQueueing,
} from './event-families.js';
import type { HallEvent } from './hall-event.js';
import type { HallState } from './hall-state.js';

/** Brings the state forward by one event. The only way it changes. */
export function apply(state: HallState, event: HallEvent, attachment: Attachment | undefined): void {
  state.sequence = event.sequence;
  const { fact } = event;
  if (isQueueing(fact)) return applyQueueing(state, event, fact);
  if (isDesk(fact)) return applyDesk(state, event, fact);
  if (isEvaluation(fact)) return applyEvaluation(state, event, fact);
  if (isFleet(fact)) return applyFleet(state, event, fact);
  if (isAppointment(fact)) return applyAppointments(state, event, fact);
  if (isHomeVisit(fact)) return applyHomeVisits(state, event, fact);
  if (isPerson(fact)) return applyPersons(state, fact, attachment);
  if (isCollection(fact)) return applyCollections(state, fact);
  if (isEnquiry(fact)) return applyEnquiries(state, event, fact);
  if (isPublication(fact)) return applyPublications(state, event, fact, attachment);
  if (isGuide(fact)) return applyGuides(state, fact);
  switch (fact.type) {
    case 'hall-configured':
      if (attachment?.kind === 'config') state.config = attachment.document;
      state.configVersion = fact.version;
      return;
    case 'day-closed':
      return turnDay(state, fact.nextDay);
  }
}

/** A new day starts its numbers and calls afresh; what was given or lit since midnight stays. */
function turnDay(state: HallState, day: string): void {
  const start = startOfDay(day, state.config.timeZone);
  state.day = day;
  forgetEnded(state);
  state.calls = state.calls.filter(({ at }) => at >= start);
  for (const counted of [state.serials, state.given])
    for (const key of counted.keys()) if (!key.startsWith(day)) counted.delete(key);
  for (const { id, ending, endsAt } of state.invitations.values())
    if (ending !== null && endsAt < start) state.invitations.delete(id);
}
