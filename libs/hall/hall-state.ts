import type { Booking } from '../appointments/booking.js';
import type { Guide } from '../disclosure/guide.js';
import type { Enquiry } from '../enquiries/enquiry.js';
import type { InvitationEnding } from '../evaluation/evaluation-event.js';
import type { Level } from '../evaluation/levels.js';
import type { FaultKind, SlipOutcome } from '../fleet/fleet-event.js';
import type { HomeVisit } from '../home-visits/home-visit.js';
import type { KnownVisitor } from '../persons/visitor.js';
import type { Publication } from '../publication/publication.js';
import type { Ticket } from '../queueing/ticket.js';
import type { HallConfig } from './config.js';

export interface Call {
  announcement: number;
  ticketId: string;
  number: string;
  counterId: string;
  round: number;
  at: Date;
}

export interface Session {
  id: string;
  personId: string;
  counterId: string | null;
}

/** What lasts at a counter beside its ticket. */
export interface Desk {
  pausedFor: string | null;
  helpAskedAt: Date | null;
  /** The counter's place in the share between groups and others (libs/queueing/call-order.ts). */
  turn: number;
  /** The visit finished last here; its rating is told as a fact, never as a level. */
  lastVisit: { visitId: string; number: string; rating: 'none' | 'inviting' | 'rated' | 'not-rated' } | null;
}

export interface Invitation {
  id: string;
  visitId: string;
  ticketId: string;
  number: string;
  counterId: string;
  personId: string;
  openedAt: Date;
  endsAt: Date;
  ending: InvitationEnding | null;
  /** Set by the press. */
  rating: { evaluationId: string; level: Level; receivedAt: Date; explained: boolean } | null;
}

export interface SlipJob {
  id: string;
  ticketId: string;
  number: string;
  printerId: string;
  askedBy: string;
  ahead: number;
  reprint: boolean;
  queuedAt: Date;
  expiresAt: Date;
  outcome: SlipOutcome | null;
}

/** What a device last said: a printer's state, a board's sound. */
export interface DeviceReport {
  state: string;
  cause: string | null;
  since: Date;
}

/** The last test of everything. `endedAt` null: it goes on, or was broken off. */
export interface SelfTest {
  /** The business day it was for. */
  day: string;
  begunAt: Date;
  endedAt: Date | null;
  /** Ids of devices. */
  failed: readonly string[];
}

/**
 * All that a decision about one hall may look at. Changed only by `apply`, inside the ledger, between two batches;
 * tickets and the other records are replaced, never edited. Ended tickets are let go: rows keep them.
 */
export interface HallState {
  hallId: string;
  sequence: number;
  configVersion: number;
  config: HallConfig;
  /** The business day that is open. */
  day: string;
  /** Last number given, by `day prefix`. */
  serials: Map<string, number>;
  /** When each number was given, oldest first, by `day prefix`: what quotas count. */
  given: Map<string, Date[]>;
  tickets: Map<string, Ticket>;
  /** Ids of waiting tickets by queue, in order of rank. */
  lines: Map<string, string[]>;
  /** Of the waiting: those marked with a group or expedited. */
  favoured: Set<string>;
  /** The called or serving ticket of a counter. */
  current: Map<string, string>;
  /** Of today, newest first, bounded. */
  calls: Call[];
  announcement: number;
  sessions: Map<string, Session>;
  desks: Map<string, Desk>;
  /** Of today. */
  invitations: Map<string, Invitation>;
  /** Queued ones, and those of the last minutes. */
  slips: Map<string, SlipJob>;
  /** Those that stand, and those of today and later that have ended. */
  bookings: Map<string, Booking>;
  /** Those that stand. */
  homeVisits: Map<string, HomeVisit>;
  /** Who said who he is, until the purge. */
  visitors: Map<string, KnownVisitor>;
  /** Open ones, and closed ones whose words are not purged yet. */
  enquiries: Map<string, Enquiry>;
  /** Of collections: the signatures that are kept, and the day each is purged. */
  signatures: Map<string, string>;
  /** All there ever were; the words of those on their way and on the screens. */
  publications: Map<string, Publication>;
  /** Of its matters: which versions there are. The documents stand in rows. */
  guides: Map<string, Guide>;
  /** What devices last said: a printer's state, a board's sound. */
  reports: Map<string, DeviceReport>;
  /** Reported by a clerk and not yet settled, by device. */
  faults: Map<string, { what: FaultKind; at: Date }>;
  selfTest: SelfTest | null;
  enrolled: Set<string>;
  /** The one-time codes that are open, by device. */
  codes: Map<string, { codeHash: string; endsAt: Date }>;
}

export function emptyHall(hallId: string, config: HallConfig, day: string): HallState {
  return {
    hallId,
    sequence: 0,
    configVersion: 0,
    config,
    day,
    serials: new Map(),
    given: new Map(),
    tickets: new Map(),
    lines: new Map(),
    favoured: new Set(),
    current: new Map(),
    calls: [],
    announcement: 0,
    sessions: new Map(),
    desks: new Map(),
    invitations: new Map(),
    slips: new Map(),
    bookings: new Map(),
    homeVisits: new Map(),
    visitors: new Map(),
    enquiries: new Map(),
    signatures: new Map(),
    publications: new Map(),
    guides: new Map(),
    reports: new Map(),
    faults: new Map(),
    selfTest: null,
    enrolled: new Set(),
    codes: new Map(),
  };
}
