import { UseFilters } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { commandMessage, type CommandMessage, type CommandReply } from '#libs/contracts/socket';
import { CommandDoor } from '../access/command-door.js';
import { Door } from '../access/door.js';
import { Feed } from '../ledger/feed.js';
import { AckFilter } from '../refusal.filter.js';
import { Admission, type Admitted } from './admission.js';
import { Stage } from './stage.js';

interface ScreenSocket extends Socket {
  data: { admitted?: Admitted };
}

/** The socket of every page: it says what it is, gets its picture, and hands in commands. */
@WebSocketGateway({ namespace: '/', transports: ['websocket', 'polling'] })
@UseFilters(AckFilter)
export class ScreensGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  @WebSocketServer() private readonly server!: Namespace;

  constructor(
    private readonly admission: Admission,
    private readonly door: CommandDoor,
    private readonly stage: Stage,
    feed: Feed,
  ) {
    feed.onHall((_hallId, events) => {
      for (const { fact } of events) {
        // after the acknowledgement, where the page itself asked to be signed out
        if (fact.type === 'session-closed') setImmediate(() => this.#signOut(fact.sessionId));
      }
    });
  }

  afterInit(server: Namespace): void {
    this.stage.open(server);
    server.use((socket: ScreenSocket, next) => {
      this.admission.of(socket.handshake).then(
        (admitted) => {
          if (typeof admitted === 'string') return next(new Error(admitted));
          socket.data.admitted = admitted;
          next();
        },
        (cause: unknown) => next(cause instanceof Error ? cause : new Error('bad-input')),
      );
    });
  }

  async handleConnection(socket: ScreenSocket): Promise<void> {
    if (socket.data.admitted) await this.stage.enter(socket, socket.data.admitted);
  }

  handleDisconnect(socket: ScreenSocket): void {
    this.stage.leave(socket);
  }

  @SubscribeMessage('command')
  @Door('by-command')
  async command(
    @ConnectedSocket() socket: ScreenSocket,
    @MessageBody({ schema: commandMessage }) message: CommandMessage,
  ): Promise<CommandReply> {
    const { admitted } = socket.data;
    if (!admitted) return { ok: false, refusal: { code: 'not-signed-in', params: {} } };
    return this.door.run(admitted.hallId, admitted.actor, message);
  }

  /** Whoever signed out, or was signed out from elsewhere, sees nothing more of the hall. */
  #signOut(sessionId: string): void {
    for (const socket of this.server?.sockets.values() ?? []) {
      const { admitted }: ScreenSocket['data'] = socket.data;
      if (admitted?.actor.kind === 'person' && admitted.actor.sessionId === sessionId)
        socket.disconnect(true);
    }
  }
}
