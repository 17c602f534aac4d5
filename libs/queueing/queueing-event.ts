import type { Outcome } from '../hall/config.js';
import type { CallReason } from './call-reason.js';

export type QueueingEvent =
  | {
      type: 'ticket-issued';
      ticketId: string;
      day: string;
      prefix: string;
      serial: number;
      number: string;
      queueId: string;
      matterId: string | null;
      groupId: string | null;
      /** The booking it was given for; null: it was taken on the spot. */
      appointmentId: string | null;
      /** The row of who it is; null: nobody asked. */
      visitorId: string | null;
      /** Of an agent's cases, and how many there are (requirement 24). */
      batchId: string | null;
      batchSize: number | null;
      /** 受理回执 of what it comes to collect. */
      receipt: string | null;
      /** Queues to come after this one. */
      route: string[];
    }
  | {
      type: 'ticket-called';
      ticketId: string;
      counterId: string;
      personId: string;
      announcement: number;
      cause: CallCause;
      why: CallReason;
    }
  | {
      type: 'ticket-recalled';
      ticketId: string;
      counterId: string;
      personId: string;
      announcement: number;
      round: number;
    }
  | { type: 'visit-begun'; ticketId: string; visitId: string; counterId: string; personId: string }
  | VisitFinished
  | { type: 'ticket-parked'; ticketId: string; counterId: string; reason: string }
  | {
      type: 'ticket-transferred';
      ticketId: string;
      fromCounterId: string | null;
      toQueueId: string;
      toCounterId: string | null;
      reason: string;
      /** The visit that this ends; null when none was open. */
      visitId: string | null;
    }
  /** `visitId`: a visit begun and parked before; it ends, whoever comes back begins another. */
  | { type: 'ticket-missed'; ticketId: string; counterId: string; visitId: string | null }
  /** `rank`: its new place in the line. */
  | { type: 'ticket-rejoined'; ticketId: string; rank: number }
  | { type: 'ticket-cancelled'; ticketId: string; reason: string; visitId: string | null }
  /** `decidedBy` is not told of those from before anybody could decide; `reason`: a person's. */
  | {
      type: 'ticket-expired';
      ticketId: string;
      visitId: string | null;
      decidedBy?: DecidedBy;
      reason?: string;
    }
  /** It leaves the line until its queue opens on `toDay`; a visit that was set aside ends with it. */
  | {
      type: 'ticket-carried-over';
      ticketId: string;
      toDay: string;
      visitId: string | null;
      decidedBy: DecidedBy;
    }
  /** The day has come: it waits again, in its old place. */
  | { type: 'ticket-went-on'; ticketId: string; day: string }
  | { type: 'ticket-marked'; ticketId: string; groupId: string | null }
  /** `personId`: who approved it. */
  | { type: 'ticket-expedited'; ticketId: string; personId: string; reason: string }
  | { type: 'helper-assigned'; ticketId: string; helperId: string | null };

/** A person at the desk, or nobody: then the hall's setting did at the close of the day. */
export type DecidedBy = 'person' | 'setting';

export type CallCause = 'next' | 'resumed' | 'by-number';

export interface VisitFinished {
  type: 'visit-finished';
  ticketId: string;
  visitId: string;
  counterId: string;
  personId: string;
  day: string;
  /** ISO instants. No begin: finished straight from the call, way time is then unknown. */
  calledAt: string;
  begunAt: string | null;
  outcome: Outcome;
  matterIds: string[];
  /** Where its route leads: there it waits again. Null: the visitor has done everything. */
  nextQueueId: string | null;
}
