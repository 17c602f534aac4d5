import { randomUUID } from 'node:crypto';
import type { HealthMessage } from '#libs/contracts/agent';
import type { Timers } from '#devices/contract/timers';
import type { PadPress } from '#devices/evaluator-pad/four-key-pad.driver';
import { Channel, type Send } from './channel.js';
import { HealthBoard } from './health-board.js';
import type { JobMemory } from './job-memory.js';
import type { Spool } from './spool.js';

/** All that goes up to the server, until it is acknowledged. */
export class Outbox {
  readonly #board = new HealthBoard();
  readonly #health: Channel;
  readonly #outcomes: Channel;
  readonly #inputs: Channel;

  constructor(
    private readonly spool: Spool,
    memory: JobMemory,
    send: Send,
    timers: Timers,
  ) {
    this.#health = new Channel('health', this.#board, send, timers);
    this.#outcomes = new Channel('outcome', memory, send, timers);
    this.#inputs = new Channel('input', spool, send, timers);
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
  async press(deviceId: string, { level, invitationId, pressedAt }: PadPress): Promise<void> {
    const requestId = randomUUID();
    try {
      await this.spool.add({
        requestId,
        deviceId,
        kind: 'level',
        level,
        invitationId,
        pressedAt: pressedAt.toISOString(),
      });
    } finally {
      this.#inputs.wake();
    }
  }

  /** A new connection: the server may know nothing of the devices, and what waited can go. */
  connected(): void {
    this.#board.tellAll();
    for (const channel of [this.#health, this.#outcomes, this.#inputs]) channel.wake();
  }

  close(): void {
    for (const channel of [this.#health, this.#outcomes, this.#inputs]) channel.close();
  }
}
