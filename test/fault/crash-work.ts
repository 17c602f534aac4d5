import { snapshotMessage, type CommandReply } from '#libs/contracts/socket';
import { calledBy } from '../support/counter-desk.js';

export interface Wish {
  name: string;
  body: object;
}

/** What someone in the hall does: one thing after another, by what they saw and were told. */
export interface Work {
  /** What to do now; null when there is nothing to do before something new is seen. */
  wish(): Wish | null;
  see(message: unknown): void;
  hear(name: string, reply: CommandReply): void;
}

/** Takes tickets for both queues in turn. */
export function kioskWork(): Work {
  let taken = 0;
  return {
    wish: () => ({
      name: 'issue',
      body: { queueId: taken++ % 2 ? 'hall-queue-a' : 'hall-queue-b', matterId: 'matter-a' },
    }),
    see: () => undefined,
    hear: () => undefined,
  };
}

/** Calls, begins, finishes, and calls again. */
export function clerkWork(): Work {
  let ticketId: string | null = null;
  let serving = false;
  return {
    wish: () => {
      if (ticketId === null) return { name: 'next', body: { seen: null, confirmed: true } };
      if (!serving) return { name: 'begin', body: { ticketId } };
      const closing = { outcome: 'completed', matterIds: ['matter-a'], confirmed: true };
      return { name: 'finish', body: { ticketId, ...closing } };
    },
    see: () => undefined,
    hear: (name, reply) => {
      if (!reply.ok) return;
      if (name === 'next') ticketId = calledBy(reply);
      if (name === 'finish') ticketId = null;
      serving = name === 'begin';
    },
  };
}

/** Rates every invitation that it sees lit, once. */
export function padWork(): Work {
  let lit: string | null = null;
  let pressed: string | null = null;
  return {
    wish: () => {
      if (lit === null || lit === pressed) return null;
      pressed = lit;
      return { name: 'rate', body: { invitationId: lit, level: 5 } };
    },
    see: (message) => {
      const { snapshot } = snapshotMessage.parse(message);
      if (snapshot.kind === 'pad') lit = snapshot.invitation?.id ?? null;
    },
    hear: () => undefined,
  };
}
