import { Injectable } from '@nestjs/common';
import type { Me } from '#libs/contracts/rest';
import { Refusal } from '#libs/refusal';
import { Ledger } from '../ledger/ledger.js';
import { Directory } from '../state/directory.js';
import { CommandDoor } from './command-door.js';
import type { Known } from './identity.js';

/** A signed-in person, as their own page shows them. */
@Injectable()
export class Profile {
  constructor(
    private readonly ledger: Ledger,
    private readonly directory: Directory,
    private readonly door: CommandDoor,
  ) {}

  async of({ hallId, actor }: Known): Promise<Me> {
    if (actor.kind !== 'person') throw new Refusal('not-signed-in');
    const { personId, counterId, roles } = actor;
    const hallName = await this.ledger.hall(hallId, ({ config }) => config.name);
    const name = this.directory.person(personId)?.name ?? '';
    return { personId, name, hallId, hallName, counterId, roles: [...roles] };
  }

  async signOut({ hallId, actor }: Known): Promise<void> {
    await this.door.give(hallId, 'close-session', {}, actor);
  }
}
