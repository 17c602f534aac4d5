import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Line } from './line.js';
import { ManualTimers } from './manual-timers.js';
import { Watched } from './watched.js';
import { dialWebSocket, type DialledWebSocket, type DialOptions } from './websocket-dial.js';
import { WebSocketListener, type Greeter } from './websocket-listener.js';

/** `I am 3 with secret`, `who?`, anything else is not answered. */
const greeter: Greeter = {
  prompt: 'your name?',
  hear: (text, places) => {
    const [, place, key] = /^I am (\S+)(?: with (\S+))?$/.exec(text) ?? [];
    if (text === 'who?') return { answer: places.join() };
    if (place === undefined) return { answer: null };
    return {
      login: { place, key: key ?? null, welcome: 'come in', refused: (reason) => `no: ${reason}` },
    };
  },
};
const SILENCE_MS = 60_000;

class User extends Watched {
  readonly told: string[] = [];
  opened = (): void => this.#tell('opened');
  bytes = (chunk: Uint8Array): void => this.#tell(`heard ${Buffer.from(chunk).toString()}`);
  lost = (cause: string): void => this.#tell(`lost: ${cause}`);

  #tell(event: string): void {
    this.told.push(event);
    this.changed();
  }

  hears(event: string, times = 1): Promise<void> {
    return this.until(() => this.told.filter((told) => told === event).length >= times);
  }
}

class Device extends Watched {
  readonly heard: string[] = [];
  closed: number | null = null;
  #dialled: DialledWebSocket | null = null;

  async dial(url: string, more: Partial<DialOptions> = {}): Promise<this> {
    const text = (text: string): void => {
      this.heard.push(text);
      this.changed();
    };
    const closed = (code: number): void => {
      this.closed = code;
      this.changed();
    };
    this.#dialled = dialWebSocket({ url, opened: () => {}, text, closed, ...more });
    await this.hears('your name?');
    return this;
  }

