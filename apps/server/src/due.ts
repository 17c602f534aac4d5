import { Injectable } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import { nextDue } from '#libs/hall/due';
import type { HallState } from '#libs/hall/hall-state';
import { CommandDoor } from './access/command-door.js';
import { Clock, type Alarm } from './clock.js';
import { Feed } from './ledger/feed.js';
import { Ledger } from './ledger/ledger.js';

/** When something failed that must happen, it is tried again after this long. */
const AGAIN_MS = 5_000;

/** Gives the system's own commands when their time has come. What is due is read from the state: no timer holds it. */
@Injectable()
export class DueJobs {
  readonly #alarms = new Map<string, Alarm>();
  readonly #log = new Logger('DueJobs');
  #stopped = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly door: CommandDoor,
    private readonly clock: Clock,
    feed: Feed,
  ) {
    feed.onHall((hallId, _events, state) => this.#arm(hallId, state));
  }

  async start(): Promise<void> {
    for (const { id } of await this.ledger.halls())
      await this.ledger.hall(id, (state) => this.#arm(id, state));
  }

  stop(): void {
    this.#stopped = true;
    for (const alarm of this.#alarms.values()) alarm.cancel();
  }

  #arm(hallId: string, state: HallState): void {
    this.#alarms.get(hallId)?.cancel();
    if (this.#stopped) return;
    const { command, at } = nextDue(state);
    const ring = () => void this.#give(hallId, command);
    this.#alarms.set(hallId, this.clock.alarm(at, ring));
  }

  async #give(hallId: string, command: string): Promise<void> {
    if (this.#stopped) return;
    try {
      await this.door.inside(hallId, command, {});
    } catch (cause) {
      this.#log.error(`${command} failed`, cause instanceof Error ? cause.stack : String(cause));
      const again = new Date(this.clock.now().getTime() + AGAIN_MS);
      this.#alarms.set(
        hallId,
        this.clock.alarm(again, () => void this.#give(hallId, command)),
      );
    }
  }
}
