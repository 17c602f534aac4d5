import { actorKey } from '#libs/hall/actor';
import type { Attachment } from '#libs/hall/decision';
import type { CommandReply } from '#libs/contracts/socket';
import { Refusal } from '#libs/refusal';
import { chained, recordOf, sha256 } from './chain.js';
import type { Asked, LineServices } from './asked.js';
import type { RowWrite } from './row-writes.js';
import type { Chained, Scope } from './scope.js';

/** What an earlier command of this id was answered. */
export interface Given {
  bodyHash: string;
  answer: string;
}

/** One transaction's decisions: each sees the ones before it. */
export class Round<State extends { sequence: number; configVersion: number }, Fact extends { type: string }> {
  readonly writes: RowWrite[] = [];
  readonly events: Chained<Fact>[] = [];

  constructor(
    private readonly ledgerId: string,
    private readonly scope: Scope<State, Fact>,
    private readonly state: State,
    public head: string,
    private readonly services: LineServices,
  ) {}

  answer(asked: Asked<State, Fact>, given: Map<string, Given>): CommandReply {
    const actor = actorKey(asked.actor);
    const key = `${actor} ${asked.requestId}`;
    const bodyHash = sha256(`${asked.name} ${JSON.stringify(asked.body)}`);
    const before = given.get(key);
    if (before)
      return before.bodyHash === bodyHash
        ? JSON.parse(before.answer)
        : { ok: false, refusal: { code: 'request-id-reused', params: {} } };
    const at = this.services.clock.now();
    const reply = this.#decide(asked, actor, at);
    const answer = JSON.stringify(reply);
    given.set(key, { bodyHash, answer });
    const { ledgerId } = this;
    const { requestId, name } = asked;
    this.writes.push({
      table: 'command',
      write: 'insert',
      row: { ledgerId, actor, requestId, name, bodyHash, answer, at },
    });
    return reply;
  }

  #decide(asked: Asked<State, Fact>, actor: string, at: Date): CommandReply {
    const { newId } = this.services;
    const followUrl = (ticketId: string) => this.services.followUrl(this.ledgerId, ticketId);
    const bookingPass = (bookingId: string) => this.services.bookingPass(this.ledgerId, bookingId);
    const isStaff = (personId: string) => this.services.isStaff(this.ledgerId, personId);
    try {
      const asking = { at, actor: asked.actor, newId, followUrl, bookingPass, isStaff };
      const decision = asked.decide(this.state, asked.body, asking);
      for (const fact of decision.facts)
        this.#append(fact, { at, actor, requestId: asked.requestId }, decision.attachment);
      return { ok: true, answer: { ...decision.answer } };
    } catch (cause) {
      if (!(cause instanceof Refusal)) throw cause;
      return { ok: false, refusal: { code: cause.code, params: { ...cause.params } } };
    }
  }

  #append(
    fact: Fact,
    by: { at: Date; actor: string; requestId: string },
    attachment: Attachment | undefined,
  ): void {
    const { configVersion } = this.state;
    const event = { sequence: this.state.sequence + 1, ...by, configVersion, fact };
    this.scope.apply(this.state, event, attachment);
    const record = recordOf({ ...event, type: fact.type }, fact);
    this.head = chained(this.head, record);
    this.writes.push(
      eventRow(this.ledgerId, event, record, this.head),
      ...this.scope.project(this.state, event, attachment),
    );
    this.events.push(event);
  }
}

function eventRow<Fact extends { type: string }>(
  ledgerId: string,
  event: Chained<Fact>,
  record: string,
  hash: string,
): RowWrite {
  const { fact, ...envelope } = event;
  const ticketId = 'ticketId' in fact && typeof fact.ticketId === 'string' ? fact.ticketId : null;
  return {
    table: 'event',
    write: 'insert',
    row: { ledgerId, ...envelope, type: fact.type, ticketId, record, hash },
  };
}
