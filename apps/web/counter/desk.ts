import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { CounterSnapshot } from '#libs/contracts/snapshots';
import type { CommandReply } from '#libs/contracts/socket';
import type { FailedReply } from '../shared/i18n.js';
import type { Uplink } from '../shared/uplink.js';
import { hindranceOf, type Act, type Hindrance } from './acts.js';

export type CurrentTicket = NonNullable<CounterSnapshot['current']>;

interface Finishing {
  kind: 'finish';
  ticket: CurrentTicket;
  command: 'finish' | 'next';
  quickSeconds: number | null;
}
/** What is handed out is signed for before the visit is finished (requirement 89). */
interface Collecting {
  kind: 'collection';
  ticket: CurrentTicket;
  finishing: Finishing;
  answer: FinishAnswer;
  refused: FailedReply | null;
}

/** What a key opened and now asks. The ticket is the one on the page when the key went down. */
export type Question =
  | Finishing
  | Collecting
  | { kind: 'park' | 'transfer'; ticket: CurrentTicket }
  | { kind: 'pause' | 'resume' | 'rejoin' | 'fault' };

export type Note =
  | { kind: 'failure'; reply: FailedReply }
  | { kind: 'hindrance'; hindrance: Hindrance }
  | {
      kind: 'done';
      name: 'reprint' | 'rejoin' | 'transfer' | 'report-fault';
      params: Record<string, unknown>;
    };

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
  /** Asks what is wrong with a device here. */
  askFault(): void;
  /** One press, one command. */
  give(name: string, body: Record<string, unknown>): Promise<void>;
  finish(answer: FinishAnswer): Promise<void>;
  /** Records what was handed out, then finishes as it was about to. */
  collect(body: Record<string, unknown>): Promise<void>;
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

  const askFault = (): void => {
    if (!pending.value) question.value ??= { kind: 'fault' };
  };

  /** A question about a ticket that has left the counter has no answer any more. */
  watch(
    () => uplink.snapshot.value?.current?.ticketId,
    (ticketId) => {
      const asked = question.value;
      if (asked && 'ticket' in asked && asked.ticket.ticketId !== ticketId) drop();
    },
  );

  const finishing = useFinishing({ question, note, send, drop });
  return { pending, question, note, press, askFault, give, ...finishing, drop };
}

interface AtDesk extends Pick<Desk, 'question' | 'note' | 'drop'> {
  send(name: string, body: Record<string, unknown>): Promise<CommandReply | null>;
}

/** The end of a visit: what was handed out is signed for first. */
function useFinishing({ question, note, send, drop }: AtDesk): Pick<Desk, 'finish' | 'collect'> {
  /** Finishing soon after call or begin is asked once more, in the same place (house.md, ticket states). */
  async function end(asked: Finishing, answer: FinishAnswer, confirmed: boolean): Promise<void> {
    const { ticket, command } = asked;
    const subject = command === 'finish' ? { ticketId: ticket.ticketId } : { seen: ticket.ticketId };
    const reply = await send(command, { ...subject, ...answer, confirmed });
    if (!reply) return;
    if (!reply.ok && 'refusal' in reply && reply.refusal.code === 'confirm-quick-finish') {
      question.value = { ...asked, quickSeconds: Number(reply.refusal.params['seconds']) };
      return;
    }
    drop();
    if (!reply.ok) note.value = { kind: 'failure', reply };
  }

  async function finish(answer: FinishAnswer): Promise<void> {
    const asked = question.value;
    if (asked?.kind !== 'finish') return;
    const { ticket } = asked;
    if (mustBeSigned(ticket, answer))
      question.value = { kind: 'collection', ticket, finishing: asked, answer, refused: null };
    else await end(asked, answer, asked.quickSeconds !== null);
  }

  /** Nobody signs by a slip of the hand: the visit then ends without being asked once more. */
  async function collect(body: Record<string, unknown>): Promise<void> {
    const asked = question.value;
    if (asked?.kind !== 'collection') return;
    const { ticket, finishing, answer } = asked;
    const reply = await send('record-collection', { ticketId: ticket.ticketId, ...body });
    if (reply?.ok) await end(finishing, answer, true);
    else if (reply) question.value = { ...asked, refused: reply };
  }
  return { finish, collect };
}

const mustBeSigned = ({ pickUp, signed }: CurrentTicket, { outcome }: FinishAnswer): boolean =>
  pickUp && !signed && outcome === 'collected';

/** What the picture does not show by itself: where it is worth a word that something was done. */
function doneNote(name: string, answer: Record<string, unknown>): Note | null {
  if (name === 'reprint' || name === 'rejoin' || name === 'report-fault')
    return { kind: 'done', name, params: answer };
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
