import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManualTimers } from '../contract/manual-timers.js';
import { BxFrameReader } from './onbon-frame-reader.js';
import { encodeFrame, LONGEST_BODY, type BxFrame } from './onbon-frame.codec.js';

const GAP_MS = 200;

function listen() {
  const timers = new ManualTimers();
  const frames: BxFrame[] = [];
  const reader = new BxFrameReader(GAP_MS, timers, (frame) => frames.push(frame));
  return { timers, frames, reader };
}

const toAny = (...data: number[]): BxFrame => ({
  destination: 0xfffe,
  dynamicFirst: false,
  deviceType: 0xfe,
  data,
});
const POWER_ON = encodeFrame(toAny(0xa3, 0, 1, 0, 0, 1));
const anyFrame: fc.Arbitrary<BxFrame> = fc.record({
  destination: fc.integer({ min: 0, max: 0xffff }),
  dynamicFirst: fc.boolean(),
  deviceType: fc.integer({ min: 0, max: 0xff }),
  data: fc.array(fc.oneof(fc.constantFrom(0xa5, 0xa6, 0x5a, 0x5b), fc.integer({ min: 0, max: 255 })), {
    maxLength: 60,
  }),
});
const nasty = fc.constantFrom(0xa5, 0xa6, 0x5a, 0x5b, 0x01, 0x02, 0xfe);
const chunks = fc.array(fc.array(fc.oneof(nasty, fc.integer({ min: 0, max: 255 })), { maxLength: 40 }), {
  maxLength: 12,
});

describe('the frame of a BX-K card', () => {
  it('escapes what would begin or end a frame, each with its own pair', () => {
    const bytes = [...encodeFrame(toAny(0xa5, 0xa6, 0x5a, 0x5b))];
    expect(bytes.slice(22, 30)).toEqual([0xa6, 2, 0xa6, 1, 0x5b, 2, 0x5b, 1]);
    expect(bytes.slice(8).filter((byte) => byte === 0xa5)).toEqual([]);
    expect(bytes.indexOf(0x5a)).toBe(bytes.length - 1);
  });

  it('gives back any frame, however it is cut', () => {
    fc.assert(
      fc.property(fc.array(anyFrame, { maxLength: 4 }), fc.integer({ min: 1, max: 9 }), (sent, size) => {
        const { reader, frames } = listen();
        const bytes = sent.flatMap((frame) => [...encodeFrame(frame)]);
        for (let at = 0; at < bytes.length; at += size)
          reader.push(Uint8Array.from(bytes.slice(at, at + size)));
        expect(frames).toEqual(sent);
      }),
    );
  });

  it('is read when most of its beginning is lost', () => {
    const { reader, frames } = listen();
    reader.push(POWER_ON.subarray(7));
    expect(frames).toHaveLength(1);
  });

  it('is not read with any one byte changed', () => {
    const CONTENT = 8;
    for (let at = CONTENT; at < POWER_ON.length; at += 1) {
      const { reader, frames } = listen();
      reader.push(POWER_ON.map((byte, place) => (place === at ? byte ^ 0x10 : byte)));
      expect(frames).toEqual([]);
    }
  });

  it.each([
    ['an escape that stands for nothing', [0xa5, 0xa6, 0x03, 0x5a]],
    ['an escape without its second byte', [0xa5, 0xfe, 0xa6, 0x5a]],
    ['nothing between beginning and end', [0xa5, 0x5a]],
    ['a length that is not its own', [...POWER_ON.slice(0, 20), 0x07, ...POWER_ON.slice(21)]],
  ])('is not read with %s', (_, bytes) => {
    const { reader, frames } = listen();
    reader.push(Uint8Array.from(bytes));
    expect(frames).toEqual([]);
    expect(reader.held).toBe(0);
  });

  it('refuses data that no frame holds', () => {
    expect(() => encodeFrame(toAny(...new Array<number>(LONGEST_BODY).fill(0)))).toThrow('too many');
  });
});

describe('any bytes from a card', () => {
  it('never throw, and are held no longer than a frame and no longer than the gap', () => {
    fc.assert(
      fc.property(chunks, (parts) => {
        const { reader, timers } = listen();
        for (const part of parts) reader.push(Uint8Array.from(part));
        timers.advance(GAP_MS);
        expect(reader.held).toBe(0);
        expect(timers.pending).toBe(0);
      }),
    );
    const { reader } = listen();
    reader.push(Uint8Array.of(0xa5));
    for (let i = 0; i < 10; i += 1) reader.push(new Uint8Array(1_000).fill(0x41));
    expect(reader.held).toBeLessThanOrEqual(LONGEST_BODY);
  });

  it('do not hide the good frame behind them', () => {
    fc.assert(
      fc.property(chunks, (parts) => {
        const { reader, frames } = listen();
        for (const part of parts) reader.push(Uint8Array.from(part));
        reader.push(POWER_ON);
        expect(frames.at(-1)).toEqual(toAny(0xa3, 0, 1, 0, 0, 1));
      }),
    );
  });

  it('of an old connection are forgotten', () => {
    const { reader, frames, timers } = listen();
    reader.push(POWER_ON.subarray(0, 15));
    reader.reset();
    reader.push(POWER_ON.subarray(15));
    expect(frames).toEqual([]);
    expect(timers.pending).toBe(0);
  });
});
