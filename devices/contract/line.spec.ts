import { describe, expect, it } from 'vitest';
import { Line, type LineUser } from './line.js';
import { ManualTimers } from './manual-timers.js';
import type { OpenPort, PortListener } from './port.js';

/** A wall of sockets to plug into: each opening is seen, and the test says what becomes of it. */
class Wall {
  readonly attempts: {
    listener: PortListener;
    accept(): void;
    refuse(): void;
    written: number[];
    closed: boolean;
  }[] = [];

  readonly open: OpenPort = (listener) =>
    new Promise((resolve, reject) => {
      const written: number[] = [];
      const attempt = {
        listener,
        written,
        closed: false,
        accept: () =>
          resolve({
            write: async (bytes) => void written.push(...bytes),
            close: async () => void (attempt.closed = true),
          }),
        refuse: () => reject(new Error('refused')),
      };
      this.attempts.push(attempt);
    });

  last() {
    const attempt = this.attempts.at(-1);
    if (!attempt) throw new Error('nobody tried to open');
    return attempt;
  }
}

function diary(): LineUser & { lines: string[] } {
  const lines: string[] = [];
  return {
    lines,
    opened: () => void lines.push('opened'),
    bytes: (chunk) => void lines.push(`bytes ${[...chunk].join(' ')}`),
    lost: (cause) => void lines.push(`lost: ${cause}`),
  };
}

/** Promises of the line settle before the test goes on. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function plugged() {
  const timers = new ManualTimers();
  const wall = new Wall();
  const line = new Line(wall.open, timers);
  const user = diary();
  const leave = line.join(user);
  await settled();
  return { timers, wall, line, user, leave };
}

describe('a line', () => {
  it('opens with its first user and tells of bytes', async () => {
    const { wall, line, user } = await plugged();
    wall.last().accept();
    await settled();
    wall.last().listener.bytes(Uint8Array.of(1, 2));
    await line.write(Uint8Array.of(9));
    expect(user.lines).toEqual(['opened', 'bytes 1 2']);
    expect(wall.last().written).toEqual([9]);
  });

  it('comes back with a new port, waiting longer up to the ceiling, for ever', async () => {
    const { wall, timers } = await plugged();
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      const tries = wall.attempts.length;
      wall.last().refuse();
      await settled();
      let waited = 0;
      while (wall.attempts.length === tries) {
        timers.advance(250);
        waited += 250;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([250, 500, 1000, 1500, 1500, 1500, 1500, 1500]);
  });

  it('is quick again once a connection has lasted', async () => {
    const { wall, timers } = await plugged();
    wall.last().refuse();
    await settled();
    timers.advance(250);
    wall.last().accept();
    await settled();
    timers.advance(5_000);
    wall.last().listener.closed('unplugged');
    timers.advance(249);
    expect(wall.attempts).toHaveLength(2);
    timers.advance(1);
    expect(wall.attempts).toHaveLength(3);
  });

  it('does not hear what an old connection still says', async () => {
    const { wall, user, timers } = await plugged();
    const first = wall.last();
    first.accept();
    await settled();
    first.listener.closed('unplugged');
    timers.advance(250);
    wall.last().accept();
    await settled();
    first.listener.bytes(Uint8Array.of(7));
    first.listener.closed('again');
    expect(user.lines).toEqual(['opened', 'lost: unplugged', 'opened']);
  });

  it('keeps nothing for later: a write on a line that is down fails', async () => {
    const { line } = await plugged();
    await expect(line.write(Uint8Array.of(1))).rejects.toThrow('the line is down');
  });

  it('starts again when its user gives the other side up', async () => {
    const { wall, line, user, timers } = await plugged();
    wall.last().accept();
    await settled();
    line.drop('no answer');
    expect(wall.last().closed).toBe(true);
    expect(user.lines).toEqual(['opened', 'lost: no answer']);
    timers.advance(250);
    expect(wall.attempts).toHaveLength(2);
  });

  it('is shared by the devices of one bus and closes with the last', async () => {
    const { wall, line, leave } = await plugged();
    wall.last().accept();
    await settled();
    const second = diary();
    const leaveToo = line.join(second);
    expect(second.lines).toEqual(['opened']);
    await leave();
    wall.last().listener.bytes(Uint8Array.of(3));
    expect(second.lines).toEqual(['opened', 'bytes 3']);
    await leaveToo();
    expect(wall.last().closed).toBe(true);
    expect(wall.attempts).toHaveLength(1);
  });

  it('leaves no timer and no port behind when it is left while opening', async () => {
    const { wall, leave, timers } = await plugged();
    await leave();
    wall.last().accept();
    await settled();
    expect(wall.last().closed).toBe(true);
    expect(timers.pending).toBe(0);
  });
});
