import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { CounterSnapshot } from '#libs/contracts/snapshots';
import type { CommandReply } from '#libs/contracts/socket';
import type { FailedReply } from '../shared/i18n.js';
import type { Uplink } from '../shared/uplink.js';
import { hindranceOf, type Act, type Hindrance } from './acts.js';

export type CurrentTicket = NonNullable<CounterSnapshot['current']>;

/** What a key opened and now asks. The ticket is the one on the page when the key went down. */
export type Question =
  | { kind: 'finish'; ticket: CurrentTicket; command: 'finish' | 'next'; quickSeconds: number | null }
  | { kind: 'park' | 'transfer'; ticket: CurrentTicket }
  | { kind: 'pause' | 'resume' | 'rejoin' };

export type Note =
  | { kind: 'failure'; reply: FailedReply }
  | { kind: 'hindrance'; hindrance: Hindrance }
  | { kind: 'done'; name: 'reprint' | 'rejoin' | 'transfer'; params: Record<string, unknown> };

export interface FinishAnswer {
  outcome: string;
  matterIds: string[];
}

export interface Desk {
  /** A command is under way: no other is given before its answer. */
  pending: Ref<boolean>;
  question: ShallowRef<Question | null>;
  note: ShallowRef<Note | null>;
  press(act: Act): void;
  /** One press, one command. */
  give(name: string, body: Record<string, unknown>): Promise<void>;
  finish(answer: FinishAnswer): Promise<void>;
  drop(): void;
}

export function useDesk(uplink: Uplink<CounterSnapshot>): Desk {
  const pending = ref(false);
  const question = shallowRef<Question | null>(null);
  const note = shallowRef<Note | null>(null);

  const drop = (): void => {
    question.value = null;
  };

  async function send(name: string, body: Record<string, unknown>): Promise<CommandReply | null> {
    if (pending.value) return null;
    pending.value = true;
    note.value = null;
    try {
      return await uplink.send(name, body);
    } finally {
      pending.value = false;
    }
  }

  async function give(name: string, body: Record<string, unknown>): Promise<void> {
    const reply = await send(name, body);
    if (!reply) return;
    drop();
    note.value = reply.ok ? doneNote(name, reply.answer) : { kind: 'failure', reply };
  }

  /** Finishing soon after call or begin is asked once more, in the same place (house.md, ticket states). */
  async function finish(answer: FinishAnswer): Promise<void> {
    const asked = question.value;
    if (asked?.kind !== 'finish') return;
    const { ticket, command } = asked;
    const subject = command === 'finish' ? { ticketId: ticket.ticketId } : { seen: ticket.ticketId };
    const reply = await send(command, { ...subject, ...answer, confirmed: asked.quickSeconds !== null });
    if (!reply) return;
    if (!reply.ok && 'refusal' in reply && reply.refusal.code === 'confirm-quick-finish') {
      question.value = { ...asked, quickSeconds: Number(reply.refusal.params['seconds']) };
      return;
    }
    drop();
    if (!reply.ok) note.value = { kind: 'failure', reply };
  }

  function press(act: Act): void {
    const snapshot = uplink.snapshot.value;
    if (!snapshot || pending.value || question.value) return;
    const hindrance = hindranceOf(act, snapshot, uplink.now());
    note.value = hindrance && { kind: 'hindrance', hindrance };
    if (hindrance) return;
    const deed = deedOf(act, snapshot);
    if ('ask' in deed) question.value = deed.ask;
    else void give(deed.name, deed.body);
  }

  /** A question about a ticket that has left the counter has no answer any more. */
  watch(
    () => uplink.snapshot.value?.current?.ticketId,
    (ticketId) => {
      const asked = question.value;
      if (asked && 'ticket' in asked && asked.ticket.ticketId !== ticketId) drop();
    },
  );

  return { pending, question, note, press, give, finish, drop };
}

/** What the picture does not show by itself: where it is worth a word that something was done. */
function doneNote(name: string, answer: Record<string, unknown>): Note | null {
  if (name === 'reprint' || name === 'rejoin') return { kind: 'done', name, params: answer };
  if (name !== 'transfer' || answer['staffed'] !== false) return null;
  return { kind: 'done', name, params: { counter: answer['counterNumber'] } };
}

type Deed = { name: string; body: Record<string, unknown> } | { ask: Question };

const COMMAND_AT_TICKET = { recall: 'recall', begin: 'begin', miss: 'miss' } as const;

/** What a possible act does now: a command at once, or a question first. */
function deedOf(act: Act, { current, counterId, pausedFor, helpAskedAt }: CounterSnapshot): Deed {
  switch (act) {
    case 'pause':
      return pausedFor === null ? { ask: { kind: 'pause' } } : { name: 'reopen', body: {} };
    case 'help':
      return helpAskedAt === null
        ? { name: 'ask-help', body: {} }
        : { name: 'clear-help', body: { counterId } };
    case 'next':
      if (!current) return { name: 'next', body: { seen: null, confirmed: false } };
      return { ask: { kind: 'finish', ticket: current, command: 'next', quickSeconds: null } };
  }
  if (!current) return { ask: { kind: act === 'miss' ? 'rejoin' : 'resume' } };
  switch (act) {
    case 'finish':
      return { ask: { kind: 'finish', ticket: current, command: 'finish', quickSeconds: null } };
    case 'park':
    case 'transfer':
      return { ask: { kind: act, ticket: current } };
    default:
      return { name: COMMAND_AT_TICKET[act], body: { ticketId: current.ticketId } };
  }
}
