import type { HallState } from '../hall/hall-state.js';
import type { Ticket } from '../queueing/ticket.js';
import { samePerson, type PersonHashes } from './visitor.js';

/** The ticket with which a person waits in a queue already, where the hall gives one a person. */
export function heldTicket(state: HallState, queueId: string, person: PersonHashes | null): Ticket | null {
  if (person === null || !state.config.visitors.oneTicketPerQueue) return null;
  for (const ticketId of state.lines.get(queueId) ?? []) {
    const ticket = state.tickets.get(ticketId);
    const known = state.visitors.get(ticket?.visitorId ?? '');
    if (ticket && known && samePerson(known, person)) return ticket;
  }
  return null;
}
