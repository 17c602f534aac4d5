import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitToFont, fromGb18030, rareIn, toGb18030, type Repertoire } from './gb-text.js';

/** How many characters of the basic plane beyond ASCII a font holds. */
function counted(repertoire: Repertoire): number {
  let held = 0;
  for (let code = 0xa0; code < 0xe000; code += 1)
    if (code < 0xd800 && fitToFont(String.fromCharCode(code), repertoire).replaced === 0) held += 1;
  for (let code = 0xf900; code <= 0xffff; code += 1)
    if (fitToFont(String.fromCharCode(code), repertoire).replaced === 0) held += 1;
  return held;
}

describe('text for a Chinese font', () => {
  it('has the 7,445 characters of GB2312, no more and no fewer', () => {
    expect(counted('gb2312')).toBe(7_445);
  });

  it.each([
    ['a character of GBK alone', '朱镕基', 'gb2312', '朱〓基', 1],
    ['the same in a GBK font', '朱镕基', 'gbk', '朱镕基', 0],
    ['a small Roman numeral, which GB2312 has not', '第ⅱ窗口', 'gb2312', '第〓窗口', 1],
    ['a four-byte character', '𠮷田', 'gbk', '〓田', 1],
    ['control characters, which go without a mark', 'A\u001B0\n17\u007F', 'gb2312', 'A017', 0],
  ] as const)('replaces and counts what is missing: %s', (_, text, repertoire, fitted, replaced) => {
    expect(fitToFont(text, repertoire)).toEqual({ text: fitted, replaced });
  });

  it('goes to bytes and back', () => {
    expect(toGb18030('窗口 3').toString('hex')).toBe('b4b0bfda2033');
    expect(fromGb18030(toGb18030('请A017号到3号窗口'))).toBe('请A017号到3号窗口');
  });

  it.each([
    ['a cash drawer command inside a name', '张\u001Bp\u0000三', '张p三'],
    ['line feeds and the real-time prefix', 'A\n0\r1\u0010\u00047\u007F', 'A017'],
    ['a symbol', '№ ①', '№ ①'],
    ['a sign that came with GB18030', '5 €', '5 €'],
  ])('leaves nothing in that is not text: %s', (_, text, expected) => {
    expect(fitToFont(text, 'gb18030').text).toBe(expected);
  });

  it('keeps to what a GBK font has', () => {
    expect(fitToFont('5 €', 'gbk').text).toBe('5 〓');
  });

  it('names what the font does not have', () => {
    expect(rareIn('王㛃\u0007𬭊', 'gb18030')).toEqual(['㛃', '𬭊']);
    expect(rareIn('王堃', 'gb18030')).toEqual([]);
  });

  it('holds no control byte after encoding, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = toGb18030(fitToFont(text, 'gb18030').text);
        expect([...bytes].every((byte) => byte >= 0x20 && byte !== 0x7f)).toBe(true);
      }),
    );
  });
});
