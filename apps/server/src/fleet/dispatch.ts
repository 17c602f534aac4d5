import { Injectable } from '@nestjs/common';
import type { Namespace, Socket } from 'socket.io';
import type { HallState } from '#libs/hall/hall-state';
import { PublicAddress } from '../access/public-address.js';
import { Clock, type Alarm } from '../clock.js';
import { Feed } from '../ledger/feed.js';
import { Directory } from '../state/directory.js';
import { Paces } from '../state/paces.js';
import { agentRoom, attachedTo } from './agent-room.js';
import { slipMessage } from './slip-document.js';
import { Wishes } from './wishes.js';

/** Tells agents which devices they carry, what time it is, and what to print. */
@Injectable()
export class Dispatch {
  #server: Namespace | null = null;
  #minute: Alarm | null = null;

  constructor(
    private readonly directory: Directory,
    private readonly paces: Paces,
    private readonly wishes: Wishes,
    private readonly address: PublicAddress,
    private readonly clock: Clock,
    feed: Feed,
  ) {
    feed.onHall((_hallId, events, state) => {
      for (const { fact } of events) {
        if (fact.type === 'slip-queued') this.#print(state, fact.jobId);
        if (fact.type === 'hall-configured') this.#reconfigure(state);
      }
    });
    clock.watch(() => this.#tellTime());
  }

  sendThrough(server: Namespace): void {
    this.#server = server;
    this.wishes.sendThrough(server);
    this.#minute = this.clock.eachMinute(() => this.#tellTime()); // agents' clocks drift
  }

  stop(): void {
    this.#minute?.cancel();
    this.wishes.stop();
  }

  /** Everything an agent should know, after it connected. */
  brief(socket: Socket, state: HallState, agentId: string): void {
    const at = this.clock.now().toISOString();
    const devices = attachedTo(state, agentId);
    socket.emit('time', { at });
    socket.emit('devices', { devices, at });
    this.wishes.brief(socket, state, agentId);
    for (const job of state.slips.values())
      if (job.outcome === null && devices.some(({ id }) => id === job.printerId))
        this.#send(state, job.id, socket);
  }

  #tellTime(): void {
    this.#server?.emit('time', { at: this.clock.now().toISOString() });
  }

  #print(state: HallState, jobId: string): void {
    const job = state.slips.get(jobId);
    const agentId = state.config.devices.find(({ id }) => id === job?.printerId)?.agentId;
    if (agentId && this.#server) this.#send(state, jobId, this.#server.to(agentRoom(state.hallId, agentId)));
  }

  #send(state: HallState, jobId: string, to: Pick<Socket, 'emit'> | ReturnType<Namespace['to']>): void {
    const job = state.slips.get(jobId);
    const ticket = job && state.tickets.get(job.ticketId);
    if (!job || !ticket) return;
    const followUrl = this.address.followUrl(state.hallId, ticket.id);
    const wait = this.paces.waits(state, this.clock.now()).waiting.get(ticket.id) ?? null;
    to.emit('print', slipMessage(state, job, ticket, { directory: this.directory, followUrl, wait }));
  }

  #reconfigure(state: HallState): void {
    const at = this.clock.now().toISOString();
    for (const { id, kind } of state.config.devices)
      if (kind === 'agent')
        this.#server?.to(agentRoom(state.hallId, id)).emit('devices', { devices: attachedTo(state, id), at });
  }
}
