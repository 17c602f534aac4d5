import { Refusal } from '../refusal.js';
import type { Ticket, TicketStatus } from './ticket.js';

/** From which statuses each command may move a ticket (house.md, ticket states). */
export const TICKET_MOVES = {
  recall: ['called'],
  begin: ['called'],
  finish: ['called', 'serving'],
  park: ['called', 'serving'],
  resume: ['parked'],
  transfer: ['waiting', 'called', 'serving'],
  miss: ['called'],
  rejoin: ['missed'],
  callNumber: ['waiting', 'missed'],
  mark: ['waiting', 'called', 'missed', 'parked'],
  expedite: ['waiting'],
  assist: ['waiting', 'called', 'serving', 'missed', 'parked'],
  cancel: ['waiting', 'called', 'missed', 'parked', 'carried'],
  carryOver: ['waiting', 'missed', 'parked'],
  expire: ['waiting', 'missed', 'parked', 'carried'],
} as const satisfies Record<string, readonly TicketStatus[]>;

export type TicketMove = keyof typeof TICKET_MOVES;

export function mustAllow(move: TicketMove, ticket: Ticket): void {
  const from: readonly TicketStatus[] = TICKET_MOVES[move];
  if (!from.includes(ticket.status))
    throw new Refusal('ticket-wrong-state', { number: ticket.number, state: ticket.status });
}
