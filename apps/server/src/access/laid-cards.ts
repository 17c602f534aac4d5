import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { SealedVisitor } from '#libs/persons/visitor';
import { Clock } from '../clock.js';

/** Long enough for a visitor to choose, and for a command whose answer was lost to be asked again. */
const KEPT_MS = 5 * 60_000;

interface Laid {
  place: string;
  visitor: SealedVisitor;
  until: Date;
}

const placeOf = (hallId: string, kioskId: string): string => `${hallId} ${kioskId}`;

/** Documents read at a kiosk, sealed and in memory alone, until their visitor is gone. */
@Injectable()
export class LaidCards {
  readonly #cards = new Map<string, Laid>();

  constructor(private readonly clock: Clock) {}

  /** The id by which the kiosk's commands name it. */
  lay(hallId: string, kioskId: string, visitor: SealedVisitor): string {
    const now = this.clock.now();
    for (const [cardId, { until }] of this.#cards) if (until <= now) this.#cards.delete(cardId);
    const cardId = randomUUID();
    const until = new Date(now.getTime() + KEPT_MS);
    this.#cards.set(cardId, { place: placeOf(hallId, kioskId), visitor, until });
    return cardId;
  }

  /** Null when it has gone, or was laid elsewhere. */
  at(hallId: string, kioskId: string, cardId: string): SealedVisitor | null {
    const laid = this.#cards.get(cardId);
    return laid?.place === placeOf(hallId, kioskId) && laid.until > this.clock.now() ? laid.visitor : null;
  }
}
