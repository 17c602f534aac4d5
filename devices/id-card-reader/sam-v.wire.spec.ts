import { describe, expect, it } from 'vitest';
import { Line } from '../contract/line.js';
import { ManualTimers } from '../contract/manual-timers.js';
import type { PortListener } from '../contract/port.js';
import { encodeReply, type SamReply } from './sam-v.codec.js';
import { FIND, type Question } from './sam-v.questions.js';
import { SamWire } from './sam-v.wire.js';

async function connected() {
  const timers = new ManualTimers();
  const reader: { listener: PortListener | null } = { listener: null };
  const line = new Line(async (listener) => {
    reader.listener = listener;
    return { write: async () => {}, close: async () => {} };
  }, timers);
  const wire = new SamWire(line, timers, () => {});
  const leave = line.join(wire);
  await new Promise((turn) => setImmediate(turn));
  expect(line.isOpen).toBe(true);
  return { wire, timers, leave, says: (bytes: Uint8Array) => reader.listener?.bytes(bytes) };
}

describe('the wire of a reader', () => {
  it('leaves nothing of a reply but what the question took', async () => {
    const { wire, says } = await connected();
    const kept: Question<SamReply> = { ...FIND, good: (reply) => reply };
    const answer = wire.ask(kept);
    says(encodeReply('ok', [1, 2, 3, 4]));
    const told = await answer;
    expect(told.kind === 'good' && [...told.value.data]).toEqual([0, 0, 0, 0]);
  });

  it('tells whoever asks after its end that nothing will come', async () => {
    const { wire, timers, leave } = await connected();
    const waiting = wire.ask(FIND);
    wire.end();
    await leave();
    await expect(waiting).resolves.toEqual({ kind: 'lost' });
    await expect(wire.ask(FIND)).resolves.toEqual({ kind: 'lost' });
    await expect(wire.rest(300)).resolves.toBe('lost');
    expect(timers.pending).toBe(0);
  });

  it('passes over answers to other questions, and is late without one', async () => {
    const { wire, timers, says } = await connected();
    const answer = wire.ask(FIND);
    says(encodeReply('ok'));
    says(encodeReply('select-failed'));
    timers.advance(FIND.withinMs);
    await expect(answer).resolves.toEqual({ kind: 'late' });
  });
});
