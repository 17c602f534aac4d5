import { beforeEach, describe, expect, it } from 'vitest';
import { AGENT, device, SmallHall } from '../hall/hall.fixture.js';
import { begin } from './serve.js';
import { pressKeypad, type KeypadPress } from './keypad.js';

let hall: SmallHall;
beforeEach(() => {
  hall = new SmallHall((config) => ({
    ...config,
    devices: [
      ...config.devices,
      { id: 'keypad', kind: 'call-keypad', name: '呼叫器', agentId: 'agent', counterId: 'counter-1' },
    ],
  }));
});

const at = (): string | null => hall.state.current.get('counter-1') ?? null;
/** A key pressed now, on a keypad that shows what is there. */
const pressed = (action: KeypadPress['action'], change: Partial<KeypadPress> = {}): KeypadPress => ({
  ...{ deviceId: 'keypad', action, target: null, shown: at(), confirmed: false },
  pressedAt: hall.at.toISOString(),
  ...change,
});
const press = (action: KeypadPress['action'], change: Partial<KeypadPress> = {}) =>
  hall.give(pressKeypad, pressed(action, change), AGENT);
const refused = (action: KeypadPress['action'], change: Partial<KeypadPress> = {}) =>
  hall.refused(pressKeypad, pressed(action, change), AGENT);

describe('a keypad', () => {
  it('works a whole day alone: call, recall, rate, call on, park, back, send on, miss, pause', () => {
    hall.sit('counter-1');
    const [first, second] = [hall.take(), hall.take(), hall.take(), hall.take('queue-a', null)];
    press('next');
    expect(at()).toBe(first);
    hall.pass(30);
    press('recall');
    hall.pass(300);
    press('evaluate');
    expect(hall.happened().slice(-2)).toEqual(['visit-finished', 'invitation-opened']);
    press('next');
    expect(at()).toBe(second);
    press('park');
    expect([at(), hall.ticket(second).status]).toEqual([null, 'parked']);
    press('resume');
    expect(at()).toBe(second);
    press('transfer', { target: 2 });
    expect(hall.ticket(second).targetCounterId).toBe('counter-2');
    press('next');
    hall.pass(60);
    for (let calls = 1; calls < 3; calls++) {
      press('recall');
      hall.pass(60);
    }
    press('miss');
    expect(hall.happened().at(-1)).toBe('ticket-missed');
    press('pause');
    expect(hall.state.desks.get('counter-1')?.pausedFor).toBe('short-break');
  });

  it('finishes a visit with the queue’s outcome, and its first matter where the ticket names none', () => {
    hall.sit('counter-1');
    hall.take('queue-a', null);
    press('next');
    hall.pass(60);
    press('evaluate');
    expect(hall.facts.at(-2)).toMatchObject({ type: 'visit-finished', matterIds: ['matter-a'] });
  });

  it('does what the page does, and to whom the page shows: begun there, *call* here finishes and calls on', () => {
    const clerk = hall.sit('counter-1');
    const [first, second] = [hall.take(), hall.take()];
    press('next');
    expect(refused('next')).toBe('visitor-not-begun');
    hall.give(begin, { ticketId: first }, clerk);
    hall.pass(60);
    press('next');
    expect(at()).toBe(second);
    expect(hall.facts.find(({ type }) => type === 'visit-finished')).toMatchObject({
      personId: 'clerk-counter-1',
    });
  });

  it('asks once more before it finishes within seconds', () => {
    hall.sit('counter-1');
    hall.take();
    press('next');
    hall.pass(3);
    expect(refused('evaluate')).toBe('confirm-quick-finish');
    press('evaluate', { confirmed: true });
    expect(at()).toBe(null);
  });

  it('opens a paused counter again with any key, and no key does more than that', () => {
    hall.sit('counter-1');
    hall.take();
    press('pause');
    press('next');
    expect([hall.state.desks.get('counter-1')?.pausedFor, at()]).toEqual([null, null]);
  });
});

describe('a key that says nothing any more', () => {
  it('is refused: of another visitor than stands there, of minutes ago, with nobody there', () => {
    expect(refused('next')).toBe('not-signed-in');
    hall.sit('counter-1');
    hall.take();
    expect(refused('evaluate')).toBe('nobody-at-counter');
    expect(refused('resume')).toBe('nobody-parked');
    press('next');
    for (const shown of [null, 'another']) expect(refused('recall', { shown })).toBe('out-of-step');
    const earlier = new Date(hall.at.getTime() - 16_000).toISOString();
    expect(refused('recall', { pressedAt: earlier })).toBe('press-too-old');
    for (const target of [null, 99]) expect(refused('transfer', { target })).toBe('counter-unknown');
  });

  it('or of a keypad that another agent carries', () => {
    hall.sit('counter-1');
    hall.take();
    expect(hall.refused(pressKeypad, pressed('next'), device('agent-2', 'agent'))).toBe('not-allowed');
  });
});
