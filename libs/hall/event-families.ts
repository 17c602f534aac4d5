import type { AppointmentEvent } from '../appointments/appointment-event.js';
import type { CollectionEvent } from '../collections/collection-event.js';
import type { GuideEvent } from '../disclosure/guide-event.js';
import type { EnquiryEvent } from '../enquiries/enquiry-event.js';
import type { EvaluationEvent } from '../evaluation/evaluation-event.js';
import type { FleetEvent } from '../fleet/fleet-event.js';
import type { HomeVisitEvent } from '../home-visits/home-visit-event.js';
import type { PersonEvent } from '../persons/person-event.js';
import type { PublicationEvent } from '../publication/publication-event.js';
import type { DeskEvent } from '../queueing/desk-event.js';
import type { QueueingEvent } from '../queueing/queueing-event.js';
import type { HallFact } from './hall-event.js';

/** The names of a family's events: the compiler asks for a new one here. */
type Names<Event extends HallFact> = Readonly<Record<Event['type'], true>>;

const QUEUEING: Names<QueueingEvent> = {
  'ticket-issued': true,
  'ticket-called': true,
  'ticket-recalled': true,
  'visit-begun': true,
  'visit-finished': true,
  'ticket-parked': true,
  'ticket-transferred': true,
  'ticket-missed': true,
  'ticket-rejoined': true,
  'ticket-cancelled': true,
  'ticket-expired': true,
  'ticket-carried-over': true,
  'ticket-went-on': true,
  'ticket-marked': true,
  'ticket-expedited': true,
  'helper-assigned': true,
};
const DESK: Names<DeskEvent> = {
  'session-opened': true,
  'session-closed': true,
  'counter-paused': true,
  'counter-reopened': true,
  'help-asked': true,
  'help-cleared': true,
};
const EVALUATION: Names<EvaluationEvent> = {
  'invitation-opened': true,
  'invitation-closed': true,
  'visit-rated': true,
  'rating-explained': true,
};
const FLEET: Names<FleetEvent> = {
  'slip-queued': true,
  'slip-ended': true,
  'device-reported': true,
  'device-tested': true,
  'fault-reported': true,
  'fault-cleared': true,
  'self-test-begun': true,
  'self-test-ended': true,
  'enrolment-offered': true,
  'device-enrolled': true,
};
const APPOINTMENTS: Names<AppointmentEvent> = {
  booked: true,
  'booking-cancelled': true,
  'booking-used': true,
  'booking-lapsed': true,
};

const HOME_VISITS: Names<HomeVisitEvent> = {
  'home-visit-requested': true,
  'home-visit-scheduled': true,
  'home-visit-done': true,
  'home-visit-declined': true,
  'home-visit-cancelled': true,
};

const PERSONS: Names<PersonEvent> = {
  'visitor-recorded': true,
  'agent-registered': true,
  'visitors-purged': true,
  'visitor-revealed': true,
};

const ENQUIRIES: Names<EnquiryEvent> = {
  'enquiry-logged': true,
  'enquiry-handed-over': true,
  'enquiry-replied': true,
  'enquiry-closed': true,
  'enquiry-overdue': true,
  'enquiries-purged': true,
};

const COLLECTIONS: Names<CollectionEvent> = {
  'collection-recorded': true,
  'signature-shown': true,
  'signatures-purged': true,
};

const PUBLICATIONS: Names<PublicationEvent> = {
  'publication-drafted': true,
  'publication-edited': true,
  'publication-submitted': true,
  'publication-reviewed': true,
  'publication-approved': true,
  'publication-returned': true,
  'publication-published': true,
  'publication-withdrawn': true,
  'publication-ended': true,
  displayed: true,
};
const GUIDES: Names<GuideEvent> = {
  'guide-saved': true,
  'guide-published': true,
  'guide-withdrawn': true,
};

/** Each event belongs to one family: state and rows follow it there. What is in none is the configuration's. */
export const isQueueing = (fact: HallFact): fact is QueueingEvent => fact.type in QUEUEING;
export const isDesk = (fact: HallFact): fact is DeskEvent => fact.type in DESK;
export const isEvaluation = (fact: HallFact): fact is EvaluationEvent => fact.type in EVALUATION;
export const isFleet = (fact: HallFact): fact is FleetEvent => fact.type in FLEET;
export const isAppointment = (fact: HallFact): fact is AppointmentEvent => fact.type in APPOINTMENTS;
export const isPerson = (fact: HallFact): fact is PersonEvent => fact.type in PERSONS;
export const isHomeVisit = (fact: HallFact): fact is HomeVisitEvent => fact.type in HOME_VISITS;
export const isEnquiry = (fact: HallFact): fact is EnquiryEvent => fact.type in ENQUIRIES;
export const isCollection = (fact: HallFact): fact is CollectionEvent => fact.type in COLLECTIONS;
export const isPublication = (fact: HallFact): fact is PublicationEvent => fact.type in PUBLICATIONS;
export const isGuide = (fact: HallFact): fact is GuideEvent => fact.type in GUIDES;
