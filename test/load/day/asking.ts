import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { commandReply, type CommandReply } from '#libs/contracts/socket';
import type { Client } from '../../support/client.js';
import { press, refusalOf } from '../../support/counter-desk.js';

/** What a lawful day is refused: late or crowded out, or crossed by somebody else's key in the same seconds. */
const FORESEEN = new Set([
  ...['issue issuing-stopped', 'issue queue-closed', 'issue sold-out'],
  ...['next nobody-waiting', 'rejoin number-void', 'call-number number-void', 'call-number number-unknown'],
  ...['begin ticket-wrong-state', 'recall ticket-wrong-state', 'miss ticket-wrong-state'],
  ...['expedite ticket-wrong-state', 'mark-group ticket-wrong-state', 'assign-helper ticket-wrong-state'],
  ...['transfer ticket-wrong-state', 'transfer not-at-this-counter', 'transfer same-destination'],
  ...['cancel ticket-wrong-state', 'call-number ticket-wrong-state', 'resume ticket-wrong-state'],
  ...['expedite ticket-unknown', 'mark-group ticket-unknown', 'transfer ticket-unknown'],
  ...['cancel ticket-unknown', 'begin ticket-unknown', 'recall ticket-unknown', 'miss ticket-unknown'],
  ...['assign-helper ticket-unknown'],
  ...['issue already-waiting', 'issue-agent-batch sold-out', 'issue-agent-batch already-waiting'],
  ...['issue-agent-batch issuing-stopped', 'issue-agent-batch queue-closed'],
  ...['book slot-full', 'book too-many-no-shows', 'request-home-visit slot-full'],
  ...['recall out-of-step', 'miss out-of-step', 'park out-of-step', 'finish out-of-step'],
  ...['record-collection ticket-unknown', 'record-collection ticket-wrong-state'],
  ...['transfer out-of-step', 'carry-over ticket-wrong-state', 'carry-over ticket-at-counter'],
  ...['carry-over number-void', 'carry-over ticket-unknown'],
]);

/** Every command of the day goes through here, by a page's socket, by REST or by an agent: it counts what was refused. */
export class Asking {
  commands = 0;
  readonly refused = new Map<string, number>();

  async bySocket(socket: Socket, name: string, body: object): Promise<CommandReply> {
    return this.#counted(name, await press(socket, name, body));
  }

  async byRest(client: Client, name: string, body: object): Promise<CommandReply> {
    return this.#counted(name, await client.ask(name, body));
  }

  /** A key of a device on an agent's wire. */
  async byAgent(agent: Socket, name: string, input: object): Promise<CommandReply> {
    const reply: unknown = await agent.emitWithAck('input', { requestId: randomUUID(), ...input });
    return this.#counted(name, commandReply.parse(reply));
  }

  /** Refusals and incidents that no lawful day has, with how often. */
  unforeseen(): string[] {
    return [...this.refused]
      .filter(([what]) => !FORESEEN.has(what))
      .map(([what, times]) => `${what} × ${times}`);
  }

  #counted(name: string, reply: CommandReply): CommandReply {
    this.commands++;
    const refusal = refusalOf(reply);
    if (refusal === null) return reply;
    const what = `${name} ${refusal}`;
    this.refused.set(what, (this.refused.get(what) ?? 0) + 1);
    return reply;
  }
}
