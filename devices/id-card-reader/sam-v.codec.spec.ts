import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameParser } from '../contract/framing.js';
import { ManualTimers } from '../contract/manual-timers.js';
import {
  decodeReply,
  decodeRequest,
  encodeReply,
  encodeRequest,
  SAM_FRAME,
  type SamWord,
} from './sam-v.codec.js';

const PREAMBLE = 'aaaaaa9669';
const GAP_MS = 100;
const bytesOf = (text: string): Buffer => Buffer.from(PREAMBLE + text.replaceAll(' ', ''), 'hex');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The frames in these bytes, when nothing more comes. */
function heard(...chunks: Iterable<number>[]): string[] {
  const timers = new ManualTimers();
  const frames: string[] = [];
  const parser = new FrameParser(SAM_FRAME, GAP_MS, timers, (frame) => frames.push(hex(frame)));
  for (const chunk of chunks) {
    parser.push(Uint8Array.from(chunk));
    expect(parser.held).toBeLessThan(SAM_FRAME.maximumLength);
  }
  timers.advance(GAP_MS);
  return frames;
}

/** Vectors of hardware.md 4.e. */
const REQUESTS: [string, string, number, number, number[]][] = [
  ['reset', '0003 10ff ec', 0x10, 0xff, []],
  ['status', '0003 11ff ed', 0x11, 0xff, []],
  ['SAM id', '0003 12ff ee', 0x12, 0xff, []],
  ['find', '0003 2001 22', 0x20, 0x01, []],
  ['select', '0003 2002 21', 0x20, 0x02, []],
  ['read text and photo', '0003 3001 32', 0x30, 0x01, []],
  ['read with fingerprints', '0003 3010 23', 0x30, 0x10, []],
  ['read the newest address', '0003 3003 30', 0x30, 0x03, []],
  ['maximum of bytes by air', '0004 61ff 50 ca', 0x61, 0xff, [0x50]],
];
const REPLIES: [string, string, SamWord, number[]][] = [
  ['found', '0008 00009f 00000000 97', 'found', [0, 0, 0, 0]],
  ['selected', '000c 000090 0000000000000000 9c', 'ok', [0, 0, 0, 0, 0, 0, 0, 0]],
  ['no card', '0004 000080 84', 'no-card', []],
  ['not selected', '0004 000081 85', 'select-failed', []],
];

describe('the frame of a SAM_V reader', () => {
  it.each(REQUESTS)('asks to %s', (_, text, command, parameter, data) => {
    expect(hex(encodeRequest(command, parameter, data))).toBe(hex(bytesOf(text)));
    expect(heard(bytesOf(text))).toEqual([hex(bytesOf(text))]);
    const request = decodeRequest(bytesOf(text));
    expect({ ...request, data: [...request.data] }).toEqual({ command, parameter, data });
  });

  it.each(REPLIES)('answers: %s', (_, text, word, data) => {
    expect(hex(encodeReply(word, data))).toBe(hex(bytesOf(text)));
    expect(heard(bytesOf(text))).toEqual([hex(bytesOf(text))]);
    const reply = decodeReply(bytesOf(text));
    expect({ ...reply, data: [...reply.data] }).toEqual({ word, data });
  });

  it.each([
    ['0014', 27, 16],
    ['0508', 1295, 4 + 256 + 1024],
    ['050a', 1297, 6 + 256 + 1024],
    ['070a', 1809, 6 + 256 + 1024 + 512],
    ['090a', 2321, 6 + 256 + 1024 + 1024],
  ])('says %s for a good reply of %i bytes', (length, size, dataLength) => {
    const reply = encodeReply('ok', new Uint8Array(dataLength).fill(0xaa));
    expect(reply).toHaveLength(size);
    expect(hex(reply).slice(PREAMBLE.length)).toMatch(new RegExp(`^${length}000090`));
    expect(heard(reply)).toEqual([hex(reply)]);
  });

  it('calls a word it does not know unlisted', () => {
    expect(decodeReply(bytesOf('0004 0000 77 73')).word).toBe('unlisted');
    expect(decodeReply(bytesOf('0004 0100 90 95')).word).toBe('unlisted');
  });

  it.each([
    ['a wrong check byte', '0004 000080 85'],
    ['a length below any frame', '0002 20 22'],
    ['a length beyond any frame', '0a00 000090'],
  ])('is not read with %s', (_, text) => {
    expect(heard(bytesOf(text))).toEqual([]);
  });
});

describe('any bytes from a reader', () => {
  const nasty = fc.constantFrom(0xaa, 0x96, 0x69, 0x00, 0x04, 0x08, 0x90);
  const noise = fc.array(fc.oneof(nasty, fc.integer({ min: 0, max: 255 })), { maxLength: 40 });
  const preamble = fc.constant([0xaa, 0xaa, 0xaa, 0x96, 0x69]);
  const chunks = fc.array(fc.oneof(noise, preamble), { maxLength: 12 });
  const pieces = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 });

  it('never throw, and hold no more than a frame', () => {
    fc.assert(fc.property(chunks, (parts) => void heard(...parts)));
  });

  it('give the longest reply whole, however it is cut', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2310, maxLength: 2310 }), pieces, (data, sizes) => {
        const reply = encodeReply('ok', data);
        const parts: Uint8Array[] = [];
        for (let at = 0, turn = 0; at < reply.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          parts.push(reply.subarray(at, at + size));
          at += size;
        }
        expect(heard(...parts)).toEqual([hex(reply)]);
      }),
      { numRuns: 30 },
    );
  });

  it('do not hide the good reply behind them', () => {
    fc.assert(
      fc.property(chunks, (parts) => {
        const found = encodeReply('found', new Uint8Array(4));
        expect(heard(...parts, found).at(-1)).toBe(hex(found));
      }),
    );
  });
});
