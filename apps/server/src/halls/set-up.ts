import { Injectable } from '@nestjs/common';
import { businessDay } from '#libs/calendar/business-day';
import type { GuideDocument } from '#libs/disclosure/guide';
import type { Actor, Role } from '#libs/hall/actor';
import type { HallConfig } from '#libs/hall/config';
import type { Matter, Person } from '#libs/hall/person';
import { CommandDoor } from '../access/command-door.js';
import { hashPassword } from '../access/passwords.js';
import { Clock } from '../clock.js';
import { Ledger } from '../ledger/ledger.js';

export interface Account extends Person {
  password: string;
  /** Roles by hall. */
  roles: Readonly<Record<string, readonly Role[]>>;
}

/** Sets up an organisation and its halls: the commands that need nobody to be there yet. */
@Injectable()
export class SetUp {
  constructor(
    private readonly ledger: Ledger,
    private readonly door: CommandDoor,
    private readonly clock: Clock,
  ) {}

  async organisation(id: string, matters: readonly Matter[]): Promise<void> {
    await this.ledger.open('organisation', id, id, '');
    await this.door.give(id, 'register-matters', { matters });
  }

  async hall(id: string, organisationId: string, document: HallConfig): Promise<void> {
    await this.ledger.open('hall', id, organisationId, businessDay(this.clock.now(), document.timeZone));
    await this.configure(id, document);
  }

  configure(hallId: string, document: HallConfig): Promise<void> {
    return this.door.give(hallId, 'configure-hall', { document });
  }

  today(timeZone: string): string {
    return businessDay(this.clock.now(), timeZone);
  }

  /** A command as one of the staff gives it; its answer. */
  async asStaff(
    hallId: string,
    { personId, roles }: { personId: string; roles: readonly Role[] },
    name: string,
    body: object,
  ): Promise<Readonly<Record<string, unknown>>> {
    const actor: Actor = { kind: 'person', personId, sessionId: 'set-up', roles, counterId: null };
    const reply = await this.door.inside(hallId, name, body, actor);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`);
    return reply.answer;
  }

  /** Guides that are whole, published from today on. */
  async guides(
    hallId: string,
    guides: readonly { matterId: string; document: GuideDocument }[],
  ): Promise<void> {
    await this.door.give(hallId, 'import-guides', { guides });
    const { ids, effectiveFrom } = await this.ledger.hall(hallId, (state) => ({
      ids: [...state.guides.keys()],
      effectiveFrom: businessDay(this.clock.now(), state.config.timeZone),
    }));
    for (const guideId of ids)
      await this.door.give(hallId, 'publish-guide', { guideId, version: 1, effectiveFrom });
  }

  async account(organisationId: string, { password, roles, ...person }: Account): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.door.give(organisationId, 'register-person', { ...person, passwordHash });
    for (const [hallId, held] of Object.entries(roles))
      await this.door.give(organisationId, 'grant-roles', { personId: person.id, hallId, roles: held });
  }
}
