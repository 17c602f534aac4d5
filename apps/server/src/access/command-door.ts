import { Inject, Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/hall/actor';
import type { CommandMessage, CommandReply } from '#libs/contracts/socket';
import { Refusal } from '#libs/refusal';
import type { CommandRow } from '../ledger/command-row.js';
import { Ledger } from '../ledger/ledger.js';
import { may } from './permissions.js';
import { VisitorSeal } from './visitor-seal.js';
import { shapeFault } from './shape-fault.js';

/** The table of all commands, put together in commands.ts. */
export const COMMANDS = Symbol('commands');
export type CommandTable = Readonly<Record<string, CommandRow>>;

const refusal = (code: 'not-allowed' | 'bad-input', what = ''): CommandReply => ({
  ok: false,
  refusal: { code, params: what ? { what } : {} },
});

const refused = ({ code, params }: Refusal): CommandReply => ({
  ok: false,
  refusal: { code, params: { ...params } },
});

/** The one way in for commands, whichever door they came by: shape and permission by the row, then the ledger. */
@Injectable()
export class CommandDoor {
  constructor(
    private readonly ledger: Ledger,
    private readonly seal: VisitorSeal,
    @Inject(COMMANDS) private readonly commands: CommandTable,
  ) {}

  async run(hallId: string, actor: Actor, message: CommandMessage): Promise<CommandReply> {
    const row = this.#row(message.name);
    if (!row || row.permission === 'inside' || !may(actor, row.permission)) return refusal('not-allowed');
    return this.#hand(hallId, actor, row, message);
  }

  /** May it be given by somebody who has shown nothing? */
  isOpen(name: string): boolean {
    const permission = this.#row(name)?.permission ?? 'inside';
    return permission !== 'inside' && may({ kind: 'public' }, permission);
  }

  /** For the server itself, after it checked a password, a code or the time. */
  inside(
    ledgerId: string,
    name: string,
    body: object,
    actor: Actor = { kind: 'system' },
  ): Promise<CommandReply> {
    const row = this.#row(name);
    if (!row) throw new Error(`no command ${name}`);
    return this.#hand(ledgerId, actor, row, { name, requestId: randomUUID(), body: { ...body } });
  }

  /** As `inside`, for callers whose own answer is another one: a refusal is thrown. */
  async give(ledgerId: string, name: string, body: object, actor?: Actor): Promise<void> {
    const reply = await this.inside(ledgerId, name, body, actor);
    if (reply.ok) return;
    if ('refusal' in reply) throw new Refusal(reply.refusal.code, reply.refusal.params);
    throw new Error(reply.incident);
  }

  #row(name: string): CommandRow | undefined {
    return Object.hasOwn(this.commands, name) ? this.commands[name] : undefined;
  }

  async #hand(
    ledgerId: string,
    actor: Actor,
    row: CommandRow,
    message: CommandMessage,
  ): Promise<CommandReply> {
    const shape = row.schema.safeParse(message.body);
    if (!shape.success) return refusal('bad-input', shapeFault(shape.error.issues));
    const body = this.#sealed(ledgerId, actor, row, shape.data);
    if (body instanceof Refusal) return refused(body);
    const request = { ...message, body, actor };
    return row.scope === 'hall'
      ? this.ledger.execute(ledgerId, row, request)
      : this.ledger.executeForOrganisation(ledgerId, row, request);
  }

  /** Nothing that a visitor said of himself goes farther than here in the clear: not into the ledger, not into a hash of the body. */
  #sealed(hallId: string, actor: Actor, row: CommandRow, body: unknown): unknown {
    if (!row.sealed) return body;
    try {
      return row.sealed.parse(this.seal.sealed(hallId, actor, body, row.texts ?? []));
    } catch (cause) {
      if (cause instanceof Refusal) return cause;
      throw cause;
    }
  }
}
