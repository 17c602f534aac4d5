import { Injectable } from '@nestjs/common';
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

  /** Throws a Refusal where what is said cannot be right, or the card has gone. */
  sealed(hallId: string, actor: Actor, body: unknown): object {
    const { visitor, ...rest }: { visitor?: unknown } = { ...(typeof body === 'object' ? body : {}) };
    const said = anyVisitor.parse(visitor ?? null);
    if (said === null) return { ...rest, visitor: null };
    if ('cardId' in said) return { ...rest, visitor: this.#laid(hallId, actor, said.cardId) };
    const sealed = this.vault.seal(hallId, said);
    // what somebody types proves no age: the desk has seen the document, a reader has read it (requirement 20)
    return { ...rest, visitor: actor.kind === 'person' ? sealed : { ...sealed, birthDate: null } };
  }

  #laid(hallId: string, actor: Actor, cardId: string): SealedVisitor {
    const kioskId = actor.kind === 'device' ? actor.deviceId : '';
    const visitor = this.cards.at(hallId, kioskId, cardId);
    if (!visitor) throw new Refusal('card-gone');
    return visitor;
  }
}
