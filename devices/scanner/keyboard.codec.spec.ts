import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeKeyboard, KeyboardDecoder } from './keyboard.codec.js';
import { MAXIMUM_CHARACTERS } from './scanned-text.js';

const START = Date.parse('2026-03-02T01:00:00.000Z');

/** What is heard of these reports, one each so many milliseconds. */
function heard(
  everyMs: number,
  reports: readonly Uint8Array[],
  decoder = new KeyboardDecoder(null),
): string[] {
  return reports.flatMap((report, turn) => {
    const texts = decoder.push(report, new Date(START + turn * everyMs));
    expect(decoder.held).toBeLessThanOrEqual(MAXIMUM_CHARACTERS + 1);
    return texts;
  });
}
const boot = (modifiers: number, ...codes: number[]): Uint8Array =>
  Uint8Array.of(modifiers, 0, ...codes, ...new Uint8Array(6 - codes.length));
const UP = boot(0);
const ENTER = boot(0, 0x28);

describe('a scanner that plays a keyboard', () => {
  it('sends keys: 1-9 and 0 are 1E-27, keypad 59-62, Enter 28 or 58', () => {
    const main = [boot(2, 0x04), boot(0), boot(0, 0x27), UP, boot(0, 0x1e), UP, boot(0, 0x24), UP, ENTER, UP];
    expect(heard(4, main)).toEqual(['A017']);
    const keypad = [boot(0, 0x62), UP, boot(0, 0x59), UP, boot(0, 0x5f), UP, boot(0, 0x58), UP];
    expect(heard(4, keypad)).toEqual(['017']);
  });

  it('has every character of a US keyboard', () => {
    const all = String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 0x20 + at));
    expect(heard(4, encodeKeyboard(`x${all}x`))).toEqual([`x${all}x`]);
  });

  it('says each key once while it is down, and twice when it goes down twice', () => {
    const held = [boot(0, 0x04), boot(0, 0x04, 0x05), boot(0, 0x05), UP, boot(0, 0x05), UP, ENTER];
    expect(heard(4, held)).toEqual(['abb']);
  });

  it('does not say keys that come with control, alt or the system key', () => {
    expect(heard(4, [boot(1, 0x04), UP, boot(4, 0x05), UP, ...encodeKeyboard('A017')])).toEqual(['A017']);
  });

  it('may number its reports', () => {
    const numbered = encodeKeyboard('A017').map((report) => Uint8Array.of(1, ...report));
    expect(heard(4, numbered, new KeyboardDecoder(1))).toEqual(['A017']);
    expect(heard(4, numbered, new KeyboardDecoder(2))).toEqual([]);
    expect(heard(4, numbered)).toEqual([]);
  });

  it('is faster than a hand: 50 ms from key to key are typing', () => {
    expect(heard(24, encodeKeyboard('A017'))).toEqual(['A017']);
    expect(heard(25, encodeKeyboard('A017'))).toEqual([]);
  });

  it('is heard after somebody typed', () => {
    const decoder = new KeyboardDecoder(null);
    heard(200, encodeKeyboard('slow').slice(0, -2), decoder);
    const later = encodeKeyboard('A017');
    const texts = later.flatMap((report, turn) => decoder.push(report, new Date(START + 60_000 + turn)));
    expect(texts).toEqual(['A017']);
  });

  it('never ends with two keys and Enter under one hand', () => {
    expect(heard(4, encodeKeyboard('ab'))).toEqual([]);
  });

  it('drops a text that is too long and hears the next one', () => {
    const reports = [...encodeKeyboard('x'.repeat(5_000)), ...encodeKeyboard('A017')];
    expect(heard(1, reports)).toEqual(['A017']);
  });

  it('never throws, whatever reports come', () => {
    const report = fc.oneof(fc.uint8Array({ maxLength: 10 }), fc.uint8Array({ minLength: 8, maxLength: 8 }));
    fc.assert(fc.property(fc.array(report, { maxLength: 60 }), (reports) => void heard(4, reports)));
  });

  it('gives back every text that was typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{3,100}$/), (text) => {
        expect(heard(4, encodeKeyboard(text))).toEqual([text]);
      }),
    );
  });
});
