import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodeLine, LineDecoder } from './line.codec.js';
import { MAXIMUM_BYTES, MAXIMUM_CHARACTERS } from './scanned-text.js';

function heard(...chunks: Iterable<number>[]): string[] {
  const decoder = new LineDecoder();
  return chunks.flatMap((chunk) => {
    const texts = decoder.push(Uint8Array.from(chunk));
    expect(decoder.held).toBeLessThanOrEqual(MAXIMUM_BYTES + 1);
    return texts;
  });
}
const line = (text: string, encoding = 'utf8'): Uint8Array => encodeLine(iconv.encode(text, encoding));

describe('a line of a serial scanner', () => {
  it.each(['\r', '\n', '\r\n', '\n\r'])('ends with %j', (end) => {
    expect(heard(Buffer.from(`A017${end}A018${end}`))).toEqual(['A017', 'A018']);
  });

  it.each(['utf8', 'gbk'])('may be Chinese in %s', (encoding) => {
    expect(heard(line('预约码：不动产登记0017', encoding))).toEqual(['预约码：不动产登记0017']);
  });

  it('comes without its control and format characters', () => {
    const said = Uint8Array.of(0x02, ...Buffer.from(' A\u001D0\u00001\u202E7\uFEFF\u007F\u0085\t'), 0x03);
    expect(heard(encodeLine(said))).toEqual(['A017']);
  });

  it.each([
    ['empty', ''],
    ['only blanks', ' \t '],
    ['too long', 'x'.repeat(MAXIMUM_CHARACTERS + 1)],
    ['much too long', 'x'.repeat(100_000)],
  ])('is no scan when it is %s; the next one is', (_, text) => {
    expect(heard(line(text), line('A017'))).toEqual(['A017']);
  });

  it('may have five hundred characters, however wide', () => {
    const longest = '𠮷'.repeat(MAXIMUM_CHARACTERS);
    expect(heard(line(longest))).toEqual([longest]);
  });

  it('that is neither UTF-8 nor GBK is no scan', () => {
    expect(heard(Uint8Array.of(0xff, 0xff, 0x80, 0x0d), line('A017'))).toEqual(['A017']);
  });

  it('is the same however it is cut, and whatever lines came before', () => {
    const anyBytes = fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 10 });
    fc.assert(
      fc.property(anyBytes, fc.stringMatching(/^[!-~]{1,60}$/), (noise, text) => {
        const bytes = [...line(text)].map((byte) => [byte]);
        expect(heard(...noise, [0x0d], ...bytes).at(-1)).toBe(text);
      }),
    );
  });
});
