import { Injectable } from '@nestjs/common';
import type { Role } from '#libs/hall/actor';
import type { Matter, Person } from '#libs/hall/person';
import { Feed } from '../ledger/feed.js';
import { Ledger } from '../ledger/ledger.js';

/** Staff and matters of the organisations on this server, at hand without a query: every screen names some of them. */
@Injectable()
export class Directory {
  #people = new Map<string, Person>();
  #roles = new Map<string, Map<string, Role[]>>();
  #matters = new Map<string, Matter>();

  constructor(
    private readonly ledger: Ledger,
    feed: Feed,
  ) {
    feed.onPeople((organisationId) => void this.#read(organisationId));
  }

  async load(): Promise<void> {
    const halls = await this.ledger.halls();
    for (const organisationId of new Set(halls.map((hall) => hall.organisationId)))
      await this.#read(organisationId);
  }

  person(id: string): Person | undefined {
    return this.#people.get(id);
  }

  matter(id: string): Matter | undefined {
    return this.#matters.get(id);
  }

  /** Everybody with a role in a hall. */
  colleagues(hallId: string): Person[] {
    return [...this.#people.values()].filter(({ id }) => this.roles(id, hallId).length > 0);
  }

  roles(personId: string, hallId: string): readonly Role[] {
    return this.#roles.get(personId)?.get(hallId) ?? [];
  }

  /** Who holds this role in a hall, by their names. */
  holders(role: Role, hallId: string): Person[] {
    const holds = [...this.#people.values()].filter(({ id }) => this.roles(id, hallId).includes(role));
    return holds.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
  }

  /** Whoever holds a role in a hall. */
  staff(hallId: string): Person[] {
    return [...this.#people.values()].filter(({ id }) => this.roles(id, hallId).length > 0);
  }

  /** Records are replaced, never edited, so these copies stay whole. */
  async #read(organisationId: string): Promise<void> {
    await this.ledger.organisation(organisationId, ({ people, roles, matters }) => {
      this.#people = new Map([...this.#people, ...people]);
      this.#matters = new Map([...this.#matters, ...matters]);
      for (const [id, byHall] of roles) this.#roles.set(id, new Map(byHall));
    });
  }
}
