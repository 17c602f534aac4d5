import { describe, expect, it } from 'vitest';
import { columnsOf, fitToFont, fromGb18030, toGb18030, type Repertoire } from './gb-text.js';

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

  it('counts a Chinese character as two columns', () => {
    expect(columnsOf('窗口 12')).toBe(7);
  });
});
