import type { HallState } from '../hall/hall-state.js';
import { ticketOf } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';
import type { Ticket } from './ticket.js';

/** The named ticket, when it is this counter's. */
export function atCounter(state: HallState, ticketId: string, counterId: string): Ticket {
  const ticket = ticketOf(state, ticketId);
  if (ticket.counterId !== counterId) throw new Refusal('not-at-this-counter', { number: ticket.number });
  return ticket;
}
