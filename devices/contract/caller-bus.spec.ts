import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUS_FRAME, BUS_GAP_MS, decodeFrame, encodeFrame, sameFrame, type BusFrame } from './caller-bus.js';
import { FrameParser } from './framing.js';
import { ManualTimers } from './manual-timers.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** What is heard of these bytes, when nothing more comes. */
function heard(...chunks: Iterable<number>[]): BusFrame[] {
  const timers = new ManualTimers();
  const frames: BusFrame[] = [];
  const parser = new FrameParser(BUS_FRAME, BUS_GAP_MS, timers, (frame) => frames.push(decodeFrame(frame)));
  for (const chunk of chunks) parser.push(Uint8Array.from(chunk));
  expect(parser.held).toBeLessThan(BUS_FRAME.maximumLength);
  timers.advance(BUS_GAP_MS);
  return frames;
}

/** Vectors marked [C] in hardware.md 4.a and 4.b. */
const VECTORS: [string, BusFrame][] = [
  ['ff6803036803110216 16', { address: 3, command: 0x11, data: [2] }],
  ['ff6803036803010206 16', { address: 3, command: 0x01, data: [2] }],
  ['ff68030368 03010b0f 16', { address: 3, command: 0x01, data: [0x0b] }],
  ['ff68030368 0302050a 16', { address: 3, command: 0x02, data: [5] }],
  ['ff68030368 03010c10 16', { address: 3, command: 0x01, data: [0x0c] }],
  ['ff68080868 03020a0a0a000107 2b16', { address: 3, command: 0x02, data: [10, 10, 10, 0, 1, 7] }],
  ['ff68080868 03020001020a0a0a 2616', { address: 3, command: 0x02, data: [0, 1, 2, 10, 10, 10] }],
  ['ff68020268 0303 0616', { address: 3, command: 0x03, data: [] }],
];

describe('the frame of the caller bus', () => {
  it.each(VECTORS)('%s is written', (text, frame) => {
    expect(hex(encodeFrame(frame))).toBe(text.replaceAll(' ', ''));
  });

  it.each(VECTORS)('%s is read', (text, frame) => {
    expect(heard(Buffer.from(text.replaceAll(' ', ''), 'hex'))).toEqual([frame]);
  });

  it.each([
    ['a wrong checksum', 'ff680303680311021716'],
    ['two lengths that differ', 'ff680304680311021616'],
    ['a length beyond any frame', 'ff68090968' + '00'.repeat(11)],
    ['a length below any frame', 'ff680101680303160000'],
    ['a wrong end', 'ff680303680311021615'],
  ])('is not read with %s', (_, text) => {
    expect(heard(Buffer.from(text, 'hex'))).toEqual([]);
  });

  it.each([
    { address: 4, command: 1, data: [2] },
    { address: 3, command: 2, data: [2] },
    { address: 3, command: 1, data: [3] },
    { address: 3, command: 1, data: [2, 2] },
    { address: 3, command: 1, data: [] },
  ])('is not the same as %j', (other) => {
    const frame = { address: 3, command: 1, data: [2] };
    expect(sameFrame(frame, { ...frame })).toBe(true);
    expect(sameFrame(frame, other)).toBe(false);
  });
});

describe('any bytes on the bus', () => {
  const nasty = fc.constantFrom(0xff, 0x68, 0x02, 0x03, 0x08, 0x11, 0x16);
  const chunks = fc.array(fc.array(fc.oneof(nasty, fc.integer({ min: 0, max: 255 })), { maxLength: 30 }), {
    maxLength: 12,
  });
  const anyFrame = fc.record({
    address: fc.integer({ min: 0, max: 255 }),
    command: fc.integer({ min: 0, max: 255 }),
    data: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 6 }),
  });

  it('never throw, and hold no more than a frame', () => {
    fc.assert(fc.property(chunks, (parts) => void heard(...parts)));
  });

  it('give back every frame that was written, byte by byte', () => {
    fc.assert(
      fc.property(fc.array(anyFrame, { maxLength: 5 }), (frames) => {
        const bytes = frames.flatMap((frame) => [...encodeFrame(frame)]);
        expect(heard(...bytes.map((byte) => [byte]))).toEqual(frames);
      }),
    );
  });

  it('do not hide the good frame behind them', () => {
    fc.assert(
      fc.property(chunks, (noise) => {
        const key = { address: 3, command: 0x11, data: [2] };
        expect(heard(...noise, encodeFrame(key)).at(-1)).toEqual(key);
      }),
    );
  });
});
