import { Injectable, Logger } from '@nestjs/common';
import type { HallState } from '#libs/hall/hall-state';
import { hallWaits, type HallWaits } from '#libs/queueing/hall-waits';
import { learnPace } from '#libs/queueing/learn-pace';
import { NO_PACE, type Pace } from '#libs/queueing/pace';
import { PrismaClient } from '#prisma/client/client';
import { Feed } from '../ledger/feed.js';
import { Ledger } from '../ledger/ledger.js';
import { earlierTurns } from './earlier-turns.query.js';

interface Told {
  sequence: number;
  minute: number;
  service: Pace;
  waits: HallWaits;
}

/** How fast each hall is, learnt of its earlier days at the start and whenever one closes; and what follows for who waits now. */
@Injectable()
export class Paces {
  readonly #log = new Logger('Paces');
  readonly #paces = new Map<string, Pace>();
  /** Many screens ask of one moment. */
  readonly #told = new Map<string, Told>();

  constructor(
    private readonly prisma: PrismaClient,
    private readonly ledger: Ledger,
    feed: Feed,
  ) {
    feed.onHall((hallId, events) => {
      if (events.some(({ fact }) => fact.type === 'day-closed')) void this.learn(hallId);
    });
  }

  async load(): Promise<void> {
    for (const { id } of await this.ledger.halls()) await this.learn(id);
  }

  /** A hall that could not learn keeps what it knew: no screen waits for it. */
  async learn(hallId: string): Promise<void> {
    try {
      const hall = await this.ledger.hall(hallId, ({ day, config }) => ({
        ...{ hallId, day, timeZone: config.timeZone },
        serves: new Map(config.counters.map(({ id, queueIds }) => [id, [...queueIds]])),
      }));
      this.#paces.set(hallId, learnPace(await earlierTurns(this.prisma, hall), hall.serves));
    } catch (cause) {
      this.#log.warn(`the pace of ${hallId} could not be learnt: ${String(cause)}`);
    }
  }

  waits(state: HallState, at: Date): HallWaits {
    const { hallId, sequence } = state;
    const service = this.#paces.get(hallId) ?? NO_PACE;
    const minute = Math.floor(at.getTime() / 60_000);
    const told = this.#told.get(hallId);
    if (told?.sequence === sequence && told.minute === minute && told.service === service) return told.waits;
    const waits = hallWaits(state, service, at);
    this.#told.set(hallId, { sequence, minute, service, waits });
    return waits;
  }
}
