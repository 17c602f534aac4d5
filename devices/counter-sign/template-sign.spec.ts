import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameParser } from '../contract/framing.js';
import { ManualTimers } from '../contract/manual-timers.js';
import { CRC16_START, crc16 } from './crc16.js';
import { parseTemplate, type TemplateSettings } from './sign-template.js';
import { encodeText, frameOf, shapeOf, textOf } from './template-sign.codec.js';
import { templateSign } from './template-sign.protocol.js';

const DIGITS: TemplateSettings = { address: 'after-prefix', charset: 'digits', checksum: 'sum8' };
const FRAMED: TemplateSettings = { prefix: '3A', checksum: 'sum8', suffix: '0A' };

const written = (settings: TemplateSettings, address: number, text: string): string => {
  const template = parseTemplate(settings);
  return Buffer.from(frameOf(template, address, encodeText(template, text))).toString('hex');
};

function read(settings: TemplateSettings, address: number, ...chunks: Iterable<number>[]): (string | null)[] {
  const template = parseTemplate(settings);
  const timers = new ManualTimers();
  const texts: (string | null)[] = [];
  const shape = shapeOf(template, address);
  const parser = new FrameParser(shape, 100, timers, (frame) => texts.push(textOf(template, address, frame)));
  for (const chunk of chunks) {
    parser.push(Uint8Array.from(chunk));
    expect(parser.held).toBeLessThan(shape.maximumLength);
  }
  timers.advance(100);
  return texts;
}

describe('a bar from a template', () => {
  /** The first two are the generic examples of hardware.md 4.c. */
  const VECTORS: [string, TemplateSettings, number, string, string][] = [
    ['four bytes with a binary number', DIGITS, 5, '999', '0503e7ef'],
    ['3A … sum 0A', FRAMED, 0, 'A017', '3a41303137130a'],
    ['3A … sum 0A, the 3A not counted', { ...FRAMED, covers: 'after-prefix' }, 0, 'A017', '3a41303137d90a'],
    ['a fixed width', { ...FRAMED, width: 6 }, 0, 'A017', '3a413031372020530a'],
    ['xor', { ...FRAMED, checksum: 'xor8' }, 0, 'A017', '3a413031374d0a'],
    ['the address in front', { ...FRAMED, address: 'before-prefix' }, 7, 'A017', '073a413031371a0a'],
    ['the address behind', { ...FRAMED, address: 'after-prefix' }, 7, 'A017', '3a07413031371a0a'],
    ['Chinese', { ...FRAMED, checksum: 'none' }, 0, '窗口', '3ab4b0bfda0a'],
  ];

  it.each(VECTORS)('writes %s', (_, settings, address, text, hex) => {
    expect(written(settings, address, text)).toBe(hex);
  });

  it.each(VECTORS)('reads %s', (_, settings, address, text, hex) => {
    expect(read(settings, address, Buffer.from(hex, 'hex'))).toEqual([text]);
  });

  it.each([
    ['crc16-arc', CRC16_START.arc, 0xbb3d],
    ['crc16-modbus', CRC16_START.modbus, 0x4b37],
  ] as const)('counts %s as its check value says, low byte first', (checksum, start, check) => {
    expect(crc16(Buffer.from('123456789'), start)).toBe(check);
    const low = (check & 0xff).toString(16);
    const high = (check >>> 8).toString(16);
    expect(written({ suffix: '0D', checksum }, 0, '123456789')).toBe(`313233343536373839${low}${high}0d`);
  });

  it.each([
    ['empty', {}, 'the template is empty'],
    [
      'an unknown checksum',
      { ...FRAMED, checksum: 'md5' },
      'no checksum is called md5; there are none, sum8',
    ],
    ['an inherited name', { ...FRAMED, checksum: 'toString' }, 'no checksum is called toString'],
    ['an unknown charset', { ...FRAMED, charset: 'utf8' }, 'no charset is called utf8; there are gb2312'],
    ['a width of 0', { ...FRAMED, width: 0 }, 'a width of 0 leaves no room'],
    ['half a byte of width', { ...FRAMED, width: 1.5 }, 'a width of 1.5 is not from 1 to 512'],
    ['digits too wide to be exact', { ...DIGITS, width: 7 }, 'a width of 7 is not from 1 to 6'],
    ['what is not hex', { ...FRAMED, prefix: '3' }, 'the prefix “3” is not in hex bytes'],
    ['no end', { prefix: '3A' }, 'could not tell where a text ends'],
    ['a blank of another width', { ...DIGITS, blank: 'FF' }, 'the blank has 1 bytes, the bar 2'],
  ])('is refused in words with %s', (_, settings, reason) => {
    expect(() => parseTemplate(settings)).toThrow(reason);
  });

  it.each([
    ['letters on digits', DIGITS, 'A017', '“A017” is not a number'],
    ['a number beyond the bytes', DIGITS, '65536', '65536 is too large for 2 bytes'],
    ['Chinese in ASCII', { ...FRAMED, charset: 'ascii' }, '号', '“号” is not in ASCII'],
    ['GBK in GB2312', FRAMED, '镕', '“镕” has characters that are not in gb2312'],
    ['more than the width', { ...FRAMED, width: 3 }, 'A017', '“A017” takes 4 bytes, the bar has 3'],
  ])('says why a text does not fit: %s', (_, settings, text, reason) => {
    expect(() => encodeText(parseTemplate(settings), text)).toThrow(reason);
  });

  it('wants an address when it has a place for one', () => {
    expect(() => templateSign(parseTemplate(DIGITS), null)).toThrow('an address from 0 to 255');
    expect(() => templateSign(parseTemplate(DIGITS), 256)).toThrow('an address from 0 to 255');
    expect(templateSign(parseTemplate(FRAMED), null).cannot).toEqual(['brightness', 'colour']);
  });

  it('reads a checksum that looks like the end', () => {
    expect(written(FRAMED, 0, 'Zv')).toBe('3a5a760a0a');
    expect(read(FRAMED, 0, Buffer.from('3a5a760a0a', 'hex'))).toEqual(['Zv']);
  });

  it('hears nothing meant for another address', () => {
    expect(read(DIGITS, 6, Buffer.from(written(DIGITS, 5, '999'), 'hex'))).toEqual([]);
  });

  it.each([DIGITS, FRAMED])('never throws on any bytes, and hears the frame behind them: %j', (settings) => {
    const byte = fc.oneof(fc.constantFrom(0x3a, 0x0a, 0x05), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(fc.array(byte, { maxLength: 30 }), { maxLength: 6 }), (noise) => {
        const template = parseTemplate(settings);
        const timers = new ManualTimers();
        const texts: (string | null)[] = [];
        const parser = new FrameParser(shapeOf(template, 5), 100, timers, (frame) =>
          texts.push(textOf(template, 5, frame)),
        );
        for (const chunk of noise) parser.push(Uint8Array.from(chunk));
        timers.advance(100);
        parser.push(Buffer.from(written(settings, 5, '17'), 'hex'));
        expect(texts.at(-1)).toBe('17');
      }),
    );
  });
});
