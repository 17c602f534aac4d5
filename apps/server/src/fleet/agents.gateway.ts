import { Logger, UseFilters } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { randomUUID } from 'node:crypto';
import type { Namespace, Socket } from 'socket.io';
import { z } from 'zod';
import {
  cardMessage,
  healthMessage,
  inputMessage,
  outcomeMessage,
  pluggedInMessage,
  testedMessage,
  type CardMessage,
  type HealthMessage,
  type InputMessage,
  type OutcomeMessage,
  type PluggedInMessage,
  type TestedMessage,
} from '#libs/contracts/agent';
import type { CommandReply } from '#libs/contracts/socket';
import type { Actor } from '#libs/hall/actor';
import { CommandDoor } from '../access/command-door.js';
import { Door } from '../access/door.js';
import { Identity, type Known } from '../access/identity.js';
import { Clock, type Alarm } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';
import { AckFilter } from '../refusal.filter.js';
import { Connected } from '../state/connected.js';
import { FleetMemory, type InputKind } from '../state/fleet-memory.js';
import { agentRoom, attachedTo } from './agent-room.js';
import { DeviceTests } from './device-tests.js';
import { Dispatch } from './dispatch.js';
import { Readings } from './readings.js';

interface AgentSocket extends Socket {
  data: { known?: Known & { actor: Extract<Actor, { kind: 'device' }> } };
}

const log = new Logger('AgentsGateway');
const HEARD: CommandReply = { ok: true, answer: {} };
const auth = z.object({ token: z.string() });
/** An agent that is gone for longer is gone: its printers count as out of reach. */
const GONE_AFTER_MS = 5_000;

function knownOf({ data: { known } }: AgentSocket): NonNullable<AgentSocket['data']['known']> {
  if (!known) throw new Error('an agent without an identity');
  return known;
}

