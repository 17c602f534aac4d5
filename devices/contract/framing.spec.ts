import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameParser, type FrameShape } from './framing.js';
import { ManualTimers } from './manual-timers.js';

/** AA, length of the payload, payload, sum. */
const SHAPE: FrameShape = {
  start: [0xaa],
  maximumLength: 20,
  measure: (bytes) => (bytes[1] === undefined ? 'more' : bytes[1] + 3),
  valid: (frame) => frame.at(-1) === sum(frame.subarray(1, -1)),
};
const sum = (bytes: Uint8Array): number => bytes.reduce((total, byte) => total + byte, 0) & 0xff;
const frame = (...payload: number[]): number[] => {
  const body = [payload.length, ...payload];
  return [0xaa, ...body, sum(Uint8Array.from(body))];
};

function listen() {
  const timers = new ManualTimers();
  const heard: number[][] = [];
  const parser = new FrameParser(SHAPE, 50, timers, (found) => heard.push([...found]));
  return { timers, heard, parser };
}

const anyBytes = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 200 });
/** Noise that looks like the beginning of frames more often than chance would. */
const nastyBytes = fc.array(fc.constantFrom(0xaa, 0x00, 0x01, 0x05, 0x11, 0xff), { maxLength: 60 });
const pieces = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 20 });

function pushInPieces(parser: FrameParser, bytes: readonly number[], sizes: readonly number[]): void {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    parser.push(Uint8Array.from(bytes.slice(at, at + size)));
    at += size;
  }
}

describe('the framed parser', () => {
  it('finds frames however the bytes are cut', () => {
    const stream = [...frame(1, 2), ...frame(0xaa, 0xaa), ...frame()];
    fc.assert(
      fc.property(pieces, (sizes) => {
        const { parser, heard } = listen();
        pushInPieces(parser, stream, sizes);
        expect(heard).toEqual([frame(1, 2), frame(0xaa, 0xaa), frame()]);
      }),
    );
  });

  it('skips one byte after a bad frame, so that a frame inside its claimed length is still found', () => {
    const { parser, heard } = listen();
    parser.push(Uint8Array.from([0xaa, 5, ...frame(7), 0, 0]));
    expect(heard).toEqual([frame(7)]);
    expect(parser.skipped).toBe(4);
  });

  it('gives up half a frame after the gap and hears the next one', () => {
    const { parser, heard, timers } = listen();
    parser.push(Uint8Array.from([0xaa, 9, 1, 2]));
    timers.advance(50);
    expect(parser.held).toBe(0);
    parser.push(Uint8Array.from(frame(3)));
    expect(heard).toEqual([frame(3)]);
  });

  it('finds a whole frame within what was given up', () => {
    const { parser, heard, timers } = listen();
    parser.push(Uint8Array.from([0xaa, 15, ...frame(4)]));
    expect(heard).toEqual([]);
    timers.advance(50);
    expect(heard).toEqual([frame(4)]);
  });

  it('forgets half a frame of an old connection', () => {
    const { parser, heard } = listen();
    parser.push(Uint8Array.from([0xaa, 2, 1]));
    parser.reset();
    parser.push(Uint8Array.from(frame(5)));
    expect(heard).toEqual([frame(5)]);
  });

  it('never throws and never holds more than one frame, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(anyBytes, nastyBytes), pieces, (bytes, sizes) => {
        const { parser } = listen();
        pushInPieces(parser, bytes, sizes);
        expect(parser.held).toBeLessThan(SHAPE.maximumLength);
      }),
    );
  });

  it('hears the next good frame after any noise and the gap', () => {
    fc.assert(
      fc.property(fc.oneof(anyBytes, nastyBytes), pieces, (noise, sizes) => {
        const { parser, heard, timers } = listen();
        pushInPieces(parser, noise, sizes);
        timers.advance(50);
        pushInPieces(parser, frame(8, 9), sizes);
        expect(heard.at(-1)).toEqual(frame(8, 9));
      }),
    );
  });
});
