import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUS_FRAME, BUS_GAP_MS, decodeFrame, encodeFrame, type BusFrame } from '../contract/caller-bus.js';
import { FrameParser } from '../contract/framing.js';
import { ManualTimers } from '../contract/manual-timers.js';
import {
  beepFrame,
  displayFrame,
  isBeep,
  keyFrame,
  readDisplay,
  readKey,
  type PressedKey,
} from './call-keypad.codec.js';

const hex = (frame: BusFrame): string => Buffer.from(encodeFrame(frame)).toString('hex');
const frameOf = (text: string): BusFrame => decodeFrame(Buffer.from(text, 'hex'));

const CALL = 'ff6803036803010c1016';
const TICKET_017 = 'ff680808680302' + '0a0a0a000107' + '2b16';
const WAITING_12 = 'ff680808680302' + '0001020a0a0a' + '2616';
const BEEP = 'ff6802026803030616';

/** Vectors marked [C] in hardware.md 4.b. */
describe('a frame of the keypad', () => {
  it.each([
    ['a call', keyFrame(3, { key: 0x0c, before: [] }), CALL],
    ['ticket 017', displayFrame(3, { waiting: null, number: '017' }), TICKET_017],
    ['12 waiting', displayFrame(3, { waiting: 12, number: null }), WAITING_12],
    ['a beep', beepFrame(3), BEEP],
  ])('is written as the reference host has it: %s', (_, frame, text) => {
    expect(hex(frame)).toBe(text);
  });

  it('is read: a call', () => {
    expect(readKey(frameOf(CALL))).toEqual({ key: 0x0c, before: [] });
  });

  it('is read: what the display shows', () => {
    expect(readDisplay(frameOf(TICKET_017))).toBe('   017');
    expect(readDisplay(frameOf(WAITING_12))).toBe('012   ');
  });

  it('is read: a beep', () => {
    expect([BEEP, CALL, TICKET_017].map((text) => isBeep(frameOf(text)))).toEqual([true, false, false]);
  });
});

describe('a key frame', () => {
  it('carries digits before the key', () => {
    const frame = keyFrame(3, { key: 0x0f, before: [6] });
    expect(hex(frame)).toBe('ff6804046803' + '01060f' + '1916');
    expect(readKey(frame)).toEqual({ key: 0x0f, before: [6] });
  });

  it('is known whatever its command', () => {
    expect(readKey({ address: 3, command: 0x7f, data: [0x0c] })).toEqual({ key: 0x0c, before: [] });
  });

  it.each([
    ['that a four-key pad sent', { address: 3, command: 0x11, data: [2] }],
    ['without data', { address: 3, command: 1, data: [] }],
    ['longer than the host takes', { address: 3, command: 1, data: [1, 2, 3, 0x0c] }],
    ['that draws', displayFrame(3, { waiting: 1, number: null })],
  ])('is none %s', (_, frame) => {
    expect(readKey(frame)).toBeNull();
  });
});

describe('the display', () => {
  it.each([
    ['A017', 12, '012017'],
    ['A7', 0, '000  7'],
    ['B1234', 999, '999234'],
    ['A017', 1_000, '999017'],
    ['A017', 123_456, '999017'],
    ['VIP', null, '      '],
    [null, 5, '005   '],
  ])('of ticket %s and %s waiting is "%s"', (number, waiting, shown) => {
    expect(readDisplay(displayFrame(3, { number, waiting }))).toBe(shown);
  });

  it('is always a frame of the bus, whatever the number', () => {
    const face = fc.record({
      number: fc.option(fc.string({ unit: 'binary', maxLength: 12 })),
      waiting: fc.option(fc.integer()),
    });
    fc.assert(
      fc.property(face, (any) => {
        const frame = displayFrame(3, any);
        expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
        expect(readDisplay(frame)).toMatch(/^[0-9 ]{6}$/);
      }),
    );
  });
});

describe('any bytes on the bus', () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const nasty = fc.constantFrom(0xff, 0x68, 0x02, 0x03, 0x04, 0x05, 0x0c, 0x0f, 0x16);
  const chunks = fc.array(fc.array(fc.oneof(nasty, byte), { maxLength: 30 }), { maxLength: 12 });
  const key = fc.record({ key: byte, before: fc.array(byte, { maxLength: 2 }) });

  function keysIn(chunked: readonly Iterable<number>[]): PressedKey[] {
    const timers = new ManualTimers();
    const keys: PressedKey[] = [];
    const parser = new FrameParser(BUS_FRAME, BUS_GAP_MS, timers, (bytes) => {
      const found = readKey(decodeFrame(bytes));
      if (found) keys.push(found);
    });
    for (const chunk of chunked) {
      parser.push(Uint8Array.from(chunk));
      expect(parser.held).toBeLessThan(BUS_FRAME.maximumLength);
    }
    timers.advance(BUS_GAP_MS);
    return keys;
  }

  it('do not hide the key behind them', () => {
    fc.assert(
      fc.property(chunks, key, (noise, pressed) => {
        expect(keysIn([...noise, encodeFrame(keyFrame(3, pressed))]).at(-1)).toEqual(pressed);
      }),
    );
  });

  it('give back every key that was written, byte by byte', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 6 }), (pressed) => {
        const bytes = pressed.flatMap((one) => [...encodeFrame(keyFrame(3, one))]);
        expect(keysIn(bytes.map((one) => [one]))).toEqual(pressed);
      }),
    );
  });
});
