import type { Socket } from 'socket.io-client';
import type { CommandReply } from '#libs/contracts/socket';
import type { Agenda } from './agenda.js';
import type { Asking } from './asking.js';
import { keypadId } from './day-services.js';

/** What a clerk works with: commands go in, however they are pressed. */
export interface Hands {
  /** There is a key for the beginning of a visit, and the outcome is confirmed at its end. */
  readonly page: boolean;
  ask(name: string, body: Asked): Promise<CommandReply>;
}

export interface Asked {
  ticketId?: string | null;
  reason?: string;
  to?: { kind: string; counterId?: string };
  [more: string]: unknown;
}

export class PageHands implements Hands {
  readonly page = true;

  constructor(
    private readonly socket: Socket,
    private readonly asking: Asking,
  ) {}

  ask(name: string, body: Asked): Promise<CommandReply> {
    return this.asking.bySocket(this.socket, name, body);
  }
}

const KEYS: Readonly<Record<string, string>> = {
  ...{ next: 'next', recall: 'recall', miss: 'miss', park: 'park', finish: 'evaluate' },
  ...{ transfer: 'transfer', pause: 'pause' },
};

/** The caller on the desk, over its agent's line; what it has no key for is done on the page. */
export class KeypadHands implements Hands {
  readonly page = false;

  constructor(
    private readonly place: number,
    private readonly agent: Socket,
    private readonly onPage: Hands,
    private readonly day: { agenda: Agenda; asking: Asking },
  ) {}

  ask(name: string, body: Asked): Promise<CommandReply> {
    const action = KEYS[name];
    const { ticketId = null, to, reason } = body;
    const counter = to?.counterId?.split('-').at(-1);
    const noKey = (name === 'transfer' && counter === undefined) || (name === 'pause' && reason === 'meal');
    if (action === undefined || noKey) return this.onPage.ask(name, body);
    return this.day.asking.byAgent(this.agent, name, {
      ...{ kind: 'key', deviceId: keypadId(this.place), action, shown: ticketId, confirmed: true },
      target: counter === undefined ? null : Number(counter),
      pressedAt: this.day.agenda.instant.toISOString(),
    });
  }
}
