import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePadReport, encodePadReport, type Checksum, type ReportLayout } from './pad-report.codec.js';
import { OWN_REPORT_PAD } from './report-pad-models.js';

const own = OWN_REPORT_PAD.layout;
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const hex = (report: Uint8Array): string => Buffer.from(report).toString('hex');
const wide = (checksum: Checksum): ReportLayout => ({
  reportId: 4,
  length: 6,
  sequenceAt: 2,
  keyAt: 1,
  checksum,
});

describe('a report of a pad', () => {
  it.each([
    ['own layout', own, { key: 5, sequence: 0x2a }, '2a052f'],
    ['own layout, sum above a byte', own, { key: 5, sequence: 0xff }, 'ff0504'],
    ['sum', wide({ kind: 'sum', at: 5 }), { key: 2, sequence: 0x10 }, '040210000016'],
    ['xor', wide({ kind: 'xor', at: 5 }), { key: 2, sequence: 0x12 }, '040212000014'],
    ['complement', wide({ kind: 'complement', at: 5 }), { key: 2, sequence: 0x10 }, '0402100000ea'],
    ['no checksum', wide({ kind: 'none' }), { key: 2, sequence: 0x10 }, '040210000000'],
    ['no sequence', { ...own, sequenceAt: null }, { key: 5, sequence: null }, '000505'],
  ])('with %s is written and read', (_, layout, report, text) => {
    expect(hex(encodePadReport(report, layout))).toBe(text);
    expect(decodePadReport(bytes(text), layout)).toEqual(report);
  });

  it.each([
    ['is too short', own, '2a05'],
    ['has a wrong sum', own, '2a0530'],
    ['has another id', wide({ kind: 'sum', at: 5 }), '050210000017'],
  ])('that %s is none', (_, layout, text) => {
    expect(decodePadReport(bytes(text), layout)).toBeNull();
  });

  it('may be padded, as Windows does', () => {
    expect(decodePadReport(bytes('2a052f0000000000'), own)).toEqual({ key: 5, sequence: 0x2a });
  });

  it('is found again under every layout, and no bytes are ever an exception', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    const checksum = fc.oneof(
      fc.constant({ kind: 'none' as const }),
      fc.record({
        kind: fc.constantFrom('sum' as const, 'xor' as const, 'complement' as const),
        at: fc.constant(7),
      }),
    );
    const layout = fc
      .record({
        reportId: fc.option(byte),
        places: fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 2, maxLength: 2 }),
        checksum,
      })
      .map(({ reportId, places: [keyAt = 1, sequenceAt = 2], checksum }) => ({
        reportId,
        length: 8,
        keyAt,
        sequenceAt,
        checksum,
      }));
    fc.assert(
      fc.property(layout, byte, byte, fc.uint8Array({ maxLength: 16 }), (layout, key, sequence, noise) => {
        expect(decodePadReport(encodePadReport({ key, sequence }, layout), layout)).toEqual({
          key,
          sequence,
        });
        decodePadReport(noise, layout);
      }),
    );
  });
});