/** The line of device agents: inputs up, wishes and print jobs down. */
@WebSocketGateway({ namespace: '/agent', transports: ['websocket'] })
@UseFilters(AckFilter)
export class AgentsGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  readonly #gone = new Map<string, Alarm>();
  #stopped = false;

  constructor(
    private readonly identity: Identity,
    private readonly door: CommandDoor,
    private readonly ledger: Ledger,
    private readonly dispatch: Dispatch,
    private readonly readings: Readings,
    private readonly tests: DeviceTests,
    private readonly memory: FleetMemory,
    private readonly connected: Connected,
    private readonly clock: Clock,
  ) {}

  afterInit(server: Namespace): void {
    this.dispatch.sendThrough(server);
    this.tests.sendThrough(server);
    server.use((socket: AgentSocket, next) => {
      const given = auth.safeParse(socket.handshake.auth);
      this.identity.device(given.data?.token).then(
        (known) => {
          if (known?.actor.kind !== 'device' || known.actor.deviceKind !== 'agent')
            return next(new Error('not-enrolled'));
          socket.data.known = { ...known, actor: known.actor };
          next();
        },
        (cause: unknown) => next(cause instanceof Error ? cause : new Error('not-enrolled')),
      );
    });
  }

  async handleConnection(socket: AgentSocket): Promise<void> {
    const { known } = socket.data;
    if (!known) return;
    const { hallId } = known;
    const { deviceId } = known.actor;
    this.#gone.get(agentRoom(hallId, deviceId))?.cancel();
    this.connected.arrive(hallId, deviceId, socket.id);
    await socket.join(agentRoom(hallId, deviceId));
    await this.ledger.hall(hallId, (state) => this.dispatch.brief(socket, state, deviceId));
  }

  handleDisconnect(socket: AgentSocket): void {
    const { known } = socket.data;
    if (!known) return;
    this.connected.leave(known.hallId, known.actor.deviceId, socket.id);
    this.#expect(known.hallId, known.actor.deviceId, GONE_AFTER_MS);
  }

  /** After a start: agents that do not come back within moments are gone. */
  async expectAgents(): Promise<void> {
    for (const { id: hallId } of await this.ledger.halls()) {
      const agents = await this.ledger.hall(hallId, ({ config }) =>
        config.devices.filter(({ kind }) => kind === 'agent').map(({ id }) => id),
      );
      for (const agentId of agents) this.#expect(hallId, agentId, 2 * GONE_AFTER_MS);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.dispatch.stop();
    this.tests.stop();
    for (const alarm of this.#gone.values()) alarm.cancel();
    this.#gone.clear();
  }

  @SubscribeMessage('outcome')
  @Door('device.attach')
  outcome(
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody({ schema: outcomeMessage }) body: OutcomeMessage,
  ): Promise<CommandReply> {
    return this.#run(socket, 'report-slip', `outcome ${body.jobId}`, body);
  }

  @SubscribeMessage('health')
  @Door('device.attach')
  health(
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody({ schema: healthMessage }) message: HealthMessage,
  ): Promise<CommandReply> {
    return this.#run(socket, 'report-device', randomUUID(), message);
  }

  @SubscribeMessage('input')
  @Door('device.attach')
  input(
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody({ schema: inputMessage }) message: InputMessage,
  ): Promise<CommandReply> {
    const { requestId, deviceId, pressedAt } = message;
    this.#remember(socket, deviceId, message.kind, pressedAt);
    switch (message.kind) {
      case 'level': {
        const { invitationId, level } = message;
        return this.#run(socket, 'rate', requestId, { invitationId, level, pressedAt, padId: deviceId });
      }
      case 'key': {
        const { action, target, shown, confirmed } = message;
        const press = { deviceId, action, target, shown, pressedAt, confirmed };
        return this.#run(socket, 'press-keypad', requestId, press);
      }
      case 'scan': {
        const { hallId, actor } = knownOf(socket);
        return this.readings.scan(hallId, actor.deviceId, message);
      }
    }
  }

  @SubscribeMessage('card')
  @Door('device.attach')
  card(
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody({ schema: cardMessage }) message: CardMessage,
  ): Promise<CommandReply> {
    const { hallId, actor } = knownOf(socket);
    this.#remember(socket, message.deviceId, 'card');
    return this.readings.card(hallId, actor.deviceId, message);
  }

  @SubscribeMessage('plugged-in')
  @Door('device.attach')
  pluggedIn(
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody({ schema: pluggedInMessage }) message: PluggedInMessage,
  ): CommandReply {
    const { hallId, actor } = knownOf(socket);
    this.memory.plug(hallId, actor.deviceId, message, this.clock.now());
    return HEARD;
  }

  @SubscribeMessage('tested')
  @Door('device.attach')
  tested(
    @ConnectedSocket() socket: AgentSocket,
    @MessageBody({ schema: testedMessage }) message: TestedMessage,
  ): CommandReply {
    const { hallId, actor } = knownOf(socket);
    this.tests.answered(hallId, actor.deviceId, message);
    return HEARD;
  }

  #remember(socket: AgentSocket, deviceId: string, kind: InputKind, at?: string): void {
    const { hallId } = knownOf(socket);
    this.memory.input(hallId, deviceId, kind, at === undefined ? this.clock.now() : new Date(at));
  }

  #run(socket: AgentSocket, name: string, requestId: string, body: object): Promise<CommandReply> {
    const { hallId, actor } = knownOf(socket);
    return this.door.run(hallId, actor, { name, requestId, body: { ...body } });
  }

  #expect(hallId: string, agentId: string, withinMs: number): void {
    if (this.#stopped) return;
    const room = agentRoom(hallId, agentId);
    const at = new Date(this.clock.now().getTime() + withinMs);
    this.#gone.get(room)?.cancel();
    const ring = () => this.#lost(hallId, agentId).catch((cause: unknown) => log.error(cause));
    this.#gone.set(room, this.clock.alarm(at, ring));
  }

  async #lost(hallId: string, agentId: string): Promise<void> {
    this.#gone.delete(agentRoom(hallId, agentId));
    if (this.connected.of(hallId).has(agentId)) return;
    const devices = await this.ledger.hall(hallId, (state) => attachedTo(state, agentId));
    for (const { id: deviceId } of devices)
      await this.door.inside(hallId, 'report-device', { deviceId, state: 'unreachable' });
  }
}
