import { mustCarry } from '../fleet/carried.js';
import type { Asking, Decision } from '../hall/decision.js';
import type { HallState } from '../hall/hall-state.js';
import { counterOf, currentAt, deviceOf, queueOf, sessionAt } from '../hall/lookup.js';
import { Refusal } from '../refusal.js';
import { miss, next, recall, resume } from './call.js';
import { pause, reopen } from './desk.js';
import { finish, type Closing } from './serve.js';
import { park } from './set-aside.js';
import type { Ticket } from './ticket.js';
import { transfer } from './transfer.js';

/** What the keys of a caller ask for (hardware.md 4.b); `evaluate` finishes the visit, which invites to rate it. */
export const KEYPAD_ACTIONS = [
  'next',
  'recall',
  'evaluate',
  'miss',
  'park',
  'resume',
  'pause',
  'transfer',
] as const;
export type KeypadAction = (typeof KEYPAD_ACTIONS)[number];

export interface KeypadPress {
  deviceId: string;
  action: KeypadAction;
  /** Of a transfer: the number of the counter typed before the key. */
  target: number | null;
  /** The ticket on the keypad's display when the key went down. */
  shown: string | null;
  /** ISO instant. */
  pressedAt: string;
  /** The key was pressed again after it asked once more. */
  confirmed: boolean;
}

/** A key pressed longer ago does nothing: who stood there then may not stand there now. */
export const PRESS_COUNTS_SECONDS = 15;

type Rule = (state: HallState, at: Place, press: KeypadPress, asking: Asking) => Decision;

interface Place {
  counterId: string;
  /** The called or serving one. */
  current: Ticket | null;
}

/** A key of the caller at a counter does what the same button of the clerk's page does, as whoever sits there. */
export function pressKeypad(state: HallState, press: KeypadPress, asking: Asking): Decision {
  const device = deviceOf(state, press.deviceId);
  mustCarry(state, device.id, asking);
  const counter = counterOf(state, device.counterId ?? '');
  const session = sessionAt(state, counter.id);
  if (!session) throw new Refusal('not-signed-in');
  if (asking.at.getTime() - Date.parse(press.pressedAt) > PRESS_COUNTS_SECONDS * 1000)
    throw new Refusal('press-too-old');
  const current = currentAt(state, counter.id);
  if (press.shown !== (current?.id ?? null))
    throw new Refusal('out-of-step', { number: current?.number ?? '' });
  const { id: sessionId, personId } = session;
  const actor = { kind: 'person' as const, sessionId, personId, roles: [], counterId: counter.id };
  const paused = state.desks.get(counter.id)?.pausedFor;
  const rule = paused ? RULES.pause : RULES[press.action];
  return rule(state, { counterId: counter.id, current }, press, { ...asking, actor });
}

const RULES: Readonly<Record<KeypadAction, Rule>> = {
  next: (state, { current }, { shown: seen, confirmed }, asking) =>
    next(state, { seen, confirmed, ...(current ? closingOf(state, current) : {}) }, asking),
  recall: (state, place, _press, asking) => recall(state, here(place), asking),
  evaluate: (state, place, { confirmed }, asking) =>
    finish(state, { ...here(place), ...closingOf(state, stands(place)), confirmed }, asking),
  miss: (state, place, _press, asking) => miss(state, here(place), asking),
  park: (state, place, _press, asking) => park(state, { ...here(place), reason: 'fetching-papers' }, asking),
  resume: (state, { counterId }, _press, asking) =>
    resume(state, { ticketId: lastParked(state, counterId).id }, asking),
  /** To and fro; while the counter pauses any key opens it again and does no more. */
  pause: (state, { counterId }, _press, asking) =>
    state.desks.get(counterId)?.pausedFor
      ? reopen(state, {}, asking)
      : pause(state, { reason: 'short-break' }, asking),
  transfer: (state, place, { target }, asking) => {
    const counter = state.config.counters.find(({ number }) => number === target);
    if (!counter) throw new Refusal('counter-unknown');
    const to = { kind: 'counter' as const, counterId: counter.id };
    return transfer(state, { ...here(place), to, reason: 'other-counter' }, asking);
  },
};

function stands({ current }: Place): Ticket {
  if (!current) throw new Refusal('nobody-at-counter');
  return current;
}
const here = (place: Place): { ticketId: string } => ({ ticketId: stands(place).id });

/** A keypad cannot ask which matter it was: the ticket's own, else the first of its queue; the outcome is the queue's. */
function closingOf(state: HallState, ticket: Ticket): Closing {
  const queue = queueOf(state, ticket.queueId);
  const matterId = ticket.matterId ?? queue.matterIds[0];
  return { outcome: queue.defaultOutcome, matterIds: matterId === undefined ? [] : [matterId] };
}

function lastParked(state: HallState, counterId: string): Ticket {
  const parked = [...state.tickets.values()].filter(
    (ticket) => ticket.status === 'parked' && ticket.counterId === counterId,
  );
  const last = parked.sort((one, other) => other.statusAt.getTime() - one.statusAt.getTime())[0];
  if (!last) throw new Refusal('nobody-parked');
  return last;
}
