import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, printable, rareIn } from './printable.js';

describe('text for a printer', () => {
  it.each([
    ['a cash drawer command inside a name', '张\u001Bp\u0000三', '张p三'],
    ['line feeds and the real-time prefix', 'A\n0\r1\u0010\u00047\u007F', 'A017'],
    ['a four-byte character of a rare name', '𠮷田', '〓田'],
    ['a symbol', '№ ①', '№ ①'],
  ])('leaves nothing in that is not text: %s', (_, text, expected) => {
    expect(printable(text, 'gb18030')).toBe(expected);
  });

  it('keeps to what the ROM has', () => {
    expect(printable('朱镕基', 'gb2312')).toBe('朱〓基');
    expect(printable('朱镕基', 'gbk')).toBe('朱镕基');
    expect(printable('5 €', 'gbk')).toBe('5 〓');
    expect(printable('5 €', 'gb18030')).toBe('5 €');
  });

  it('names what the ROM does not have', () => {
    expect(rareIn('王㛃\u0007𬭊', 'gb18030')).toEqual(['㛃', '𬭊']);
    expect(rareIn('王堃', 'gb18030')).toEqual([]);
  });

  it('holds no control byte after encoding, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = encode(printable(text, 'gb18030'));
        expect([...bytes].every((byte) => byte >= 0x20 && byte !== 0x7f)).toBe(true);
      }),
    );
  });
});
