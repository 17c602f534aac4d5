import { Injectable } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import type { Device } from '#libs/hall/config';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import { Clock, type Alarm } from '../clock.js';
import { Feed } from '../ledger/feed.js';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';
import { agentRoom } from './agent-room.js';
import { wishOf } from './wish-of.js';

/** What displays show may lag so far behind the line: a bus of 9600 baud says thirty frames in half a second. */
const CALM_MS = 50;

/** Tells agents what each pad, keypad and sign should show: a pad at once, displays in one go, and each only what is new. */
@Injectable()
export class Wishes {
  readonly #told = new Map<string, string>();
  readonly #planned = new Map<string, NodeJS.Timeout>();
  #server: Namespace | null = null;
  #minute: Alarm | null = null;

  constructor(
    private readonly ledger: Ledger,
    private readonly directory: Directory,
    private readonly clock: Clock,
    feed: Feed,
  ) {
    feed.onHall((hallId, events, state) => {
      const lit = countersLit(events, state);
      for (const device of state.config.devices)
        if (device.kind === 'evaluator-pad' && lit.has(device.counterId)) this.#tell(state, device);
      this.#plan(hallId);
    });
    clock.watch(() => this.#planAll());
  }

  sendThrough(server: Namespace): void {
    this.#server = server;
    this.#minute = this.clock.eachMinute(() => this.#planAll()); // signs go dark by the clock
  }

  stop(): void {
    this.#minute?.cancel();
    this.#server = null;
    for (const timer of this.#planned.values()) clearTimeout(timer);
  }

  /** All wishes of one agent's devices, after it connected: it may know none. */
  brief(socket: Socket, state: HallState, agentId: string): void {
    for (const device of state.config.devices)
      if (device.agentId === agentId) this.#tell(state, device, socket);
  }

  #planAll(): void {
    this.ledger.halls().then(
      (halls) => halls.forEach(({ id }) => this.#plan(id)),
      () => {}, // told with the next event
    );
  }

  #plan(hallId: string): void {
    if (!this.#server || this.#planned.has(hallId)) return;
    const tellAll = async (): Promise<void> => {
      this.#planned.delete(hallId);
      await this.ledger.hall(hallId, (state) => {
        for (const device of state.config.devices) if (device.driver) this.#tell(state, device);
      });
    };
    this.#planned.set(
      hallId,
      setTimeout(() => void tellAll().catch(() => {}), CALM_MS),
    );
  }

  /** `socket`: one that has just come, and is told in any case. */
  #tell(state: HallState, device: Device, socket?: Socket): void {
    const { hallId } = state;
    const wish = wishOf(state, device, { directory: this.directory, at: this.clock.now() });
    if (!wish || device.agentId === undefined) return;
    const key = `${hallId} ${device.id}`;
    const text = JSON.stringify(wish);
    if (!socket && this.#told.get(key) === text) return;
    this.#told.set(key, text);
    (socket ?? this.#server?.to(agentRoom(hallId, device.agentId)))?.emit('desired', wish);
  }
}

/** Counters whose pad these events light or darken. */
function countersLit(events: readonly HallEvent[], { invitations }: HallState): Set<string | undefined> {
  const counters = new Set<string | undefined>();
  for (const { fact } of events) {
    if (fact.type === 'invitation-opened') counters.add(fact.counterId);
    if (fact.type === 'invitation-closed' || fact.type === 'visit-rated')
      counters.add(invitations.get(fact.invitationId)?.counterId);
  }
  return counters;
}
