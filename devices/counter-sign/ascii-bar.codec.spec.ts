import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameParser } from '../contract/framing.js';
import { toGb18030 } from '../contract/gb-text.js';
import { ManualTimers } from '../contract/manual-timers.js';
import { BAR_PACKET, decodePacket, encodePacket, LONGEST_PACKET, type BarPacket } from './ascii-bar.codec.js';
import { asciiBar } from './ascii-bar.protocol.js';
import { ASCII_BAR } from './sign-models.js';

const text = (words: string): BarPacket => ({
  kind: 'text',
  ...{ card: 1, area: 1, hold: 9999, colour: 'green', horizontal: 2, vertical: 2 },
  text: toGb18030(words),
});

/** hardware.md 4.c, with the text put in. */
const VECTORS: [string, BarPacket][] = [
  ['!#001%ZI01%ZH9999%C2%AH2%AV2A017$$', text('A017')],
  ['##0010006@', { kind: 'page', card: 1, page: 6 }],
];

function heard(...chunks: Iterable<number>[]): (BarPacket | null)[] {
  const timers = new ManualTimers();
  const packets: (BarPacket | null)[] = [];
  const parser = new FrameParser(BAR_PACKET, 100, timers, (frame) => packets.push(decodePacket(frame)));
  for (const chunk of chunks) {
    parser.push(Uint8Array.from(chunk));
    expect(parser.held).toBeLessThan(LONGEST_PACKET);
  }
  timers.advance(100);
  return packets;
}

describe('the packet of an ASCII bar', () => {
  it.each(VECTORS)('%s is written', (packet, meaning) => {
    expect(Buffer.from(encodePacket(meaning)).toString('latin1')).toBe(packet);
  });

  it.each(VECTORS)('%s is read', (packet, meaning) => {
    expect(heard(Buffer.from(packet, 'latin1'))).toEqual([meaning]);
  });

  it('carries Chinese in GB2312', () => {
    const bytes = Buffer.from(encodePacket(text('请')));
    expect(bytes.subarray(-4).toString('hex')).toBe('c7eb2424');
  });

  it.each([
    [{ ...text('A'), card: 1_000 }],
    [{ ...text('A'), area: 100 }],
    [{ kind: 'page', card: 1, page: -1 }],
    [text('A'.repeat(LONGEST_PACKET))],
  ] as [BarPacket][])('is refused when it does not fit: %j', (packet) => {
    expect(() => encodePacket(packet)).toThrow(RangeError);
  });

  it('cannot be broken by any text', () => {
    const bar = asciiBar({ ...ASCII_BAR, columns: 400, font: 'gbk' });
    const words = fc.string({
      unit: fc.constantFrom('$', '%', '#', '!', '@', 'A', '号', '丂', '\n'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, (said) => {
        const packets = bar.packets({ kind: 'call', text: said }, 0).map(({ bytes }) => [...bytes]);
        const shown = bar.printable(said).text || ' ';
        expect(heard(packets.flat())).toMatchObject([{ kind: 'text', text: toGb18030(shown) }]);
      }),
    );
    expect(bar.printable('100%!#$').text).toBe('100％！＃＄');
  });
});

describe('any bytes to an ASCII bar', () => {
  const bytes = fc.array(
    fc.oneof(fc.constantFrom(...Buffer.from('!#$@%ZI01')), fc.integer({ min: 0, max: 255 })),
    { maxLength: 60 },
  );

  it('never throw, and do not hide the good packet behind them once the gap is over', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 6 }), (noise) => {
        const timers = new ManualTimers();
        const packets: (BarPacket | null)[] = [];
        const parser = new FrameParser(BAR_PACKET, 100, timers, (frame) => packets.push(decodePacket(frame)));
        for (const chunk of noise) parser.push(Uint8Array.from(chunk));
        timers.advance(100);
        parser.push(encodePacket(text('A017')));
        expect(packets.at(-1)).toEqual(text('A017'));
      }),
    );
  });
});
