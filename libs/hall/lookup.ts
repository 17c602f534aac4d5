import { Refusal, type RefusalCode } from '../refusal.js';
import type { Ticket } from '../queueing/ticket.js';
import type { Counter, Device, Queue } from './config.js';
import type { Asking } from './decision.js';
import type { HallState, Session } from './hall-state.js';

function found<T>(thing: T | undefined, code: RefusalCode): T {
  if (thing === undefined) throw new Refusal(code);
  return thing;
}

export const queueOf = (state: HallState, id: string): Queue =>
  found(
    state.config.queues.find((queue) => queue.id === id),
    'queue-unknown',
  );

export const counterOf = (state: HallState, id: string): Counter =>
  found(
    state.config.counters.find((counter) => counter.id === id),
    'counter-unknown',
  );

export const deviceOf = (state: HallState, id: string): Device =>
  found(
    state.config.devices.find((device) => device.id === id),
    'device-unknown',
  );

/** A ticket that is still in the hall. */
export const ticketOf = (state: HallState, id: string): Ticket =>
  found(state.tickets.get(id), 'ticket-unknown');

export const currentAt = (state: HallState, counterId: string): Ticket | null => {
  const id = state.current.get(counterId);
  return id === undefined ? null : (state.tickets.get(id) ?? null);
};

export const sessionAt = (state: HallState, counterId: string): Session | null => {
  for (const session of state.sessions.values()) if (session.counterId === counterId) return session;
  return null;
};

/** The live session of whoever asks, as the hall knows it: one that was taken over meanwhile is over. */
export function askingSession(state: HallState, { actor }: Asking): Session {
  const session = actor.kind === 'person' ? state.sessions.get(actor.sessionId) : undefined;
  return found(session, 'not-signed-in');
}

/** The counter whoever asks sits at. */
export function askingCounter(state: HallState, asking: Asking): { counter: Counter; personId: string } {
  const session = askingSession(state, asking);
  if (session.counterId === null) throw new Refusal('no-counter');
  return { counter: counterOf(state, session.counterId), personId: session.personId };
}
