import { Refusal } from '../refusal.js';
import { issue } from '../queueing/issue.js';
import { openSession } from '../queueing/desk.js';
import type { Closing } from '../queueing/serve.js';
import { actorKey, type Actor, type Role } from './actor.js';
import { apply } from './apply.js';
import type { EnrolledKind, HallConfig } from './config.js';
import type { Asking, BookingPass, Decision } from './decision.js';
import type { HallFact } from './hall-event.js';
import { emptyHall, type HallState } from './hall-state.js';
import { smallConfig } from './small-config.fixture.js';

/** Monday, nine in the morning in the hall. */
export const MONDAY = new Date('2026-03-02T01:00:00Z');
/** The day that is open then. */
export const DAY = '2026-03-02';

export const SYSTEM: Actor = { kind: 'system' };

/** What a clerk confirms at the end of a visit. */
export const CLOSING: Closing & { confirmed: boolean } = {
  outcome: 'completed',
  matterIds: ['matter-a'],
  confirmed: true,
};
/** A press of *next* at a counter that shows nobody. */
export const NEXT = { seen: null, confirmed: false };

/** Somebody who does not work in the hall. */
export const STRANGER = 'stranger';

type Rule<Body> = (state: HallState, body: Body, asking: Asking) => Decision;

export const device = (deviceId: string, deviceKind: EnrolledKind): Actor => ({
  kind: 'device',
  deviceId,
  deviceKind,
  counterId: null,
});

export const KIOSK = device('kiosk', 'kiosk');
/** Has no printer. */
export const BARE_KIOSK = device('bare-kiosk', 'kiosk');
export const AGENT = device('agent', 'agent');
export const PAD = device('pad-1', 'pad');

/** Codes that a test can write down: `CODE-0001` for `id-1`. */
export const passOf = (bookingId: string): BookingPass => ({
  code: `CODE-${(bookingId.split('-')[1] ?? '').padStart(4, '0')}`,
  token: `hall.${bookingId}.mark`,
  url: `https://hall.example/b/hall.${bookingId}.mark`,
});

/** A hall without a server: commands are decided and applied as the ledger does it, and a clock the test moves. */
export class SmallHall {
  at = MONDAY;
  /** Everything that happened, oldest first. */
  readonly facts: HallFact[] = [];
  readonly state: HallState;
  #names = 0;

  constructor(change: (config: HallConfig) => HallConfig = (config) => config) {
    this.state = emptyHall('hall', change(smallConfig()), DAY);
    this.state.configVersion = 1;
  }

  pass(seconds: number): void {
    this.at = new Date(this.at.getTime() + seconds * 1000);
  }

  asking(actor: Actor): Asking {
    return {
      at: this.at,
      actor,
      newId: () => `id-${++this.#names}`,
      followUrl: (ticketId) => `https://hall.example/t/${ticketId}`,
      bookingPass: passOf,
      isStaff: (personId) => personId !== STRANGER,
    };
  }

  /** Gives a command; what it decides becomes the hall's. Throws its refusal. */
  give<Body>(rule: Rule<Body>, body: Body, actor: Actor): Readonly<Record<string, unknown>> {
    const { facts, answer, attachment } = rule(this.state, body, this.asking(actor));
    const { configVersion } = this.state;
    for (const fact of facts) {
      const sequence = this.state.sequence + 1;
      apply(
        this.state,
        { sequence, at: this.at, actor: actorKey(actor), requestId: 'a', configVersion, fact },
        attachment,
      );
      this.facts.push(fact);
    }
    return { ...answer };
  }

  /** The refusal of a command that must be refused. */
  refusal<Body>(rule: Rule<Body>, body: Body, actor: Actor): Refusal {
    try {
      this.give(rule, body, actor);
    } catch (cause) {
      if (cause instanceof Refusal) return cause;
      throw cause;
    }
    throw new Error('it was not refused');
  }

  refused<Body>(rule: Rule<Body>, body: Body, actor: Actor): string {
    return this.refusal(rule, body, actor).code;
  }

  /** Someone signs in, at a counter or at a desk. */
  sit(counterId: string | null, personId = `clerk-${counterId}`, roles: readonly Role[] = ['clerk']): Actor {
    const sessionId = `session-${++this.#names}`;
    this.give(openSession, { sessionId, personId, counterId, tokenHash: sessionId }, SYSTEM);
    return { kind: 'person', personId, sessionId, roles, counterId };
  }

  /** A visitor takes a number, without a slip. */
  take(queueId = 'queue-a', matterId: string | null = 'matter-a'): string {
    return String(this.give(issue, { queueId, matterId }, BARE_KIOSK)['ticketId']);
  }

  ticket(id: string) {
    const ticket = this.state.tickets.get(id);
    if (!ticket) throw new Error(`no ticket ${id}`);
    return ticket;
  }

  numbers(queueId = 'queue-a'): string[] {
    return (this.state.lines.get(queueId) ?? []).map((id) => this.ticket(id).number);
  }

  happened(): string[] {
    return this.facts.map(({ type }) => type);
  }
}
