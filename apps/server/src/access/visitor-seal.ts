import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { anyVisitor } from '#libs/contracts/visitor';
import type { Actor } from '#libs/hall/actor';
import type { SealedVisitor } from '#libs/persons/visitor';
import { Refusal } from '#libs/refusal';
import { LaidCards } from './laid-cards.js';
import { VisitorVault } from './visitor-vault.js';

/** What a command's door makes of the `visitor` in a body: nothing that he said goes farther in the clear. */
@Injectable()
export class VisitorSeal {
  constructor(
    private readonly vault: VisitorVault,
    private readonly cards: LaidCards,
  ) {}

  /** `texts`: fields of the body that are the public's own words. Throws a Refusal where what is said cannot be right, or the card has gone. */
  sealed(hallId: string, actor: Actor, body: unknown, texts: readonly string[]): object {
    const { visitor, ...rest }: { visitor?: unknown } = { ...(typeof body === 'object' ? body : {}) };
    const said = anyVisitor.parse(visitor ?? null);
    const fields = Object.entries(rest).map(([key, value]): [string, unknown] => [
      key,
      texts.includes(key) && typeof value === 'string'
        ? this.vault.sealText(hallId, value)
        : this.#sealedList(hallId, actor, value),
    ]);
    return { ...Object.fromEntries(fields), visitor: said && this.#visitor(hallId, actor, said) };
  }

  /** Of a list of things each may have a visitor of its own. */
  #sealedList(hallId: string, actor: Actor, value: unknown): unknown {
    const things = Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);
    return things ? value.map((one: unknown) => this.sealed(hallId, actor, one, [])) : value;
  }

  #visitor(hallId: string, actor: Actor, said: NonNullable<z.infer<typeof anyVisitor>>): SealedVisitor {
    if ('cardId' in said) return this.#laid(hallId, actor, said.cardId);
    const sealed = this.vault.seal(hallId, said);
    // what somebody types proves no age: the desk has seen the document, a reader has read it (requirement 20)
    return actor.kind === 'person' ? sealed : { ...sealed, birthDate: null };
  }

  #laid(hallId: string, actor: Actor, cardId: string): SealedVisitor {
    const kioskId = actor.kind === 'device' ? actor.deviceId : '';
    const visitor = this.cards.at(hallId, kioskId, cardId);
    if (!visitor) throw new Refusal('card-gone');
    return visitor;
  }
}
