import { randomUUID } from 'node:crypto';
import type { HealthMessage, InputMessage } from '#libs/contracts/agent';
import type { Timers } from '#devices/contract/timers';
import type { CommandReply } from '#libs/contracts/socket';
import { Channel, type Send } from './channel.js';
import { HealthBoard } from './health-board.js';
import type { CardRead, Input } from './drivers/attached.js';
import type { JobMemory } from './job-memory.js';
import type { Spool } from './spool.js';

export interface OutboxOptions {
  spool: Spool;
  memory: JobMemory;
  send: Send;
  timers: Timers;
  /** How the server took an input. */
  onAnswer(message: InputMessage, reply: CommandReply): void;
}

/** All that goes up to the server, until it is acknowledged. */
export class Outbox {
  readonly #board = new HealthBoard();
  readonly #health: Channel;
  readonly #outcomes: Channel;
  readonly #inputs: Channel;

  constructor(private readonly options: OutboxOptions) {
    const { spool, memory, send, timers } = options;
    this.#health = new Channel('health', this.#board, send, timers);
    this.#outcomes = new Channel('outcome', memory, send, timers);
    this.#inputs = new Channel(
      'input',
      { pending: () => spool.pending(), settled: this.#settled },
      send,
      timers,
    );
  }

  health(message: HealthMessage): void {
    this.#board.set(message);
    this.#health.wake();
  }

  detached(deviceId: string): void {
    this.#board.forget(deviceId);
  }

  jobEnded(): void {
    this.#outcomes.wake();
  }

  /** On disk first. A disk that refuses rejects, and what somebody pressed goes up from memory all the same. */
  async input(deviceId: string, input: Input): Promise<void> {
    try {
      await this.options.spool.add({ requestId: randomUUID(), deviceId, ...input });
    } finally {
      this.#inputs.wake();
    }
  }

  /** At once or never, and on no disk: whoever laid the document down stands there. */
  card(deviceId: string, read: CardRead): void {
    this.options.send('card', { deviceId, read }).catch(() => {});
  }

  readonly #settled = async (requestId: string, reply: CommandReply | null): Promise<void> => {
    const message = this.options.spool.find(requestId);
    await this.options.spool.settled(requestId);
    if (message && reply) this.options.onAnswer(message, reply);
  };

  /** A new connection: the server may know nothing of the devices, and what waited can go. */
  connected(): void {
    this.#board.tellAll();
    for (const channel of [this.#health, this.#outcomes, this.#inputs]) channel.wake();
  }

  close(): void {
    for (const channel of [this.#health, this.#outcomes, this.#inputs]) channel.close();
  }
}
