import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, toGb18030 } from '../contract/gb-text.js';
import { PAPERS } from './paper.js';
import { printable, tableRow, wrap } from './printable.js';

const paper = PAPERS['80mm'];

describe('text for a printer', () => {
  it.each([
    ['a cash drawer command inside a name', '张\u001Bp\u0000三', '张p三'],
    ['line feeds and the real-time prefix', 'A\n0\r1\u0010\u00047\u007F', 'A017'],
    ['a four-byte character of a rare name', '𠮷田', '〓田'],
    ['a symbol', '№ ①', '№ ①'],
  ])('leaves nothing in that is not text: %s', (_, text, expected) => {
    expect(printable(text, paper)).toBe(expected);
  });

  it('keeps to GB2312 where the ROM has no more', () => {
    expect(printable('朱镕基', { ...paper, beyondGb2312: false })).toBe('朱〓基');
    expect(printable('朱镕基', paper)).toBe('朱镕基');
  });

  it('holds no control byte after encoding, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = toGb18030(printable(text, paper));
        expect([...bytes].every((byte) => byte >= 0x20 && byte !== 0x7f)).toBe(true);
      }),
    );
  });
});

describe('a long text', () => {
  it.each([
    ['between characters', '请在休息区等候', 8, ['请在休息', '区等候']],
    ['never before a closing mark', '请在休息，等候', 8, ['请在休', '息，等候']],
    ['never after an opening mark', '设立登记（含外', 10, ['设立登记', '（含外']],
    ['between words', 'Scan to follow', 8, ['Scan to', 'follow']],
    ['inside a word that is longer than the line', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ])('is broken %s', (_, text, columns, expected) => {
    expect(wrap(text, columns)).toEqual(expected);
  });

  it('loses no character and fits, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('请', '，', '（', 'a', '9', ' ') }), (text) => {
        const lines = wrap(text, 8);
        expect(lines.every((line) => columnsOf(line) <= 8)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  it('goes on under its own column in a table', () => {
    expect(tableRow('事项', '公司设立登记', 14, 6)).toEqual(['事项  公司设立', '      登记']);
  });
});
