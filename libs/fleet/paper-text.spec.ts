import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, tableRow, wrap } from './paper-text.js';

it('counts a Chinese character as two columns, and a control character as none', () => {
  expect(columnsOf('窗口 12')).toBe(7);
  expect(columnsOf('𠮷\u001Bp\n')).toBe(3);
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
