import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/hall/actor';
import type { HallEvent, HallFact } from '#libs/hall/hall-event';
import type { HallState } from '#libs/hall/hall-state';
import type { OrganisationFact, OrganisationState } from '#libs/hall/organisation';
import type { CommandReply } from '#libs/contracts/socket';
import type { LineServices } from './asked.js';
import { NO_HEAD } from './chain.js';
import type { HallRow, OrganisationRow } from './command-row.js';
import { Feed } from './feed.js';
import { hallScope } from './hall.scope.js';
import { LedgerLine } from './ledger-line.js';
import { organisationScope } from './organisation.scope.js';

/** What a door hands in: who asks, once, for what. */
export interface Request {
  name: string;
  requestId: string;
  actor: Actor;
  body: unknown;
}

/**
 * The road every write takes: lock the hall, load, decide, write events and rows, commit, then tell (house.md). Tells the
 * feed, on which screens live, after the commit only.
 */
@Injectable()
export class Ledger {
  readonly #halls = new Map<string, LedgerLine<HallState, HallFact>>();
  readonly #organisations = new Map<string, LedgerLine<OrganisationState, OrganisationFact>>();

  constructor(
    private readonly services: LineServices,
    readonly feed: Feed,
  ) {}

  execute(hallId: string, row: HallRow, request: Request): Promise<CommandReply> {
    return this.#hall(hallId).execute({ ...request, decide: row.decide });
  }

  executeForOrganisation(id: string, row: OrganisationRow, request: Request): Promise<CommandReply> {
    return this.#organisation(id).execute({ ...request, decide: row.decide });
  }

  /** Looks at a hall between two transactions: only ever at what is committed. `look` must not keep the state. */
  hall<T>(hallId: string, look: (state: HallState) => T): Promise<T> {
    return this.#hall(hallId).read(look);
  }

  organisation<T>(id: string, look: (state: OrganisationState) => T): Promise<T> {
    return this.#organisation(id).read(look);
  }

  /** Starts the chain of a new hall or organisation. Setting up a hall is the one write that no chain can hold. */
  async open(kind: 'hall' | 'organisation', id: string, organisationId: string, day: string): Promise<void> {
    const row = { id, kind, organisationId, sequence: 0, head: NO_HEAD, configVersion: 0, day };
    await this.services.prisma.ledger.create({ data: row });
  }

  async halls(): Promise<{ id: string; organisationId: string }[]> {
    return this.services.prisma.ledger.findMany({
      where: { kind: 'hall' },
      select: { id: true, organisationId: true },
      orderBy: { id: 'asc' },
    });
  }

  /** Resolves when every command handed in so far is answered. */
  async settled(): Promise<void> {
    for (const line of [...this.#halls.values(), ...this.#organisations.values()]) await line.settled();
  }

  #hall(id: string): LedgerLine<HallState, HallFact> {
    const tell = (events: HallEvent[], state: HallState) => this.feed.tell(id, events, state);
    const line = this.#halls.get(id) ?? new LedgerLine(id, hallScope, this.services, tell);
    this.#halls.set(id, line);
    return line;
  }

  #organisation(id: string): LedgerLine<OrganisationState, OrganisationFact> {
    const line =
      this.#organisations.get(id) ??
      new LedgerLine(id, organisationScope, this.services, () => this.feed.tellPeople(id));
    this.#organisations.set(id, line);
    return line;
  }
}
