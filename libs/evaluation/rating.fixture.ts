import type { Actor } from '../hall/actor.js';
import { CLOSING, NEXT, PAD, SmallHall } from '../hall/hall.fixture.js';
import { next } from '../queueing/call.js';
import { begin, finish } from '../queueing/serve.js';
import { ofQueues } from '../hall/small-config.fixture.js';
import { openInvitationAt } from './invitation.js';

const always = ofQueues({ hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] });

/** A hall whose counter 1 has just finished a visit: its pad asks for a rating. */
export class RatingHall extends SmallHall {
  readonly clerk: Actor;

  constructor(
    readonly counterId = 'counter-1',
    readonly pad: Actor = PAD,
  ) {
    super(always);
    this.clerk = this.sit(counterId);
    this.visit();
  }

  /** One visit from call to finish; the id of the invitation lit then. */
  visit(): string {
    const ticketId = this.take();
    this.give(next, NEXT, this.clerk);
    this.give(begin, { ticketId }, this.clerk);
    this.pass(300);
    this.give(finish, { ticketId, ...CLOSING }, this.clerk);
    return this.lit;
  }

  /** The invitation lit now; empty when none is. */
  get lit(): string {
    return openInvitationAt(this.state, this.counterId)?.id ?? '';
  }

  /** How an invitation ended; null while it is lit. */
  ending(id: string): string | null | undefined {
    return this.state.invitations.get(id)?.ending;
  }
}
