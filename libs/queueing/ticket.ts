/** Where a visitor stands (house.md, ticket states). */
export type TicketStatus =
  'waiting' | 'called' | 'serving' | 'served' | 'parked' | 'missed' | 'carried' | 'cancelled' | 'expired';

/** Statuses after which nothing more happens to a ticket. */
export const ENDED: readonly TicketStatus[] = ['served', 'cancelled', 'expired'];

export interface Ticket {
  readonly id: string;
  /** The day it was taken: its number and its quota are counted there. */
  readonly day: string;
  readonly prefix: string;
  readonly serial: number;
  readonly number: string;
  readonly queueId: string;
  readonly matterId: string | null;
  readonly status: TicketStatus;
  /** Place in its line: lower is earlier. The event's sequence at issue; kept by a transfer: that is the waiting credit. */
  readonly rank: number;
  readonly issuedAt: Date;
  /** The actor that took it, as the ledger names it. */
  readonly issuedBy: string;
  readonly firstCalledAt: Date | null;
  readonly lastCalledAt: Date | null;
  readonly begunAt: Date | null;
  /** When it came to its present status. */
  readonly statusAt: Date;
  /** Where it is called, served, parked or was missed. */
  readonly counterId: string | null;
  /** Waiting for this counter alone. */
  readonly targetCounterId: string | null;
  /** Came by transfer from here. */
  readonly fromCounterId: string | null;
  /** Calls since it last came to a counter. */
  readonly rounds: number;
  /** The open visit, kept while parked. */
  readonly visitId: string | null;
  /** Code of the reason it is parked for. */
  readonly reason: string | null;
  /** The group whose evidence was seen (requirement 20). Never on a board. */
  readonly groupId: string | null;
  /** The booking it was given for (requirement 18): called before those who came without one, by their share. */
  readonly appointmentId: string | null;
  /** Approved to go before everybody else (requirement 19). */
  readonly urgent: boolean;
  /** Queues still to come on this number, in order (requirement 14). */
  readonly route: readonly string[];
  /** 帮办: the person assigned to accompany (requirement 21). */
  readonly helperId: string | null;
  /** Who it is, where he said so. */
  readonly visitorId: string | null;
  /** 结转 (requirement 12): the later day it goes on, or has gone on; null while it is of its own day. */
  readonly carriedTo: string | null;
  /** Slips that were sent to print for it: the next one says that it is a second one. */
  readonly slips: number;
  /** 代办: handed in by an agent together with others, and how many they are (requirement 24). */
  readonly batchId: string | null;
  readonly batchSize: number | null;
  /** 受理回执 of what it comes to collect (requirement 87) … */
  readonly receipt: string | null;
  /** … and the record that it was signed for. */
  readonly collectionId: string | null;
}

/** The day a ticket is served on. */
export const dayOf = ({ day, carriedTo }: Pick<Ticket, 'day' | 'carriedTo'>): string => carriedTo ?? day;
