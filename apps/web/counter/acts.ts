import type { CounterSnapshot } from '#libs/contracts/snapshots';

/** What a clerk can do with one key. The order is the order of the keys, F2 to F10. */
export const ACTS = [
  'next',
  'recall',
  'begin',
  'finish',
  'miss',
  'park',
  'transfer',
  'pause',
  'help',
] as const;
export type Act = (typeof ACTS)[number];

export const KEY_OF_ACT: Readonly<Record<Act, string>> = {
  next: 'F2',
  recall: 'F3',
  begin: 'F4',
  finish: 'F5',
  miss: 'F6',
  park: 'F7',
  transfer: 'F8',
  pause: 'F9',
  help: 'F10',
};

export const actOfKey = (key: string): Act | undefined => ACTS.find((act) => KEY_OF_ACT[act] === key);

/** Why an act is not possible now: the key of a sentence and its numbers. */
export interface Hindrance {
  reason:
    | 'paused'
    | 'nobody-waiting'
    | 'not-begun'
    | 'no-ticket'
    | 'not-called'
    | 'ticket-open'
    | 'recall-later'
    | 'calls-used-up'
    | 'calls-missing'
    | 'miss-later'
    | 'none-parked'
    | 'none-missed';
  params: Record<string, number>;
}

const because = (reason: Hindrance['reason'], params: Record<string, number> = {}): Hindrance => ({
  reason,
  params,
});

const secondsUntil = (instant: string, now: Date): number =>
  Math.ceil((Date.parse(instant) - now.getTime()) / 1000);

type Rule = (snapshot: CounterSnapshot, now: Date) => Hindrance | null;

const next: Rule = ({ current, pausedFor, waitingCount }) => {
  if (pausedFor !== null) return because('paused');
  if (current?.state === 'called') return because('not-begun');
  return current || waitingCount > 0 ? null : because('nobody-waiting');
};

const recall: Rule = ({ current }, now) => {
  if (!current) return because('no-ticket');
  if (current.state !== 'called') return because('not-called');
  if (current.recallAt === null) return because('calls-used-up', { calls: current.maxCalls });
  const seconds = secondsUntil(current.recallAt, now);
  return seconds > 0 ? because('recall-later', { seconds }) : null;
};

/** Without a ticket at the counter the key takes a missed visitor back in. */
const miss: Rule = ({ current, missed }, now) => {
  if (!current) return missed.length > 0 ? null : because('none-missed');
  if (current.state !== 'called') return because('not-called');
  if (current.missAt === null)
    return because('calls-missing', { calls: Math.max(1, current.minimumCalls - current.calls) });
  const seconds = secondsUntil(current.missAt, now);
  return seconds > 0 ? because('miss-later', { seconds }) : null;
};

/** What the page knows to be impossible, so that it can say why beforehand; the server decides all the same. */
const RULES: Readonly<Record<Act, Rule>> = {
  next,
  recall,
  miss,
  begin: ({ current }) => {
    if (!current) return because('no-ticket');
    return current.state === 'called' ? null : because('not-called');
  },
  /** From called too: it begins and finishes at once, as the keypad without a begin key does (house.md). */
  finish: ({ current }) => (current ? null : because('no-ticket')),
  /** Without a ticket at the counter the key calls a parked visitor again. */
  park: ({ current, parked, pausedFor }) => {
    if (current) return null;
    if (pausedFor !== null) return because('paused');
    return parked.length > 0 ? null : because('none-parked');
  },
  transfer: ({ current }) => (current ? null : because('no-ticket')),
  pause: ({ current }) => (current ? because('ticket-open') : null),
  help: () => null,
};

export const hindranceOf = (act: Act, snapshot: CounterSnapshot, now: Date): Hindrance | null =>
  RULES[act](snapshot, now);

/** Which of its two meanings a key has now: what its button says. */
export function faceOf(act: Act, snapshot: CounterSnapshot): string {
  if (act === 'miss' && !snapshot.current) return 'rejoin';
  if (act === 'park' && !snapshot.current) return 'resume';
  if (act === 'pause' && snapshot.pausedFor !== null) return 'reopen';
  if (act === 'help' && snapshot.helpAskedAt !== null) return 'help-cancel';
  if (act === 'next' && snapshot.current?.state === 'serving') return 'finish-and-next';
  return act;
}
