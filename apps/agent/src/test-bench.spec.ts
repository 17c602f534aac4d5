import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceWish, TestedMessage } from '#libs/contracts/agent';
import type { PrintDocument } from '#libs/fleet/print-document';
import { ManualTimers } from '#devices/contract/manual-timers';
import type { Attached } from './drivers/attached.js';
import type { Looked } from './fleet.js';
import { TEST_MS, TestBench } from './test-bench.js';

const PAGE: PrintDocument = { blocks: [{ kind: 'rule' }] };
const READY: Pick<Looked, 'state' | 'wish'> = { state: 'ready', wish: null };

let timers: ManualTimers;
let told: DeviceWish[];
let beeps: number;
let looked: Looked | null;
let bench: TestBench;
const answers: TestedMessage[] = [];

const attached = (): Attached => ({
  start: () => {},
  stop: () => Promise.resolve(),
  show: (wish) => void told.push(wish),
  beep: () => void (beeps += 1),
  print: (document) => Promise.resolve(document === PAGE ? 'printed' : 'fault'),
});

function at(kind: Looked['kind'], change: Partial<Looked> = {}): void {
  looked = { kind, device: attached(), ...READY, ...change };
}

beforeEach(() => {
  timers = new ManualTimers();
  [told, beeps] = [[], 0];
  answers.length = 0;
  bench = new TestBench({ look: () => looked, show: (wish) => void told.push(wish) }, timers);
});

/** Begins a test; what has been answered once everything under way is settled. */
const begin = (testId = 't1'): void =>
  void bench.run({ testId, deviceId: 'd', document: PAGE }).then((answer) => answers.push(answer));
const settled = async (): Promise<TestedMessage | undefined> => {
  await new Promise((turn) => setImmediate(turn));
  return answers.at(-1);
};
const press = (invitationId: string) => ({
  ...{ kind: 'level' as const, level: 4 as const, invitationId, pressedAt: timers.now().toISOString() },
});
const litAs = (): string => {
  const wish = told.at(-1);
  return wish?.kind === 'evaluator-pad' ? (wish.invitation?.id ?? '') : '';
};

describe('a test of a pad', () => {
  beforeEach(() => at('evaluator-pad'));

  it('lights it and tells the key that was pressed; the press is no input', async () => {
    begin();
    expect(litAs()).toContain('t1');
    expect(bench.takes('d', press(litAs()))).toBe(true);
    expect(await settled()).toEqual({ testId: 't1', outcome: 'pressed', words: 'level-4' });
    expect(litAs()).toBe('');
  });

  it('ends when nobody presses, and a press that comes after it is no input either', async () => {
    begin();
    const lit = litAs();
    timers.advance(TEST_MS.press);
    expect(await settled()).toMatchObject({ outcome: 'failed', words: 'nothing-came' });
    expect(bench.takes('d', press(lit))).toBe(true);
    expect(bench.takes('d', press('invitation-1'))).toBe(false);
  });

  it('lights it anew each time', () => {
    begin();
    const first = litAs();
    timers.advance(TEST_MS.press);
    begin('t2');
    expect(litAs()).not.toBe(first);
  });

  it('gives way to a visitor who is asked meanwhile: his press counts', async () => {
    begin();
    const invitation = { id: 'invitation-1', endsAt: '2026-03-02T01:06:00.000Z' };
    bench.show({ kind: 'evaluator-pad', deviceId: 'd', invitation });
    expect(await settled()).toMatchObject({ outcome: 'failed', words: 'in-use' });
    expect(litAs()).toBe('invitation-1');
    expect(bench.takes('d', press('invitation-1'))).toBe(false);
  });

  it('does not begin while a visitor is asked', async () => {
    const invitation = { id: 'invitation-1', endsAt: '2026-03-02T01:06:00.000Z' };
    at('evaluator-pad', { wish: { kind: 'evaluator-pad', deviceId: 'd', invitation } });
    begin();
    expect(await settled()).toMatchObject({ outcome: 'failed', words: 'in-use' });
    expect(told).toEqual([]);
  });
});

it('a sign shows 测试 for five seconds, then what it showed before', async () => {
  const wish: DeviceWish = { kind: 'counter-sign', deviceId: 'd', shows: { kind: 'idle', text: '户籍业务' } };
  at('counter-sign', { wish });
  begin();
  expect(told).toMatchObject([{ shows: { text: '测试' } }]);
  timers.advance(TEST_MS.sign);
  expect(await settled()).toMatchObject({ outcome: 'done', words: 'shown' });
  expect(told.at(-1)).toEqual(wish);
});

it('a sign that refuses meanwhile has failed', async () => {
  at('counter-sign');
  begin();
  at('counter-sign', { state: 'refusing' });
  timers.advance(TEST_MS.sign);
  expect(await settled()).toMatchObject({ outcome: 'failed', words: 'refusing' });
});

it('a keypad beeps and lights all its digits; a key pressed meanwhile calls nobody', async () => {
  at('call-keypad');
  begin();
  expect([told[0], beeps]).toMatchObject([{ ticket: { number: '888' }, waiting: 888 }, 1]);
  const key = { kind: 'key' as const, action: 'next' as const, target: null, shown: null, confirmed: false };
  expect(bench.takes('d', { ...key, pressedAt: timers.now().toISOString() })).toBe(true);
  timers.advance(TEST_MS.keypad);
  expect(await settled()).toMatchObject({ outcome: 'done', words: 'rung' });
});

it.each([
  ['a card that reads', { name: '张三', idNumber: '1' }, { outcome: 'done', words: 'read' }],
  [
    'a card that does not',
    { unreadable: 'read-failed' as const },
    { outcome: 'failed', words: 'unreadable' },
  ],
])('a reader waits for %s, and tells nothing of it', async (_, read, result) => {
  at('id-card-reader');
  begin();
  expect(bench.takes('d', read)).toBe(true);
  expect(await settled()).toEqual({ testId: 't1', ...result });
});

it('a scanner waits for a code', async () => {
  at('scanner');
  begin();
  expect(bench.takes('d', { kind: 'scan', text: 'X', pressedAt: timers.now().toISOString() })).toBe(true);
  expect(await settled()).toMatchObject({ outcome: 'done', words: 'scanned' });
});

it('a printer prints the page it was sent', async () => {
  at('slip-printer');
  begin();
  expect(await settled()).toMatchObject({ outcome: 'done', words: 'printed' });
});

it.each([
  ['out of reach', () => at('counter-sign', { state: 'unreachable' }), 'unreachable'],
  ['not attached', () => (looked = null), 'misconfigured'],
])('a device that is %s is not tried', async (_, put, words) => {
  put();
  begin();
  expect(await settled()).toMatchObject({ outcome: 'failed', words });
  expect(timers.pending).toBe(0);
});

it('leaves no timer behind', () => {
  at('scanner');
  begin();
  bench.stop();
  expect(timers.pending).toBe(0);
});
