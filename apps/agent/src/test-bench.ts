import type { DeviceWish, TestedMessage, TestMessage } from '#libs/contracts/agent';
import { failed, passed, wordOf, type TestResult } from '#libs/fleet/device-test';
import type { Timers } from '#devices/contract/timers';
import type { CardRead, Input } from './drivers/attached.js';
import type { Fleet, Looked } from './fleet.js';

/** How long a sign shows its test, a keypad its digits; and how long somebody has to press, lay a card, scan. */
export const TEST_MS = { sign: 5_000, keypad: 3_000, press: 30_000, read: 20_000 } as const;

const SHOWN = '测试';
/** Every lamp of a display of six digits. */
const EIGHTS = 888;
/** An invitation with this beginning is nobody's. */
const TRIAL = 'test:';

interface Trial {
  /** What somebody does at the device while it is tried. */
  hear(did: Input | CardRead): void;
  /** The hall needs the device. */
  interrupt(): void;
  leave(): void;
}

/** Tries a device on its own wire. While it does, nothing done at the device goes to the server as an input. */
export class TestBench {
  readonly #trials = new Map<string, Trial>();

  constructor(
    private readonly fleet: Pick<Fleet, 'look' | 'show'>,
    private readonly timers: Timers,
  ) {}

  async run({ testId, deviceId, document }: TestMessage): Promise<TestedMessage> {
    const looked = this.fleet.look(deviceId);
    if (!looked) return { testId, ...failed('misconfigured') };
    if (looked.state === 'unreachable') return { testId, ...failed('unreachable') };
    if (this.#trials.has(deviceId) || servesSomebody(looked.wish)) return { testId, ...failed('in-use') };
    if (looked.kind !== 'slip-printer') return { testId, ...(await this.#try({ testId, deviceId }, looked)) };
    if (!document || !looked.device.print) return { testId, ...failed('unknown') };
    const outcome = await looked.device.print(document);
    return { testId, ...(outcome === 'printed' ? passed('printed') : failed(wordOf(outcome))) };
  }

  /** True: it belongs to a trial, and is no input. */
  takes(deviceId: string, did: Input | CardRead): boolean {
    const trial = this.#trials.get(deviceId);
    trial?.hear(did);
    return trial !== undefined || isTrialPress(did);
  }

  /** A new wish is for somebody in the hall: it ends the trial and is shown. */
  show(wish: DeviceWish): void {
    this.#trials.get(wish.deviceId)?.interrupt();
    this.fleet.show(wish);
  }

  stop(): void {
    for (const trial of this.#trials.values()) trial.leave();
    this.#trials.clear();
  }

  #try({ testId, deviceId }: TestMessage, looked: Looked): Promise<TestResult> {
    const { wish, ms, after, interrupted, beeps } = planOf({ testId, deviceId }, looked.kind);
    return new Promise((resolve) => {
      const end = (result: TestResult): void => {
        forget();
        this.#trials.delete(deviceId);
        const before = looked.wish ?? REST[looked.kind]?.(deviceId);
        if (before) looked.device.show?.(before);
        resolve(result);
      };
      const forget = this.timers.after(ms, () => {
        const state = this.fleet.look(deviceId)?.state ?? 'unreachable';
        end(after.outcome === 'done' && state !== 'ready' ? failed(wordOf(state)) : after);
      });
      this.#trials.set(deviceId, {
        hear: (did) => {
          const result = resultOf(did);
          if (result) end(result);
        },
        interrupt: () => end(interrupted),
        leave: forget,
      });
      if (wish) looked.device.show?.(wish);
      if (beeps) looked.device.beep?.();
    });
  }
}

interface Plan {
  wish: DeviceWish | null;
  ms: number;
  /** When nobody has done anything. */
  after: TestResult;
  interrupted: TestResult;
  beeps: boolean;
}

function planOf({ testId, deviceId }: TestMessage, kind: Looked['kind']): Plan {
  const waits = { after: failed('nothing-came'), interrupted: failed('in-use'), beeps: false };
  switch (kind) {
    case 'counter-sign': {
      const wish: DeviceWish = { kind, deviceId, shows: { kind: 'idle', text: SHOWN } };
      return { wish, ms: TEST_MS.sign, after: passed('shown'), interrupted: passed('shown'), beeps: false };
    }
    case 'call-keypad': {
      const ticket = { ticketId: TRIAL, number: String(EIGHTS) };
      const wish: DeviceWish = { kind, deviceId, ticket, waiting: EIGHTS };
      return { wish, ms: TEST_MS.keypad, after: passed('rung'), interrupted: passed('rung'), beeps: true };
    }
    case 'evaluator-pad': {
      const endsAt = new Date(0).toISOString();
      const wish: DeviceWish = { kind, deviceId, invitation: { id: `${TRIAL}${testId}`, endsAt } };
      return { ...waits, wish, ms: TEST_MS.press };
    }
    default:
      return { ...waits, wish: null, ms: TEST_MS.read };
  }
}

/** What a device shows that was never told anything. */
const REST: Partial<Record<Looked['kind'], (deviceId: string) => DeviceWish>> = {
  'counter-sign': (deviceId) => ({ kind: 'counter-sign', deviceId, shows: { kind: 'dark' } }),
  'call-keypad': (deviceId) => ({ kind: 'call-keypad', deviceId, ticket: null, waiting: null }),
  'evaluator-pad': (deviceId) => ({ kind: 'evaluator-pad', deviceId, invitation: null }),
};

/** A visitor reads it or is asked by it at this moment. */
function servesSomebody(wish: DeviceWish | null): boolean {
  if (wish?.kind === 'counter-sign') return wish.shows.kind === 'call';
  if (wish?.kind === 'call-keypad') return wish.ticket !== null;
  return wish?.kind === 'evaluator-pad' && wish.invitation !== null;
}

const isTrialPress = (did: Input | CardRead): boolean =>
  'kind' in did && did.kind === 'level' && did.invitationId.startsWith(TRIAL);

/** Null: not what was waited for. */
function resultOf(did: Input | CardRead): TestResult | null {
  if (!('kind' in did)) return 'unreadable' in did ? failed('unreadable') : passed('read');
  if (did.kind === 'level') return { outcome: 'pressed', words: `level-${did.level}` };
  return did.kind === 'scan' ? passed('scanned') : null;
}
