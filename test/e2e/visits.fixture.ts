import { openInvitationAt } from '#libs/evaluation/invitation';
import { Ledger } from '../../apps/server/src/ledger/ledger.js';
import type { Client } from '../support/client.js';
import type { TestHall } from '../support/test-hall.js';

/** What a clerk confirms at the end of a visit. */
export const CLOSING = { outcome: 'completed', matterIds: ['matter-a'], confirmed: true };

/** A kiosk, a clerk at counter 1 and the pad there: whole visits in a word. */
export class Visits {
  private constructor(
    private readonly hall: TestHall,
    readonly kiosk: Client,
    readonly clerk: Client,
    readonly pad: Client,
  ) {}

  static async open(hall: TestHall): Promise<Visits> {
    return new Visits(hall, await hall.kiosk(), await hall.clerk(1), await hall.screen('hall-pad-1'));
  }

  async take(queueId = 'hall-queue-a'): Promise<string> {
    const { ticketId } = await this.kiosk.do('issue', { queueId, matterId: 'matter-a' });
    return String(ticketId);
  }

  /** From the kiosk to the pad that asks for a rating: so many minutes of waiting, two of way and two of service. */
  async visit(waiting = 0): Promise<{ ticketId: string; invitationId: string }> {
    const ticketId = await this.take();
    this.hall.clock.moveBy(waiting * 60_000);
    await this.clerk.do('next', { seen: null, confirmed: false });
    this.hall.clock.moveBy(2 * 60_000);
    await this.clerk.do('begin', { ticketId });
    this.hall.clock.moveBy(2 * 60_000);
    await this.clerk.do('finish', { ticketId, ...CLOSING });
    return { ticketId, invitationId: await this.lit() };
  }

  /** The invitation lit at counter 1. */
  async lit(): Promise<string> {
    const look = this.hall.server.app
      .get(Ledger)
      .hall('hall', (state) => openInvitationAt(state, 'hall-counter-1'));
    return (await look)?.id ?? '';
  }
}
