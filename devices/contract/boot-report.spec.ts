import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PressedKeys, decodeBootReport, encodeBootReport, rollOverReport } from './boot-report.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const hex = (report: Uint8Array): string => Buffer.from(report).toString('hex');

/** Usages as in hardware.md 4.f: j 0D, KP1 59, 1 1E, Enter 28. */
describe('a boot report', () => {
  it.each([
    ['no key', { modifiers: 0, keys: [] }, '0000000000000000'],
    ['j', { modifiers: 0, keys: [0x0d] }, '00000d0000000000'],
    ['KP1', { modifiers: 0, keys: [0x59] }, '0000590000000000'],
    ['left Alt and left Shift with n', { modifiers: 0x06, keys: [0x11] }, '0600110000000000'],
    ['1 and Enter', { modifiers: 0, keys: [0x1e, 0x28] }, '00001e2800000000'],
  ])('of %s is read and written', (_, report, text) => {
    expect(decodeBootReport(bytes(text), null)).toEqual(report);
    expect(hex(encodeBootReport(report, null))).toBe(text);
  });

  it('may stand behind its id', () => {
    const report = { modifiers: 0, keys: [0x0d] };
    expect(hex(encodeBootReport(report, 2))).toBe('0200000d0000000000');
    expect(decodeBootReport(bytes('0200000d0000000000'), 2)).toEqual(report);
    expect(decodeBootReport(bytes('0300000d0000000000'), 2)).toBeNull();
    expect(decodeBootReport(bytes('0200000d0000000000'), null)).toBeNull();
  });

  it('of too many keys names none', () => {
    expect(hex(rollOverReport(null))).toBe('0000010101010101');
    expect(decodeBootReport(rollOverReport(2), 2)).toBeNull();
    expect(() => encodeBootReport({ modifiers: 0, keys: [4, 5, 6, 7, 8, 9, 10] }, null)).toThrow('six');
  });

  it('is read back as it was written, and nothing else is ever an exception', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 4, max: 255 }), { maxLength: 6 });
    const id = fc.option(fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), keys, id, (modifiers, keys, reportId) => {
        const report = { modifiers, keys };
        expect(decodeBootReport(encodeBootReport(report, reportId), reportId)).toEqual(report);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), id, (report, reportId) => {
        const { keys } = decodeBootReport(report, reportId) ?? { keys: [] };
        expect(keys.length <= 6 && keys.every((key) => key > 3)).toBe(true);
      }),
    );
  });
});

describe('a pressed key', () => {
  const pressed = (...reports: string[]): number[][] => {
    const keys = new PressedKeys(null);
    return reports.map((report) => keys.push(bytes(report)));
  };

  it('goes down once, however long it is held', () => {
    expect(pressed('00000d0000000000', '00000d0000000000', '0000000000000000', '00000d0000000000')).toEqual([
      [0x0d],
      [],
      [],
      [0x0d],
    ]);
  });

  it('is found beside one that is held, wherever the report puts it', () => {
    expect(pressed('00000d0000000000', '00000e0d00000000', '00000e0000000000')).toEqual([[0x0d], [0x0e], []]);
  });

  it('is not invented by a roll-over: a key that was held through it is not pressed anew', () => {
    expect(pressed('00000d0000000000', '0000010101010101', '00000d0000000000')).toEqual([[0x0d], [], []]);
  });
});
