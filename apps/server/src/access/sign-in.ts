import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Refusal } from '#libs/refusal';
import { PrismaClient } from '#prisma/client/client';
import { sha256 } from '../ledger/chain.js';
import { CommandDoor } from './command-door.js';
import { passwordMatches } from './passwords.js';
import { newToken } from './secrets.js';
import { SignInThrottle } from './sign-in-throttle.js';

export interface Asking {
  hallId: string;
  counterId: string | null;
  username: string;
  password: string;
}

/** Opens a person's session after the password was checked, outside of any transaction. */
@Injectable()
export class SignIn {
  constructor(
    private readonly prisma: PrismaClient,
    private readonly door: CommandDoor,
    private readonly throttle: SignInThrottle,
  ) {}

  /** The session's token; told once. Throws a Refusal. */
  async open({ hallId, counterId, username, password }: Asking): Promise<string> {
    this.throttle.mayTry(username);
    const person = await this.prisma.person.findUnique({ where: { username } });
    const right = await passwordMatches(person?.passwordHash, password);
    const works = person && right && (await this.#worksHere(person.id, hallId));
    if (!person || !works) {
      this.throttle.failed(username);
      throw new Refusal('account-unknown');
    }
    this.throttle.succeeded(username);
    await this.#mustNotSitElsewhere(person.id, hallId);
    const token = newToken();
    const body = { sessionId: randomUUID(), personId: person.id, counterId, tokenHash: sha256(token) };
    await this.door.give(hallId, 'open-session', body);
    return token;
  }

  async #worksHere(personId: string, hallId: string): Promise<boolean> {
    return (await this.prisma.roleGrant.count({ where: { personId, hallId } })) > 0;
  }

  /** One live session a person, over all halls; within one hall the rule itself takes the old one over. */
  async #mustNotSitElsewhere(personId: string, hallId: string): Promise<void> {
    const live = await this.prisma.staffSession.findFirst({
      where: { personId, closedAt: null, NOT: { hallId } },
    });
    if (!live) return;
    throw new Refusal('signed-in-elsewhere');
  }
}