  get wire(): DialledWebSocket {
    if (!this.#dialled) throw new Error('not connected');
    return this.#dialled;
  }

  hears(text: string): Promise<void> {
    return this.until(() => this.heard.includes(text));
  }
}

let timers: ManualTimers;
let listener: WebSocketListener;
let line: Line;
let user: User;
let leave: () => Promise<void>;
let url: string;
beforeEach(async () => {
  timers = new ManualTimers();
  listener = new WebSocketListener({ host: '127.0.0.1', port: 0, timers, greeter, silenceMs: SILENCE_MS });
  line = new Line(listener.openPort('3', 'secret'), timers);
  user = new User();
  leave = line.join(user);
  url = `ws://127.0.0.1:${await listener.port()}`;
});
afterEach(async () => {
  await timers.whilePassing(leave());
  await timers.whilePassing(listener.close());
});

const dial = (more: Partial<DialOptions> = {}): Promise<Device> => new Device().dial(url, more);
async function atPlace(more: Partial<DialOptions> = {}): Promise<Device> {
  const device = await dial(more);
  device.wire.say('I am 3 with secret');
  await Promise.all([device.hears('come in'), user.hears('opened')]);
  return device;
}

describe('a device that logs in', () => {
  it('gets a line at its place: one message, one chunk, both ways', async () => {
    const device = await atPlace();
    device.wire.say('非常满意');
    await user.hears('heard 非常满意');
    await line.write(Buffer.from('谢谢'));
    await device.hears('谢谢');
    expect([user.told, device.heard]).toEqual([
      ['opened', 'heard 非常满意'],
      ['your name?', 'come in', '谢谢'],
    ]);
  });

  it('may have its key in the address', async () => {
    const device = await dial({ url: `${url}/?key=secret` });
    device.wire.say('I am 3');
    await device.hears('come in');
    expect(line.isOpen).toBe(true);
  });

  it.each([
    ['with a wrong key', 'I am 3 with guess', 'no: unknown'],
    ['without a key', 'I am 3', 'no: unknown'],
    ['at a place nobody knows', 'I am 4 with secret', 'no: unknown'],
  ])('%s is refused and shown out, and heard no more', async (_, text, answer) => {
    const device = await dial();
    device.wire.say(text);
    device.wire.say('I am 3 with secret');
    await timers.whilePassing(device.until(() => device.closed !== null));
    expect([device.heard, device.closed, line.isOpen]).toEqual([['your name?', answer], 1008, false]);
  });

  it('is refused while its place is occupied, and taken once that is free', async () => {
    const first = await atPlace();
    const second = await dial();
    second.wire.say('I am 3 with secret');
    await second.hears('no: occupied');
    await first.wire.hangUp();
    await user.hears('lost: ended by the other side');
    const waiting = user.hears('opened', 2);
    timers.advance(250);
    await new Promise((turn) => setImmediate(turn));
    const third = await dial();
    third.wire.say('I am 3 with secret');
    await Promise.all([waiting, third.hears('come in')]);
    expect([first.heard, second.heard]).toEqual([
      ['your name?', 'come in'],
      ['your name?', 'no: occupied'],
    ]);
  });

  it('is refused while nobody waits for it', async () => {
    const first = await atPlace();
    await first.wire.cut();
    await user.hears('lost: ended by the other side');
    const second = await dial();
    second.wire.say('I am 3 with secret');
    await second.hears('no: not-ready');
  });
});

describe('a stranger', () => {
  it('is answered what its dialect lets strangers ask', async () => {
    const device = await dial();
    device.wire.say('who?');
    await device.hears('3');
    expect(line.isOpen).toBe(false);
  });

  it('is shown out when it has not logged in after a while', async () => {
    const device = await dial();
    device.wire.say('hello?');
    await timers.whilePassing(device.until(() => device.closed !== null));
    expect([device.closed, user.told]).toEqual([1008, []]);
  });

  it.each([
    ['bytes that are no text', (wire: DialledWebSocket) => wire.sayBytes(Uint8Array.of(1, 2)), 1003],
    ['a message without end', (wire: DialledWebSocket) => wire.say('x'.repeat(20_000)), 1009],
  ])('that sends %s is shown out', async (_, send, code) => {
    const device = await dial();
    send(device.wire);
    await device.until(() => device.closed !== null);
    expect(device.closed).toBe(code);
  });

  it('does not fill the house: the 33rd is not let in', async () => {
    await Promise.all(Array.from({ length: 32 }, () => dial()));
    const late = new Watched();
    let code: number | null = null;
    const closed = (given: number): void => {
      code = given;
      late.changed();
    };
    dialWebSocket({ url, opened: () => {}, text: () => {}, closed });
    await late.until(() => code !== null);
    expect(code).toBe(1006);
  });

  it('may ask for a strange address', async () => {
    const device = await dial({ url: `${url}//?key` });
    device.wire.say('who?');
    await device.hears('3');
    expect(device.closed).toBeNull();
  });
});

describe('a device that falls silent', () => {
  it('is noticed when its heartbeat stays away', async () => {
    await atPlace();
    await timers.whilePassing(user.hears('lost: no heartbeat'));
    expect(line.isOpen).toBe(false);
  });

  it('is kept while it says something', async () => {
    const device = await atPlace();
    for (let beats = 1; beats <= 3; beats += 1) {
      for (let tenths = 0; tenths < 500; tenths += 1) {
        await new Promise((turn) => setImmediate(turn));
        timers.advance(100);
      }
      device.wire.say(`beat ${beats}`);
      await user.hears(`heard beat ${beats}`);
    }
    expect(user.told).toEqual(['opened', 'heard beat 1', 'heard beat 2', 'heard beat 3']);
  });

  it('is noticed sooner when its network is gone', async () => {
    await atPlace({ answersPings: false });
    await timers.whilePassing(user.hears('lost: no sign of life'));
    expect(timers.now().getTime() - Date.parse('2026-03-02T01:00:00.000Z')).toBeLessThanOrEqual(20_500);
  });
});

describe('the listener', () => {
  it('rejects with the cause when its port is taken', async () => {
    const other = new WebSocketListener({
      host: '127.0.0.1',
      port: await listener.port(),
      timers,
      greeter,
      silenceMs: SILENCE_MS,
    });
    const opening = other.openPort('3', null)({ bytes: () => {}, closed: () => {} });
    await expect(opening).rejects.toThrow('EADDRINUSE');
  });

  it('shows everybody out when it is closed', async () => {
    const device = await atPlace();
    await timers.whilePassing(listener.close());
    await user.hears('lost: closed here');
    await device.until(() => device.closed !== null);
    expect(device.closed).toBe(1001);
  });
});
