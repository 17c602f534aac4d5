import type { AppointmentEvent } from '../appointments/appointment-event.js';
import type { DeskEvent } from '../queueing/desk-event.js';
import type { CollectionEvent } from '../collections/collection-event.js';
import type { GuideEvent } from '../disclosure/guide-event.js';
import type { EnquiryEvent } from '../enquiries/enquiry-event.js';
import type { EvaluationEvent } from '../evaluation/evaluation-event.js';
import type { FleetEvent } from '../fleet/fleet-event.js';
import type { HomeVisitEvent } from '../home-visits/home-visit-event.js';
import type { PersonEvent } from '../persons/person-event.js';
import type { PublicationEvent } from '../publication/publication-event.js';
import type { QueueingEvent } from '../queueing/queueing-event.js';
import type { ConfigEvent } from './config-event.js';

/** What happened in a hall: facts that hold ids and codes, never a visitor's name, number, phone or words. */
export type HallFact =
  | QueueingEvent
  | DeskEvent
  | EvaluationEvent
  | FleetEvent
  | AppointmentEvent
  | HomeVisitEvent
  | PersonEvent
  | EnquiryEvent
  | CollectionEvent
  | PublicationEvent
  | GuideEvent
  | ConfigEvent;

/** A fact in its place in the hall's chain. */
export interface HallEvent {
  sequence: number;
  at: Date;
  actor: string;
  requestId: string;
  /** The configuration it was decided under. */
  configVersion: number;
  fact: HallFact;
}
