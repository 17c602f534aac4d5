import { Injectable, Logger } from '@nestjs/common';
import type { HallEvent } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';

/** Hears what was committed. Must not keep the state, and must be done when it returns. */
export type HallListener = (hallId: string, events: readonly HallEvent[], state: HallState) => void;

/**
 * Committed events, for screens and devices only: what is told here is lost in a crash, so nothing that must follow an
 * event may live on it.
 */
@Injectable()
export class Feed {
  readonly #hearers: HallListener[] = [];
  readonly #peopleHearers: ((organisationId: string) => void)[] = [];

  onHall(hear: HallListener): void {
    this.#hearers.push(hear);
  }

  onPeople(hear: (organisationId: string) => void): void {
    this.#peopleHearers.push(hear);
  }

  tell(hallId: string, events: readonly HallEvent[], state: HallState): void {
    for (const hear of this.#hearers) heard(() => hear(hallId, events, state));
  }

  tellPeople(organisationId: string): void {
    for (const hear of this.#peopleHearers) heard(() => hear(organisationId));
  }
}

const log = new Logger('Feed');

/** What is told is committed: one hearer's accident is neither the ledger's nor the others'. */
function heard(hear: () => void): void {
  try {
    hear();
  } catch (cause) {
    log.error('a hearer failed', cause instanceof Error ? cause.stack : String(cause));
  }
}
