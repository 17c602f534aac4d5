import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodeHidPos, HidPosDecoder, MAXIMUM_JOINED } from './hid-pos.codec.js';
import { HID_POS_LAYOUT } from './scanner-models.js';

function heard(...reports: Uint8Array[]): string[] {
  const decoder = new HidPosDecoder(HID_POS_LAYOUT);
  return reports.flatMap((report) => {
    const texts = decoder.push(report);
    expect(decoder.held).toBeLessThanOrEqual(MAXIMUM_JOINED + 64);
    return texts;
  });
}
const reports = (text: string, shift = 0, encoding = 'utf8'): Uint8Array[] =>
  encodeHidPos(iconv.encode(text, encoding), HID_POS_LAYOUT, shift);

/** As hardware.md 4.f lays it out, written by hand. */
function byHand(places: Readonly<Record<number, number>>): Uint8Array {
  const report = new Uint8Array(64);
  for (const [place, byte] of Object.entries(places)) report[Number(place) + 1] = byte;
  report[0] = 2;
  return report;
}
const [CLOSE, Q, ONE] = [0x5d, 0x51, 0x31];

describe('a report of a HID POS scanner', () => {
  it('has length, AIM identifier, text, symbology and the flag at their places', () => {
    const report = byHand({ 0: 2, 1: CLOSE, 2: Q, 3: ONE, 4: 0x41, 5: 0x37, 60: 0x73 });
    expect(heard(report)).toEqual(['A7']);
    expect(reports('A7')).toEqual([report]);
  });

  it('of the shifted kind has AIM identifier and text one further', () => {
    const report = byHand({ 0: 2, 2: CLOSE, 3: Q, 4: ONE, 5: 0x41, 6: 0x37, 60: 0x73 });
    expect(heard(report)).toEqual(['A7']);
    expect(reports('A7', 1)).toEqual([report]);
  });

  it('is read as one was captured from a Honeywell Voyager 1602g', () => {
    const text = [117, 109, 58, 32, 78, 47, 65, 13, 10];
    const captured = Uint8Array.of(2, 9, 93, 88, 48, ...text, ...new Uint8Array(47), 63, 0, 0);
    expect(captured).toHaveLength(64);
    expect(heard(captured)).toEqual(['um: N/A']);
  });

  it.each([0, 1])(
    'is joined with those that follow, characters cut in two included, shifted by %i',
    (shift) => {
      const text = '不动产登记预约'.repeat(20);
      for (const encoding of ['utf8', 'gbk']) {
        const parts = reports(text, shift, encoding);
        expect(parts.length).toBeGreaterThan(4);
        expect(heard(...parts)).toEqual([text]);
      }
    },
  );

  it('is no scan when it is of another id, has no AIM identifier, claims too much or is cut', () => {
    const [good = new Uint8Array()] = reports('A017');
    const wrong = [
      good.with(0, 3),
      good.with(2, 0x20),
      good.with(1, 59),
      good.with(1, 255),
      good.subarray(0, 40),
    ];
    expect(heard(...wrong)).toEqual([]);
    expect(heard(...wrong, good)).toEqual(['A017']);
  });

  it('that never ends is held to 4 kB and dropped, and the next scan is heard', () => {
    const endless = reports('x'.repeat(20_000)).slice(0, -1);
    const [last = new Uint8Array(64), next = new Uint8Array(64)] = [...reports('y'), ...reports('A017')];
    expect(heard(...endless, last, next)).toEqual(['A017']);
  });

  it('never throws, and holds no more than 4 kB', () => {
    const id = fc.constantFrom(2, 3);
    const body = fc.uint8Array({ maxLength: 70 });
    const report = fc.tuple(id, fc.constantFrom(2, 56, 57, 255), body);
    fc.assert(
      fc.property(fc.array(report, { maxLength: 100 }), (found) => {
        heard(...found.map(([first, length, rest]) => Uint8Array.of(first, length, CLOSE, Q, ONE, ...rest)));
      }),
    );
  });

  it('gives back every text that was written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,300}$/), fc.constantFrom(0, 1), (text, shift) => {
        expect(heard(...reports(text, shift))).toEqual([text]);
      }),
    );
  });
});
