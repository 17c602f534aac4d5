import { apply } from '#libs/hall/apply';
import type { Attachment } from '#libs/hall/decision';
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
} from '#libs/hall/event-families';
import type { HallEvent, HallFact } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import { projectAppointments } from '../appointments/appointments.projection.js';
import { projectHomeVisits } from '../appointments/home-visits.projection.js';
import { projectCollections } from '../collections/collections.projection.js';
import { projectGuides } from '../disclosure/disclosure.projection.js';
import { projectEnquiries } from '../enquiries/enquiries.projection.js';
import { projectEvaluation } from '../evaluation/evaluation.projection.js';
import { projectFleet } from '../fleet/fleet.projection.js';
import { projectConfig } from '../halls/config.projection.js';
import { projectPublications } from '../publication/publication.projection.js';
import { projectDesk } from '../queueing/desk.projection.js';
import { projectQueueing } from '../queueing/queueing.projection.js';
import { projectVisitors } from '../visitors/visitors.projection.js';
import { loadHall } from '../state/load-hall.js';
import type { RowWrite } from './row-writes.js';
import type { Scope } from './scope.js';

/** Each event goes to the projection of the feature it belongs to. */
function project(state: HallState, event: HallEvent, attachment: Attachment | undefined): RowWrite[] {
  const { fact } = event;
  if (isQueueing(fact)) return projectQueueing(state, event, fact);
  if (isDesk(fact)) return projectDesk(state, event, fact);
  if (isEvaluation(fact)) return projectEvaluation(state, event, fact, attachment);
  if (isFleet(fact)) return projectFleet(state, event, fact);
  if (isAppointment(fact)) return projectAppointments(state, event, fact);
  if (isHomeVisit(fact)) return projectHomeVisits(state, event, fact);
  if (isPerson(fact)) return projectVisitors(state, event, fact, attachment);
  if (isCollection(fact)) return projectCollections(state, event, fact, attachment);
  if (isEnquiry(fact)) return projectEnquiries(state, event, fact, attachment);
  if (isPublication(fact)) return projectPublications(state, event, fact, attachment);
  if (isGuide(fact)) return projectGuides(state, event, fact, attachment);
  return projectConfig(state, event, fact, attachment);
}

export const hallScope: Scope<HallState, HallFact> = {
  kind: 'hall',
  load: loadHall,
  apply,
  project,
  head: ({ configVersion, day }) => ({ configVersion, day }),
};
