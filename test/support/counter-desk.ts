import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { commandReply, type CommandReply } from '#libs/contracts/socket';

/** Hands a command in over a page's socket and resolves with the server's answer. */
export async function press(
  socket: Socket,
  name: string,
  body: object,
  requestId: string = randomUUID(),
): Promise<CommandReply> {
  return commandReply.parse(await socket.emitWithAck('command', { name, requestId, body }));
}

/** Resolves when the server has let the page in. */
export function entered(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.connected) return resolve();
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}

export const refusalOf = (reply: CommandReply): string | null =>
  reply.ok ? null : 'refusal' in reply ? reply.refusal.code : `incident ${reply.incident}`;

/** What a *next* called; null when nobody was waiting. */
export function calledBy(reply: CommandReply): string | null {
  const called = reply.ok ? reply.answer['called'] : null;
  if (typeof called !== 'object' || called === null || !('ticketId' in called)) return null;
  return String(called.ticketId);
}

/** A counter as its clerk works it: the keys of the page, and the ticket that stands there. */
export class CounterDesk {
  ticketId: string | null = null;

  constructor(readonly socket: Socket) {}

  /** At an occupied counter it finishes that visit and calls, as one command. */
  async next(): Promise<CommandReply> {
    const reply = await press(this.socket, 'next', { seen: this.ticketId, confirmed: true });
    if (reply.ok) this.ticketId = calledBy(reply);
    return reply;
  }

  begin(): Promise<CommandReply> {
    return press(this.socket, 'begin', { ticketId: this.ticketId });
  }

  async finish(): Promise<CommandReply> {
    const { ticketId } = this;
    const closing = { outcome: 'completed', matterIds: ['matter-a'], confirmed: true };
    const reply = await press(this.socket, 'finish', { ticketId, ...closing });
    if (reply.ok) this.ticketId = null;
    return reply;
  }
}
