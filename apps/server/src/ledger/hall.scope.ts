import { apply } from '#libs/hall/apply';
import type { Attachment } from '#libs/hall/decision';
import type { HallEvent, HallFact } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import { projectEvaluation } from '../evaluation/evaluation.projection.js';
import { projectFleet } from '../fleet/fleet.projection.js';
import { projectConfig } from '../halls/config.projection.js';
import { projectDesk } from '../queueing/desk.projection.js';
import { projectQueueing } from '../queueing/queueing.projection.js';
import { loadHall } from '../state/load-hall.js';
import type { RowWrite } from './row-writes.js';
import type { Scope } from './scope.js';

/** Each event goes to the projection of the feature it belongs to. */
function project(state: HallState, event: HallEvent, attachment: Attachment | undefined): RowWrite[] {
  const { fact } = event;
  switch (fact.type) {
    case 'ticket-issued':
    case 'ticket-called':
    case 'ticket-recalled':
    case 'visit-begun':
    case 'visit-finished':
    case 'ticket-parked':
    case 'ticket-transferred':
    case 'ticket-missed':
    case 'ticket-rejoined':
    case 'ticket-cancelled':
    case 'ticket-expired':
      return projectQueueing(state, event, fact);
    case 'session-opened':
    case 'session-closed':
    case 'counter-paused':
    case 'counter-reopened':
    case 'help-asked':
    case 'help-cleared':
      return projectDesk(state, event, fact);
    case 'invitation-opened':
    case 'invitation-closed':
    case 'visit-rated':
    case 'rating-explained':
      return projectEvaluation(state, event, fact, attachment);
    case 'slip-queued':
    case 'slip-ended':
    case 'device-reported':
    case 'enrolment-offered':
    case 'device-enrolled':
      return projectFleet(state, event, fact);
    case 'hall-configured':
    case 'day-closed':
      return projectConfig(state, event, fact, attachment);
  }
}

export const hallScope: Scope<HallState, HallFact> = {
  kind: 'hall',
  load: loadHall,
  apply,
  project,
  head: ({ configVersion, day }) => ({ configVersion, day }),
};
